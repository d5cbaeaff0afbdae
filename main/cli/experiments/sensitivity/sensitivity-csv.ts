import { inChunks, numberCell, row, textCell } from '../../../../sim-core/results/spelling.ts';
import type { SensitivityResult } from '../../../services/experiments/sensitivity/sensitivity-result.ts';

/** One row a factor, the greatest effect first; what a method gives besides its effect has columns of its own. */
export function sensitivityCsv(result: SensitivityResult): Iterable<string> {
  return inChunks(rowsOf(result));
}

function* rowsOf({ measure, method, factors }: SensitivityResult): Generator<string> {
  const details = Object.keys(factors[0]?.details ?? {});
  const texts = ['measure', 'method', 'parameter', 'label', 'unit', 'range', 'unsourced'];
  yield row([...texts, 'effect', 'low', 'high', ...details, 'sentence'].map(textCell));
  for (const factor of factors) {
    const { path, label, unit, range, unsourced, effect, low, high, sentence } = factor;
    const numbers = [effect, low, high, ...details.map((name) => factor.details[name])];
    yield row([
      ...[measure, method, path, label, unit, range, unsourced ? 'yes' : 'no'].map(textCell),
      ...numbers.map(numberCell),
      textCell(sentence),
    ]);
  }
}
