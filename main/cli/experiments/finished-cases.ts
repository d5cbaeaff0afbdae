import { cancelled } from '../../services/experiments/cancelled.ts';
import type { Case, CaseResult } from '../../services/experiments/case.ts';
import { type RunnerOptions, runCases } from '../../services/experiments/runner.ts';
import { interruption } from '../interruption.ts';
import { progressBar } from '../progress-bar.ts';

/**
 * Runs cases to the end, all of them with columns and breakdowns, behind one progress bar. Throws `experiment.cancelled` where the
 * person interrupts it: what finished is in the store, if there is one.
 */
export async function finishedCases(
  cases: readonly Case[],
  options: Omit<RunnerOptions, 'columns' | 'signal' | 'progress'>,
): Promise<readonly CaseResult[]> {
  const total = cases.reduce((sum, { seeds }) => sum + seeds.length, 0);
  const progress = progressBar(total, 'runs');
  const signal = interruption();
  const finished: CaseResult[] = [];
  try {
    for await (const result of runCases(cases, { ...options, signal, progress, columns: true }))
      finished.push(result);
  } finally {
    progress.end();
  }
  if (signal.aborted) throw cancelled(options.store !== undefined);
  return finished;
}
