/**
 * Value that has rank `k` (0: smallest) among rows `from` .. `to - 1`, which are reordered: smaller ones before it, larger
 * ones after. Selection by Hoare with the middle element as pivot: linear on average, the same path on every platform.
 */
export function select(values: Float64Array, from: number, to: number, k: number): number {
  let low = from;
  let high = to - 1;
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
