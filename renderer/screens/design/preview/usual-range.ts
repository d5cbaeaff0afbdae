/** Values that are looked at in each column. */
const sampled = 200;

/**
 * The range in which nearly all values lie: all of them, unless a few lie so far out that the rest would be a flat line. Values that
 * are no numbers are left out.
 */
export function usualRange(columns: readonly Float64Array[]): readonly [number, number] {
  const values: number[] = [];
  for (const column of columns) {
    const stride = Math.max(1, Math.floor(column.length / sampled));
    for (let index = 0; index < column.length; index += stride) {
      const value = column[index] ?? Number.NaN;
      if (Number.isFinite(value)) values.push(value);
    }
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round((values.length - 1) * share)] ?? 0;
  const [low, high] = [at(0.03), at(0.97)];
  const reach = 2 * (high - low);
  return [Math.max(at(0), low - reach), Math.min(at(1), high + reach)];
}
