import type { Change } from '../../../../sim-core/evidence/evidence-block.ts';
import { applyPoint, type OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';

/** The two scenarios that evidence speaks of. */
export interface BothDocuments {
  readonly base: ScenarioDocument;
  readonly proposal: ScenarioDocument;
}

/** Base and proposal with the same values laid over both: what a reader doubts is no part of what is proposed. */
export function assumeInBoth(
  { base, proposal }: BothDocuments,
  assumptions: readonly Pick<Change, 'path' | 'to'>[],
  shelf: OverlayShelf,
): { readonly ok: true; readonly documents: BothDocuments } | { readonly ok: false; readonly why: string } {
  const point = assumptions.map(({ path, to }) => ({ path, written: to }));
  const [of, to] = [applyPoint(base, point, shelf), applyPoint(proposal, point, shelf)];
  if (of.ok && to.ok) return { ok: true, documents: { base: of.document, proposal: to.document } };
  const [problem] = [...(of.ok ? [] : of.problems), ...(to.ok ? [] : to.problems)];
  return { ok: false, why: `${problem?.message ?? 'It cannot be made.'} ${problem?.hint ?? ''}`.trim() };
}
