import type { SeedResult } from '../../sim-core/contract/run.ts';
import type { Fan } from '../charts/plot-data.ts';
import { createSpread, type Spread } from '../charts/spread.ts';
import type { Allowance } from './allowance.ts';

/** How finished seeds spread. Only what is looked at costs time and memory, and never more time at once than is allowed. */
export interface LiveSpreads {
  add(result: SeedResult): void;
  /** The spread of a metric by its column, over the days; absent before the first seed. The same object until seeds are added to it. */
  ofMetric(column: number): Fan | undefined;
  /** The spread of a breakdown by its place, over samples x groups. */
  ofBreakdown(place: number): Fan | undefined;
}

interface Followed {
  /** Absent once every seed is in: the room is given back. */
  spread?: Spread;
  /** Seeds that are in it. */
  seeds: number;
  fan?: Fan;
}

interface LiveSpreadsParts {
  /** Seeds there can be. */
  readonly seeds: number;
  readonly allowance: Allowance;
  /** Called where seeds are left for later. */
  onMore(): void;
}

type ValuesOf = (result: SeedResult) => Float64Array | undefined;

export function createLiveSpreads({ seeds, allowance, onMore }: LiveSpreadsParts): LiveSpreads {
  const results: SeedResult[] = [];
  const followed = new Map<string, Followed>();

  const follow = (key: string, valuesOf: ValuesOf): Fan | undefined => {
    const [first] = results;
    const values = first === undefined ? undefined : valuesOf(first);
    if (values === undefined) return undefined;
    const one = followed.get(key) ?? begin(key, values.length);
    if (one.spread === undefined || one.seeds === results.length) return one.fan;
    catchUp(one, one.spread, valuesOf);
    return one.fan;
  };

  const begin = (key: string, length: number): Followed => {
    const spread = createSpread(length, seeds);
    const begun: Followed = { spread, seeds: 0 };
    followed.set(key, begun);
    return begun;
  };

  /** At least one seed, so that something can be seen; the rest while there is time. */
  const catchUp = (one: Followed, spread: Spread, valuesOf: ValuesOf): void => {
    if (one.seeds > 0 && !allowance.left()) {
      onMore();
      return;
    }
    do {
      const result = results[one.seeds];
      spread.add((result && valuesOf(result)) ?? new Float64Array());
      one.seeds += 1;
    } while (one.seeds < results.length && allowance.left());
    one.fan = spread.fan();
    if (one.seeds < results.length) onMore();
    if (one.seeds === seeds) delete one.spread;
  };

  return {
    add: (result) => void results.push(result),
    ofMetric: (column) => follow(`metric ${column}`, ({ columns }) => columns[column]),
    ofBreakdown: (place) => follow(`breakdown ${place}`, ({ breakdowns }) => breakdowns[place]),
  };
}
