import { inChunks, numberCell, row, textCell } from '../../../../sim-core/results/spelling.ts';
import type { OptimiseAnswer } from '../../../services/experiments/optimise/optimise-answer.ts';

/** One row a candidate, the scenario as it is first: its values, its goals with their intervals, its constraints. */
export const frontCsv = (answer: OptimiseAnswer): Iterable<string> => inChunks(rowsOf(answer));

function* rowsOf({ goals, constraints, asItIs, front }: OptimiseAnswer): Generator<string> {
  const paths = [...new Set(front.flatMap(({ point }) => point.map(({ path }) => path)))];
  const goalNames = goals.flatMap(({ written }) => [written, `${written} low`, `${written} high`]);
  yield row(['candidate', ...paths, ...goalNames, ...constraints, 'holds'].map(textCell));
  for (const [i, candidate] of [asItIs, ...front].entries()) {
    const numbers = candidate.goals.flatMap(({ value, interval }) => [value, interval?.low, interval?.high]);
    yield row([
      i === 0 ? 'as it is' : `${i}`,
      ...paths.map((path) => textCell(candidate.point.find((trial) => trial.path === path)?.written ?? '')),
      ...[...numbers, ...candidate.constraints.map(({ value }) => value)].map(numberCell),
      candidate.holds ? 'yes' : 'no',
    ]);
  }
}
