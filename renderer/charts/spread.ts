import type { Fan } from './plot-data.ts';

/** How seeds spread on each day. Each seed is sorted in once, so that a new one costs little however many there are. */
export interface Spread {
  /** One seed's values; a value that is not a number is left out on its day. */
  add(values: Float64Array): void;
  /** Quantiles of what was added, interpolated between ranks (type 7 of Hyndman and Fan, as R and numpy do). */
  fan(): Fan;
}

/** Room for `capacity` seeds of `ticks` days. */
export function createSpread(ticks: number, capacity: number): Spread {
  const sorted = new Float64Array(ticks * capacity);
  const counts = new Uint32Array(ticks);
  let seeds = 0;

  const insert = (tick: number, value: number): void => {
    const start = tick * capacity;
    const count = counts[tick] ?? 0;
    let low = start;
    let high = start + count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    sorted.copyWithin(low + 1, low, start + count);
    sorted[low] = value;
    counts[tick] = count + 1;
  };

  const quantile = (tick: number, share: number): number => {
    const count = counts[tick] ?? 0;
    if (count === 0) return Number.NaN;
    const rank = (count - 1) * share;
    const below = tick * capacity + Math.floor(rank);
    const from = sorted[below] ?? Number.NaN;
    const to = sorted[tick * capacity + Math.ceil(rank)] ?? Number.NaN;
    return from === to ? from : from + (to - from) * (rank - Math.floor(rank));
  };

  const line = (share: number): Float64Array => Float64Array.from(counts, (_, tick) => quantile(tick, share));

  return {
    add(values) {
      if (seeds === capacity) throw new RangeError(`a spread of ${capacity} seeds is full`);
      seeds += 1;
      for (let tick = 0; tick < ticks; tick += 1) {
        const value = values[tick] ?? Number.NaN;
        if (!Number.isNaN(value)) insert(tick, value);
      }
    },
    fan: () => ({
      seeds,
      p5: line(0.05),
      p25: line(0.25),
      median: line(0.5),
      p75: line(0.75),
      p95: line(0.95),
    }),
  };
}
