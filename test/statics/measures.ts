import type { Measured, Path } from './ensemble.ts';

/** A number that a run ends in. */
export type Measure = (path: Path) => number;

export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export const mean = (values: readonly number[]): number => total(values) / values.length;

/** Of the values that are there: of days without one, such as a payback without profit, none is counted. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** The days of the n-th year, from 1. */
export const year = (values: readonly number[], n: number): readonly number[] =>
  values.slice(365 * (n - 1), 365 * n);

/** Logarithm of the mean of a metric over the n-th year. */
export const logOfYear =
  (metric: Measured, n: number): Measure =>
  (path) =>
    Math.log(mean(year(path(metric), n)));

/** Mean logarithm of the price. */
export const meanLogPrice: Measure = (path) => mean(path('market.price').map(Math.log));

export const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN;

/** Day of the largest value. */
export const dayOfPeak = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** Standard deviation of daily logarithmic returns. */
export function volatility(prices: readonly number[]): number {
  const returns = prices.slice(1).map((price, day) => Math.log(price / (prices[day] ?? Number.NaN)));
  const middle = mean(returns);
  return Math.sqrt(mean(returns.map((r) => (r - middle) ** 2)));
}
