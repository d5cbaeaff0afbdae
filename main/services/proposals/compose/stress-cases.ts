import { compareBatches } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import { applyOverlays, type Overlay } from '../../../../sim-core/scenario/overlay.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Case, CaseResult } from '../../experiments/case.ts';
import type { Stress, StressTrial } from './draft-facts.ts';

/** One of the two scenarios under an overlay. */
export interface StressCase extends Case {
  readonly overlay: Overlay;
}

/** Two cases for each overlay that fits both, the base first. */
export function stressCases(
  documents: { readonly base: ScenarioDocument; readonly proposal: ScenarioDocument },
  shelf: OverlayShelf,
  seeds: readonly string[],
): { readonly cases: readonly StressCase[]; readonly unfitting: readonly string[] } {
  const cases: StressCase[] = [];
  const unfitting: string[] = [];
  for (const overlay of shelf.values()) {
    const [base, proposal] = [documents.base, documents.proposal].map((each) =>
      applyOverlays(each, [overlay]),
    );
    if (base?.ok !== true || proposal?.ok !== true) unfitting.push(overlay.title);
    else
      for (const { document } of [base, proposal])
        cases.push({ document, seeds, overlay, label: overlay.id });
  }
  return { cases, unfitting };
}

/** What came of them, pair by pair; pairs without a common seed are left out. `measure` is held against the base in each. */
export function stressOf(
  results: readonly CaseResult<StressCase>[],
  measure: string,
  { seeds, unfitting }: Pick<Stress, 'seeds' | 'unfitting'>,
): Stress {
  const trials: StressTrial[] = [];
  for (let at = 0; at + 1 < results.length; at += 2) {
    const [base, proposal] = [results[at], results[at + 1]];
    if (base === undefined || proposal === undefined) break;
    if (base.batch.seeds.length === 0 || proposal.batch.seeds.length === 0) continue;
    const { id, title } = base.case.overlay;
    trials.push({
      overlay: { id, title },
      comparison: compareBatches(
        [
          { label: 'no change', batch: base.batch },
          { label: 'proposed', batch: proposal.batch },
        ],
        { measures: [measure], rules: verdicts, suggest: suggestion },
      ),
    });
  }
  return { seeds, unfitting, trials };
}
