import { floor, min } from '../kernel/math.ts';

/** The quantile `p` (0 to 1) of ascending numbers, between neighbours in proportion (type 7, as in R and NumPy); `null` of none. */
export function quantileOfSorted(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = floor(place);
  const low = sorted[below];
  const high = sorted[min(below + 1, sorted.length - 1)];
  return low === high ? low : low + (high - low) * (place - below);
}

/** The same of numbers in any order; NaN of none. */
export const quantileOf = (values: Iterable<number>, p: number): number =>
  quantileOfSorted(
    [...values].sort((a, b) => a - b),
    p,
  ) ?? NaN;

export const median = (values: Iterable<number>): number => quantileOf(values, 0.5);
