import type { BatchResult } from '../contract/run.ts';
import { quantileOfSorted } from './quantile.ts';

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
      .map(({ columns }) => columns[metric]?.[batch.ticks - 1] ?? NaN)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (p: number) => quantileOfSorted(values, p);
    return { id, title, unit, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  });
}
