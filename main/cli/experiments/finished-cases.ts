import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Case, CaseResult } from '../../services/experiments/case.ts';
import { type RunnerOptions, runCases } from '../../services/experiments/runner.ts';
import { interruption } from '../interruption.ts';
import { casesBar } from './cases-bar.ts';

/**
 * Runs cases to the end, all of them with columns and breakdowns, behind one progress bar. Throws `experiment.cancelled` where the
 * person interrupts it: what finished is in the store, if there is one.
 */
export async function finishedCases(
  cases: readonly Case[],
  options: Omit<RunnerOptions, 'columns' | 'signal' | 'progress'>,
): Promise<readonly CaseResult[]> {
  const progress = casesBar(cases.reduce((total, { seeds }) => total + seeds.length, 0));
  const signal = interruption();
  const finished: CaseResult[] = [];
  try {
    for await (const result of runCases(cases, { ...options, signal, progress, columns: true }))
      finished.push(result);
  } finally {
    progress.end();
  }
  if (!signal.aborted) return finished;
  throw new StudioError({
    code: 'experiment.cancelled',
    message: 'It was cancelled before all runs were over.',
    hint:
      options.store === undefined
        ? 'Without --no-store what has run is kept, and it can go on from there.'
        : 'Start it again: what has run is kept.',
  });
}
