import { floor } from './math.ts';

/**
 * Median (the lower of two middles) of the first `count` values; NaN of none. Reorders the values. Selection by Hoare with
 * the middle element as pivot: linear on average, the same path on every platform.
 */
export function median(values: Float64Array, count: number): number {
  if (count === 0) return Number.NaN;
  const k = floor((count - 1) / 2);
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i] = values[j];
      values[j] = held;
      i++;
      j--;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k];
}
