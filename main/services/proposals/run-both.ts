import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { CaseResult } from '../experiments/case.ts';

/** The runs of base and proposal, out of what the runner has answered. */
export function bothOf(results: readonly CaseResult[]): {
  readonly base: BatchResult;
  readonly proposal: BatchResult;
} {
  const [base, proposal] = results;
  if (base === undefined || proposal === undefined)
    throw new Error('the runner answered fewer than two cases');
  return { base: base.batch, proposal: proposal.batch };
}

/** The cases of a proposal, on the same seeds: the same luck for both. */
export const casesOf = (
  { base, proposal }: { readonly base: ScenarioDocument; readonly proposal: ScenarioDocument },
  seeds: readonly string[],
) => [
  { label: 'base', document: base, seeds },
  { label: 'proposal', document: proposal, seeds },
];
