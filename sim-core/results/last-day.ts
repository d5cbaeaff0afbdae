import type { BatchResult } from '../contract/run.ts';

/** A metric on the last day, over seeds: `null` where no seed has a number there. */
export interface LastDay {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** Quantiles over seeds of each metric on the last day. */
export function lastDay(batch: Pick<BatchResult, 'metrics' | 'seeds' | 'ticks'>): readonly LastDay[] {
  return batch.metrics.map(({ id, title, unit }, metric) => {
    const values = batch.seeds
      .map(({ columns }) => Number(columns[metric]?.[batch.ticks - 1]))
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (p: number) => quantileOfSorted(values, p);
    return { id, title, unit, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  });
}

/** Between neighbours in proportion (type 7, as in R and NumPy). */
export function quantileOfSorted(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = Number(sorted[below]);
  const high = Number(sorted[Math.min(below + 1, sorted.length - 1)]);
  return low === high ? low : low + (high - low) * (place - below);
}
