import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Case, CaseResult } from '../../services/experiments/case.ts';
import { runCases } from '../../services/experiments/runner.ts';
import type { Installation } from '../../services/installation.ts';
import { interruption } from '../interruption.ts';
import { progressBar } from '../progress-bar.ts';
import { openStore } from './open-store.ts';

export interface CaseOptions {
  readonly workers?: number;
  /** Folder of the run store; none is used if absent. */
  readonly runs?: string;
}

/**
 * Runs cases to the end, all of them with columns and breakdowns, behind one progress bar. Throws `experiment.cancelled` where the
 * person interrupts it: what finished is in the store, if there is one.
 */
export async function finishedCases(
  cases: readonly Case[],
  installation: Installation,
  { workers, runs }: CaseOptions,
): Promise<readonly CaseResult[]> {
  const bar = progressBar(cases.reduce((total, { seeds }) => total + seeds.length, 0));
  const signal = interruption();
  const store = await openStore(installation, runs);
  const progress = {
    frame: (index: number, frame: Parameters<typeof bar.frame>[0]) =>
      bar.frame({ ...frame, seed: `${index} ${frame.seed}` }),
    seedOver: (index: number, seed: string) => bar.seedOver(`${index} ${seed}`),
  };
  const finished: CaseResult[] = [];
  try {
    const options = { installation, signal, progress, columns: true };
    for await (const result of runCases(cases, {
      ...options,
      ...(store === undefined ? {} : { store }),
      ...(workers === undefined ? {} : { workers }),
    }))
      finished.push(result);
  } finally {
    bar.end();
  }
  if (signal.aborted) {
    throw new StudioError({
      code: 'experiment.cancelled',
      message: 'It was cancelled before all runs were over.',
      hint:
        runs === undefined
          ? 'With --runs <folder> what has run is kept, and it can go on from there.'
          : 'Start it again: what has run is kept.',
    });
  }
  return finished;
}
