import type { Comparison } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import { inChunks, numberCell, row, textCell } from '../../../../sim-core/results/spelling.ts';
import type { ParameterDifference } from '../../../../sim-core/scenario/parameter-differences.ts';
import type { FileToWrite } from '../../../ports/write-together.ts';

/** The comparison as tidy tables, one row a number, every column held against the first. */
export const comparisonCsv = (
  comparison: Comparison,
  parameters: readonly ParameterDifference[],
): readonly FileToWrite[] => [
  { name: 'measures.csv', chunks: inChunks(measureRows(comparison)) },
  { name: 'verdicts.csv', chunks: inChunks(verdictRows(comparison)) },
  { name: 'groups.csv', chunks: inChunks(groupRows(comparison)) },
  { name: 'parameters.csv', chunks: inChunks(parameterRows(comparison, parameters)) },
];

function* measureRows({ labels, measures }: Comparison): Generator<string> {
  yield row(['measure', 'unit', 'column', 'mean', 'difference', 'low', 'high', 'pairs', 'above', 'below']);
  for (const { written, unit, means, differences } of measures) {
    for (const [i, label] of labels.entries()) {
      const difference = differences[i - 1];
      yield row([
        ...[written, unit, label].map(textCell),
        ...[
          means[i],
          difference?.mean,
          difference?.interval?.low,
          difference?.interval?.high,
          difference?.pairs,
          difference?.above,
          difference?.below,
        ].map(numberCell),
      ]);
    }
  }
}

function* verdictRows({ labels, verdicts }: Comparison): Generator<string> {
  yield row([
    'verdict',
    'column',
    'held',
    'of',
    'low',
    'high',
    'both',
    'neither',
    'gained',
    'lost',
    'chance',
  ]);
  for (const { id, held, flips } of verdicts) {
    for (const [i, label] of labels.entries()) {
      const share = held[i];
      const flip = flips[i - 1];
      yield row([
        textCell(id),
        textCell(label),
        ...[share?.held, share?.of, share?.low, share?.high].map(numberCell),
        ...[flip?.both, flip?.neither, flip?.gained, flip?.lost, flip?.chance].map(numberCell),
      ]);
    }
  }
}

function* groupRows({ labels, gains }: Comparison): Generator<string> {
  yield row(['column', 'by', 'group', 'quantity', 'unit', 'base', 'difference', 'low', 'high', 'pairs']);
  for (const [i, each] of gains.entries()) {
    for (const { by, quantity, groups } of each) {
      for (const { group, base, difference } of groups) {
        yield row([
          ...[labels[i + 1] ?? '', by, group, quantity.id, quantity.unit].map(textCell),
          ...[base, difference.mean, difference.interval?.low, difference.interval?.high].map(numberCell),
          numberCell(difference.pairs),
        ]);
      }
    }
  }
}

function* parameterRows(
  { labels }: Comparison,
  parameters: readonly ParameterDifference[],
): Generator<string> {
  yield row(['parameter', 'label', 'unit', ...labels].map(textCell));
  for (const { path, label, unit, shown } of parameters)
    yield row([path, label, unit, ...shown.map((text) => text ?? '')].map(textCell));
}
