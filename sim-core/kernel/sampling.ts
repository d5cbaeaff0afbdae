import type { Breakdown } from '../contract/breakdown.ts';

/** Days between samples of breakdowns: groups change slowly, and a number a day for each would be most of a result. */
const period = 30;

/** Ticks that are sampled: the last of every 30 days, and the last of the run. */
export function sampleTicks(ticks: number): readonly number[] {
  const whole = Array.from({ length: (ticks - (ticks % period)) / period }, (_, i) => (i + 1) * period - 1);
  return ticks % period === 0 ? whole : [...whole, ticks - 1];
}

/** Samples of a run while it goes on; a tick says by itself which sample it is, so that a resumed run needs no more. */
export interface Sampling<World> {
  /** One per breakdown, samples x groups: all groups of the first sample, then of the second. */
  readonly columns: readonly Float64Array[];
  /** Reads every breakdown if the tick is sampled; names a value that is not finite and may not be missing. */
  take(world: World, tick: number): string | undefined;
}

/** Room for the samples of a run of `ticks` days. */
export function sampling<World>(breakdowns: readonly Breakdown<World>[], ticks: number): Sampling<World> {
  const samples = sampleTicks(ticks).length;
  const columns = breakdowns.map(({ groups }) => new Float64Array(samples * groups.length));
  const rows = breakdowns.map(({ groups }) => new Float64Array(groups.length));
  return {
    columns,
    take(world, tick) {
      const done = tick + 1;
      if (done % period !== 0 && done !== ticks) return undefined;
      const sample = done % period === 0 ? done / period - 1 : samples - 1;
      for (let i = 0; i < breakdowns.length; i++) {
        const { id, by, groups, gaps } = breakdowns[i];
        const row = rows[i];
        breakdowns[i].read(world, row);
        for (let g = 0; g < groups.length; g++) {
          const value = row[g];
          if (value - value !== 0 && (gaps === undefined || value === value))
            return `${id} of ${by} ${groups[g]} is ${value}.`;
        }
        columns[i].set(row, sample * groups.length);
      }
      return undefined;
    },
  };
}
