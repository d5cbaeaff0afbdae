import type { SeedResult } from '../../../sim-core/contract/run.ts';

/**
 * Mean of a metric over seeds, day by day: unlike medians, means of parts add up to the mean of the whole. A seed without a
 * value on a day is left out on it; NaN where none has one.
 */
export function meanColumn(seeds: readonly Pick<SeedResult, 'columns'>[], column: number): Float64Array {
  const ticks = seeds[0]?.columns[column]?.length ?? 0;
  return Float64Array.from({ length: ticks }, (_, tick) => {
    let total = 0;
    let count = 0;
    for (const { columns } of seeds) {
      const value = columns[column]?.[tick] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      total += value;
      count += 1;
    }
    return total / count;
  });
}
