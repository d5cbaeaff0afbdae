import type { BatchResult } from '../contract/run.ts';
import { type LastDay, lastDay } from './last-day.ts';
import { quantileInterval } from './quantile-interval.ts';

/** A metric on the last day, and how sure its median over seeds is. */
export interface MedianOnLastDay extends LastDay {
  /** 95 % interval of the median by order statistics; `null` where there are too few seeds for one. */
  readonly p50Low: number | null;
  readonly p50High: number | null;
}

/** Quantiles over seeds of each metric on the last day, the median with its interval. */
export const medianIntervals = (
  batch: Pick<BatchResult, 'metrics' | 'seeds' | 'ticks'>,
): readonly MedianOnLastDay[] =>
  lastDay(batch).map((described, metric) => {
    const values = batch.seeds
      .map(({ columns }) => columns[metric][batch.ticks - 1])
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const interval = quantileInterval(values, 0.5);
    const known = interval !== undefined && interval.coverage >= 0.95;
    return { ...described, p50Low: known ? interval.low : null, p50High: known ? interval.high : null };
  });
