import { inChunks, numberCell, row, textCell } from '../../../../sim-core/results/spelling.ts';
import type { FlipAnswer } from '../../../services/experiments/flip/run-flip.ts';

/** One row a number and direction, the nearest first. */
export const flipCsv = (answer: FlipAnswer): Iterable<string> => inChunks(rowsOf(answer));

function* rowsOf({ numbers }: FlipAnswer): Generator<string> {
  yield row(
    [
      'parameter',
      'label',
      'unit',
      'direction',
      'kind',
      'from',
      'to',
      'before',
      'distance',
      'share',
      'ended',
    ].map(textCell),
  );
  for (const { path, label, unit, direction, kind, from, to, before, distance, share, ended } of numbers) {
    yield row([
      ...[path, label, unit, direction, kind].map(textCell),
      ...[from, to, before, distance, share].map(numberCell),
      textCell(ended),
    ]);
  }
}
