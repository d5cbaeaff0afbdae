import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { inChunks, numberCell, row, textCell } from '../../../../sim-core/results/spelling.ts';
import type { CalibrateAnswer } from '../../../services/experiments/calibrate/calibrate-answer.ts';

/** One row an observation: what was observed, what the fitted model says, and the two bands. */
export const residualsCsv = (answer: CalibrateAnswer): Iterable<string> => inChunks(rowsOf(answer));

const head = [
  ...['column', 'metric', 'date', 'days', 'line', 'window', 'observed', 'modelled', 'error'],
  ...['seeds_low', 'seeds_high', 'inside_seeds', 'expected_low', 'expected_high', 'inside_expected'],
];

function* rowsOf({ columns, residuals }: CalibrateAnswer): Generator<string> {
  yield row(head.map(textCell));
  const metrics = new Map(columns.map(({ column, metric }) => [column, metric]));
  const answered = (holds: boolean): string => (holds ? 'yes' : 'no');
  for (const { column, observation, window, modelled, error, seeds, expected } of residuals) {
    const { day, days, line, value } = observation;
    yield row([
      ...[column, metrics.get(column) ?? '', isoDate(day)].map(textCell),
      ...[days, line].map(numberCell),
      textCell(window),
      ...[value, modelled, error, seeds.low, seeds.high].map(numberCell),
      answered(seeds.holds),
      ...[expected.low, expected.high].map(numberCell),
      answered(expected.holds),
    ]);
  }
}
