import type { Distribution } from '../contract/parameter.ts';
import { exp, floor, log, min, normalQuantile, sqrt } from './math.ts';
import { halfStep } from './random.ts';

/** The value that a uniform draw `u` (0 <= u < 1) picks from a distribution, held inside the bounds that the parameter declares. */
export function drawn(
  distribution: Distribution,
  { min: low, max: high }: { readonly min: number; readonly max: number },
  u: number,
): number {
  const value = valueAt(distribution, u + halfStep);
  return value < low ? low : value > high ? high : value;
}

/** The value at probability `p` (0 < p < 1). */
function valueAt(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return distribution.min + (distribution.max - distribution.min) * p;
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max, p);
    case 'normal':
      return distribution.mean + distribution.sd * normalQuantile(p);
    case 'lognormal':
      return exp(log(distribution.median) + distribution.sigma * normalQuantile(p));
    case 'empirical':
      return (
        distribution.values[min(floor(p * distribution.values.length), distribution.values.length - 1)] ?? NaN
      );
  }
}

function triangular(low: number, mode: number, high: number, p: number): number {
  if (high === low) return low;
  const atMode = (mode - low) / (high - low);
  return p < atMode
    ? low + sqrt(p * (high - low) * (mode - low))
    : high - sqrt((1 - p) * (high - low) * (high - mode));
}
