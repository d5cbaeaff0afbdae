import { quantileOfSorted } from '../results/last-day.ts';

/** The quantile `p` of numbers in any order, between neighbours in proportion (type 7, as in R and NumPy); NaN of none. */
export const quantileOf = (values: Iterable<number>, p: number): number =>
  quantileOfSorted(
    [...values].sort((a, b) => a - b),
    p,
  ) ?? NaN;

export const median = (values: Iterable<number>): number => quantileOf(values, 0.5);
