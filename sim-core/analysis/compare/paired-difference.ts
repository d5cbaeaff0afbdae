import { sqrt } from '../../kernel/math.ts';
import type { Interval } from '../interval.ts';
import { studentQuantile } from './student-t.ts';

/** How one number of each seed differs between two runs of the same seeds. In the unit of the number. */
export interface PairedDifference {
  /** Seeds that have the number in both. */
  readonly pairs: number;
  /** Mean of (other - base); NaN without pairs. */
  readonly mean: number;
  /** 95 % interval of the mean; undefined with fewer than two pairs. */
  readonly interval?: Interval;
  /** Seeds in which the other is above the base, and below it. */
  readonly above: number;
  readonly below: number;
  /**
   * How many times as many seeds would be needed for such an interval if the two had been run with luck of their own: what
   * common random numbers have saved. Undefined where it cannot be told.
   */
  readonly saved?: number;
}

/** Told beside such an interval. */
export const pairedDifferenceMethod =
  'mean of the differences seed by seed, with a 95 % interval by the paired t test (Student 1908)';

/** Compares the numbers of two runs, which stand in the order of the same seeds; NaN where a seed has none. */
export function pairedDifference(base: readonly number[], other: readonly number[]): PairedDifference {
  const differences: number[] = [];
  const bases: number[] = [];
  const others: number[] = [];
  for (let i = 0; i < base.length; i++) {
    const difference = other[i] - base[i];
    if (Number.isNaN(difference)) continue;
    differences.push(difference);
    bases.push(base[i]);
    others.push(other[i]);
  }
  const pairs = differences.length;
  const mean = meanOf(differences);
  const counts = {
    pairs,
    mean,
    above: differences.filter((difference) => difference > 0).length,
    below: differences.filter((difference) => difference < 0).length,
  };
  if (pairs < 2) return counts;
  const variance = varianceOf(differences);
  const margin = studentQuantile(0.975, pairs - 1) * sqrt(variance / pairs);
  const apart = varianceOf(bases) + varianceOf(others);
  return {
    ...counts,
    interval: { low: mean - margin, high: mean + margin },
    ...(variance > 0 ? { saved: apart / variance } : {}),
  };
}

/** True where the interval leaves no doubt of the direction. */
export const isClear = ({ interval }: PairedDifference): boolean =>
  interval !== undefined && (interval.low > 0 || interval.high < 0);

/** Mean of numbers; NaN of none. */
export function meanOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return squares / (values.length - 1);
}
