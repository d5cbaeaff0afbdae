import { sqrt } from '../kernel/math.ts';

/** Normal quantile of 97.5 %. */
const z = 1.959963984540054;

/** 95 % interval of a probability from `held` of `of` cases (E. B. Wilson 1927): sensible also at 0 and at 1. */
export function wilson(held: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const p = held / of;
  const centre = p + (z * z) / (2 * of);
  const spread = z * sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    low: held === 0 ? 0 : (centre - spread) / scale,
    high: held === of ? 1 : (centre + spread) / scale,
  };
}
