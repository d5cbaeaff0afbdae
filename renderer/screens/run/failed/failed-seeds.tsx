import type { ReactElement } from 'react';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { SeedFailure } from '../../../sim-core/contract/run.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface FailedSeedsProps {
  readonly failures: readonly SeedFailure[];
  /** Seeds that finished. */
  readonly kept: number;
}

/** Seeds that stopped, with their problem once for all that share it. */
export function FailedSeeds({ failures, kept }: FailedSeedsProps): ReactElement | null {
  if (failures.length === 0) return null;
  const seeds = failures.length === 1 ? '1 seed' : `${failures.length} seeds`;
  return (
    <section className="failed-seeds" aria-label="Failed seeds">
      <h2>
        {seeds} failed{kept > 0 ? `; the ${kept} that finished are kept` : ''}
      </h2>
      {groupsOf(failures).map(({ problem, of }) => (
        <ProblemNote key={problem.message} problem={problem}>
          {of.length > 1 && <p className="muted small">Seeds {of.join(', ')}</p>}
        </ProblemNote>
      ))}
    </section>
  );
}

function groupsOf(failures: readonly SeedFailure[]): { readonly problem: Problem; readonly of: string[] }[] {
  const groups = new Map<string, { problem: Problem; of: string[] }>();
  for (const { seed, problem } of failures) {
    const group = groups.get(problem.message);
    if (group === undefined) groups.set(problem.message, { problem, of: [seed] });
    else group.of.push(seed);
  }
  return [...groups.values()];
}
