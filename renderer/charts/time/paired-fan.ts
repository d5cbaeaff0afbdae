import type { SeedResult } from '../../../sim-core/contract/run.ts';
import type { Fan } from '../plot-data.ts';
import { createSpread } from '../spread.ts';

/** The seeds of a batch, and which column holds the metric. */
export interface SeedColumn {
  readonly seeds: readonly Pick<SeedResult, 'seed' | 'columns'>[];
  readonly column: number;
}

/**
 * How (other - base) spreads over the seeds that both have, day by day, in the unit of the metric. Over the days of the
 * shorter; `seeds` is 0 where they have none in common. A step a seed.
 */
export function* pairedFan(base: SeedColumn, other: SeedColumn): Generator<void, Fan> {
  const bases = new Map(base.seeds.map(({ seed, columns }) => [seed, columns[base.column]]));
  const pairs = other.seeds.flatMap(({ seed, columns }) => {
    const before = bases.get(seed);
    const after = columns[other.column];
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
  const ticks =
    pairs.length === 0
      ? 0
      : Math.min(...pairs.map(({ before, after }) => Math.min(before.length, after.length)));
  const spread = createSpread(ticks, pairs.length);
  for (const { before, after } of pairs) {
    const difference = (_: unknown, tick: number) =>
      (after[tick] ?? Number.NaN) - (before[tick] ?? Number.NaN);
    spread.add(Float64Array.from({ length: ticks }, difference));
    yield;
  }
  return spread.fan();
}
