import type { Factor, Point, RangedFactor } from '../../contract/design.ts';
import { clamp, exp, floor, log, min } from '../../kernel/math.ts';

/** The point of a design at coordinates from 0 to 1, one a factor, as assignments. */
export const pointAt = (factors: readonly Factor[], coordinates: ArrayLike<number>): Point =>
  factors.map((factor, i) => ({ path: factor.path, written: writtenAt(factor, coordinates[i]) }));

/** What a factor is at a coordinate from 0 to 1, with its unit, as it is written on a command line. */
export function writtenAt(factor: Factor, coordinate: number): string {
  if ('values' in factor) {
    return factor.values[min(floor(coordinate * factor.values.length), factor.values.length - 1)];
  }
  const value = `${numberAt(factor, coordinate)}`;
  return factor.unit === undefined ? value : `${value} ${factor.unit}`;
}

/** The number at a coordinate. Whole numbers come from a range that is one wider, so that each is equally likely. */
function numberAt({ min: low, max: high, scale, integer }: RangedFactor, coordinate: number): number {
  const [from, to] = integer === true ? [low - 0.5, high + 0.5] : [low, high];
  const value =
    scale === 'log' && from > 0
      ? exp(log(from) + coordinate * (log(to) - log(from)))
      : from + coordinate * (to - from);
  return clamp(integer === true ? floor(value + 0.5) : value, low, high);
}
