import { numberCell, row, textCell } from '../../../sim-core/results/spelling.ts';
import type { Comparison } from '../../sim/compare/comparing.ts';
import type { ParameterRow } from './parameter-rows.ts';

/** The comparison as one tidy table: a row for each number of each side, what differs first. */
export function* comparisonCsv(
  { labels, measures, verdicts, gains }: Comparison,
  parameters: readonly ParameterRow[],
): Generator<string> {
  yield row(['part', 'what', 'group', 'unit', 'side', 'value', 'difference', 'low', 'high', 'seeds']);
  for (const { path, cells } of parameters.filter(({ differs }) => differs))
    for (const [i, label] of labels.entries())
      yield row([
        ...['parameter', path, '', '', label, cells[i]?.shown ?? ''].map(textCell),
        numberCell(cells[i]?.change),
        ...['', '', ''],
      ]);
  for (const { written, unit, means, differences } of measures)
    for (const [i, label] of labels.entries()) {
      const difference = differences[i - 1];
      yield row([
        ...['measure', written, '', unit, label].map(textCell),
        numberCell(means[i]),
        ...[difference?.mean, difference?.interval?.low, difference?.interval?.high].map(numberCell),
        numberCell(difference?.pairs),
      ]);
    }
  for (const { id, held } of verdicts)
    for (const [i, label] of labels.entries()) {
      const [share, base] = [held[i], held[0]];
      const value = share && share.held / share.of;
      const difference = i > 0 && share && base ? share.held / share.of - base.held / base.of : undefined;
      yield row([
        ...['verdict', id, '', 'share of seeds', label].map(textCell),
        ...[value, difference, share?.low, share?.high, share?.of].map(numberCell),
      ]);
    }
  for (const [i, each] of gains.entries())
    for (const { by, quantity, groups } of each)
      for (const { group, base, difference } of groups)
        yield row([
          ...[by, quantity.id, group, quantity.unit, labels[i + 1] ?? ''].map(textCell),
          numberCell(base + difference.mean),
          ...[difference.mean, difference.interval?.low, difference.interval?.high].map(numberCell),
          numberCell(difference.pairs),
        ]);
}
