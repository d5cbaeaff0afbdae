import { abs, clamp, exp, floor, log } from '../../kernel/math.ts';

/**
 * A number that is changed, and how far: its coordinate is 0 where it is as the scenario has it. On an axis of ratios the coordinate
 * is the logarithm of the factor (0.69 is twice as much, -0.69 half); on a linear one it is the change as a share of the range.
 */
export interface Axis {
  readonly base: number;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly scale: 'ratio' | 'linear';
  /** Ends of the coordinate: at `low` the value is `min`, at `high` it is `max`. */
  readonly low: number;
  readonly high: number;
}

/** What a number is, and the range that it may take. Finite. */
export interface Ranged {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** No ratio reaches 0: a thousandth counts as there. */
const nearlyNothing = log(1000);

/** Numbers above 0 that cannot be below it are changed by ratios, others by shares of their range. */
export function axisOf({ value, min, max, integer }: Ranged): Axis {
  const rest = { base: value, min, max, integer };
  if (value > 0 && min >= 0) {
    const low = min > 0 ? log(min / value) : -nearlyNothing;
    return { ...rest, scale: 'ratio', low, high: log(max / value) };
  }
  const span = max - min;
  return { ...rest, scale: 'linear', low: (min - value) / span, high: (max - value) / span };
}

/** The value at a coordinate, inside the range; exactly the ends at the ends. */
export function valueOn({ base, min, max, integer, scale, low, high }: Axis, coordinate: number): number {
  if (coordinate === 0) return base;
  if (coordinate <= low) return min;
  if (coordinate >= high) return max;
  const value = scale === 'ratio' ? base * exp(coordinate) : base + coordinate * (max - min);
  return clamp(integer ? floor(value + 0.5) : value, min, max);
}

/** Distances at which a first look is taken, near ones first; the end of the range comes behind them. */
const ladders: Readonly<Record<Axis['scale'], readonly number[]>> = {
  ratio: [1.05, 1.1, 1.25, 1.5, 2, 4, 10, 100].map((factor) => log(factor)),
  linear: [0.05, 0.1, 0.2, 0.35, 0.5, 0.75],
};

/** Coordinates of the first look in one direction (1 up, -1 down), each with another value than the one before. */
export function ladderOf(axis: Axis, direction: 1 | -1): readonly number[] {
  const end = direction > 0 ? axis.high : axis.low;
  const inside = ladders[axis.scale].filter((distance) => distance < abs(end)).map((d) => d * direction);
  const coordinates: number[] = [];
  let last = axis.base;
  for (const coordinate of [...inside, end]) {
    const value = valueOn(axis, coordinate);
    if (value === last) continue;
    coordinates.push(coordinate);
    last = value;
  }
  return coordinates;
}

/** Nearer than this two coordinates are one: 1 % of the value, or half a percent of the range. */
const closeEnough = { ratio: 0.01, linear: 0.005 } as const;

/** The coordinate between two, or undefined where they are as near as they need to be. */
export function between(axis: Axis, near: number, far: number): number | undefined {
  if (abs(far - near) <= closeEnough[axis.scale]) return undefined;
  const middle = (near + far) / 2;
  const value = valueOn(axis, middle);
  return value === valueOn(axis, near) || value === valueOn(axis, far) ? undefined : middle;
}
