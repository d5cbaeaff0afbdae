import type { SeedResult } from '../../sim-core/contract/run.ts';
import type { Fan } from './plot-data.ts';
import { createSpread, type Spread } from './spread.ts';

/** How finished seeds spread. Only metrics that are looked at cost time and memory. */
export interface Fans {
  add(result: SeedResult): void;
  /** The spread of the metric in a column; absent before the first seed. The same object until a seed is added. */
  of(column: number): Fan | undefined;
}

interface Followed {
  readonly spread: Spread;
  /** Seeds that are in it. */
  seeds: number;
  fan: Fan;
}

/** Room for `seeds` seeds of `ticks` days. */
export function createFans(ticks: number, seeds: number): Fans {
  const results: SeedResult[] = [];
  const followed = new Map<number, Followed>();

  const follow = (column: number): Followed => {
    const spread = createSpread(ticks, seeds);
    const begun = { spread, seeds: 0, fan: spread.fan() };
    followed.set(column, begun);
    return begun;
  };

  return {
    add(result) {
      results.push(result);
    },
    of(column) {
      if (results[0]?.columns[column] === undefined) return undefined;
      const one = followed.get(column) ?? follow(column);
      if (one.seeds === results.length) return one.fan;
      for (const { columns } of results.slice(one.seeds))
        one.spread.add(columns[column] ?? new Float64Array());
      one.seeds = results.length;
      one.fan = one.spread.fan();
      return one.fan;
    },
  };
}
