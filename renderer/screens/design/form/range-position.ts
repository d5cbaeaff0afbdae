/** Where a value stands in its range, 0 to 1: on a logarithmic scale where the range spans many magnitudes and the value is small. */
export function rangePosition(value: number, min: number, max: number): number {
  if (!(max > min)) return 0;
  const held = Math.min(max, Math.max(min, value));
  return isWide(min, max)
    ? Math.log1p((held - min) / unitOf(min, max)) / Math.log1p((max - min) / unitOf(min, max))
    : (held - min) / (max - min);
}

/** Ranges such as 0 to a thousand million have their usual values near one end. */
const isWide = (min: number, max: number): boolean => max - min > 1000 && min >= 0;

const unitOf = (min: number, max: number): number => Math.max(min, (max - min) / 1e6, 1e-9);
