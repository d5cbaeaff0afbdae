import type { RangedFactor } from '../../contract/design.ts';
import { clamp, log } from '../../kernel/math.ts';
import { writtenAt } from '../designs/point-at.ts';

/** The number of a parameter at a coordinate from 0 to 1. */
export const valueAt = (factor: RangedFactor, coordinate: number): number =>
  Number.parseFloat(writtenAt(factor, coordinate));

/** The coordinate of a number: 0 at the least, 1 at the most. */
function coordinateOf({ min, max, scale, integer }: RangedFactor, value: number): number {
  const [from, to] = integer === true ? [min - 0.5, max + 0.5] : [min, max];
  const share =
    scale === 'log' && from > 0
      ? (log(value) - log(from)) / (log(to) - log(from))
      : (value - from) / (to - from);
  return clamp(share, 0, 1);
}

/** Half the width of a whole number; 0 of others. */
export const finestOf = ({ min, max, integer }: RangedFactor): number =>
  integer === true ? 1 / (max - min + 1) : 0;

const digits = 6;

/** The nearest coordinate at which the number has six digits, so that what is reported is what was run. */
export const rounded = (factor: RangedFactor, coordinate: number): number =>
  coordinateOf(
    factor,
    clamp(Number(valueAt(factor, coordinate).toPrecision(digits)), factor.min, factor.max),
  );
