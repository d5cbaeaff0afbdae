import type { SweepOutcome } from '../../../services/experiments/sweep.ts';
import { problemText, tell } from '../../terminal.ts';

const mostTold = 5;

/** Says which seeds failed, why, and how to go on after an interruption. */
export function tellSweepShortfall({ finishedCases, failed, failures }: SweepOutcome, cases: number): void {
  const alike = new Map<string, (typeof failures)[number]>();
  for (const failure of failures) {
    const key = `${failure.problem.code} ${failure.problem.message.replace(/\d+/g, '0')}`;
    if (!alike.has(key)) alike.set(key, failure);
  }
  for (const { problem, seed, label } of [...alike.values()].slice(0, mostTold)) {
    const { where, ...rest } = problem;
    const place = where === undefined ? '' : ` (${where})`;
    tell(
      problemText({
        ...rest,
        message: `Seed ${seed} of the case "${label}" failed: ${problem.message}${place}`,
      }),
    );
  }
  if (failed > 0) tell(`${failed} ${failed === 1 ? 'seed' : 'seeds'} failed; the others are in the files.`);
  if (finishedCases < cases)
    tell(
      `It was interrupted: ${finishedCases} of ${cases} cases are in sweep.csv. Start it again to go on from there.`,
    );
}
