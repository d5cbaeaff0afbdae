import type { SeedResult } from '../../sim-core/contract/run.ts';
import type { Fan } from '../charts/plot-data.ts';
import { createSpread } from './spread.ts';

/** How finished seeds spread, metric by metric. */
export interface Fans {
  add(result: SeedResult): void;
  /** One per metric, none before the first seed. The same objects until a seed is added. */
  get(): readonly Fan[];
}

export function createFans(metrics: number, ticks: number, seeds: number): Fans {
  const spreads = Array.from({ length: metrics }, () => createSpread(ticks, seeds));
  let fans: readonly Fan[] = [];
  let stale = false;
  return {
    add({ columns }) {
      for (const [metric, spread] of spreads.entries()) {
        const column = columns[metric];
        if (column !== undefined) spread.add(column);
      }
      stale = true;
    },
    get() {
      if (stale) fans = spreads.map((spread) => spread.fan());
      stale = false;
      return fans;
    },
  };
}
