import { scaleLinear, scaleLog } from 'd3';
import { axisNumbers, bareQuantity } from '../../ui/number-format.ts';
import { textWidth } from '../text-width.ts';

export interface AxisTick {
  /** In px. */
  readonly at: number;
  readonly text: string;
}

/** From values to px and back. */
export interface NumberAxis {
  /** Values off the axis are held at its ends. */
  at(value: number): number;
  valueAt(px: number): number;
  readonly ticks: readonly AxisTick[];
  readonly low: number;
  readonly high: number;
}

export interface NumberAxisRequest {
  /** What must be shown; what is not finite does not count. */
  readonly values: Iterable<number>;
  readonly unit: string;
  /** Px of the low end and of the high end. */
  readonly range: readonly [number, number];
  readonly scale?: 'linear' | 'log';
  /** Bars and differences begin at zero. */
  readonly zero?: boolean;
  /** Px that a number and its distance to the next take along the axis: 26 for numbers above each other, more side by side. */
  readonly room?: number;
  /** Keeps the ends where the data ends, for axes that share a range. */
  readonly tight?: boolean;
}

/** An axis that holds all values, with round ends and as many numbers as there is room for. */
export function numberAxis(request: NumberAxisRequest): NumberAxis {
  const { values, unit, range, zero = false, tight = false } = request;
  const [least, most] = endsOf(values);
  const logarithmic = request.scale === 'log' && least > 0;
  const low = zero ? Math.min(0, least) : least;
  const high = zero ? Math.max(0, most) : most;
  const domain: [number, number] = low === high ? around(low, logarithmic) : [low, high];
  const wanted = Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / (request.room ?? 26)));
  if (logarithmic) {
    const scale = scaleLog().domain(domain).range(range).clamp(true);
    const ticks = tickAt(logTicks(domain, wanted), scale, (value) => bareQuantity(value, unit));
    return { at: scale, valueAt: (px) => scale.invert(px), ticks, low: domain[0], high: domain[1] };
  }
  const bare = scaleLinear().domain(domain).range(range).clamp(true);
  const scale = tight ? bare : bare.nice(Math.min(wanted, 7));
  const numbers = scale.ticks(Math.min(wanted, 7));
  const texts = axisNumbers(numbers, unit);
  const ticks = numbers.map((value, index) => ({ at: scale(value), text: texts[index] ?? '' }));
  const [from = 0, to = 1] = scale.domain();
  return { at: scale, valueAt: (px) => scale.invert(px), ticks, low: from, high: to };
}

function endsOf(values: Iterable<number>): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 1] : [low, high];
}

const around = (value: number, logarithmic: boolean): [number, number] => {
  if (logarithmic) return [value / 2, value * 2];
  return value === 0 ? [0, 1] : [value - Math.abs(value) / 2, value + Math.abs(value) / 2];
};

const tickAt = (values: readonly number[], at: (value: number) => number, text: (value: number) => string) =>
  values.map((value) => ({ at: at(value), text: text(value) }));

/** 1, 2, 5 of each tenfold where there is room for them, else powers of ten, else the ends. */
function logTicks([low, high]: readonly [number, number], wanted: number): readonly number[] {
  const inside = (steps: readonly number[]): number[] => {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1)
      for (const step of steps) found.push(Number(`${step}e${power}`));
    return found.filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  };
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const found = inside(steps);
    if (found.length >= 2 && found.length <= wanted) return found;
  }
  const powers = inside([1]);
  const stride = Math.ceil(powers.length / wanted);
  return powers.length >= 2 ? powers.filter((_, index) => index % stride === 0) : [low, high];
}

/** Px that the numbers of a vertical axis take at its left. */
export const axisWidth = ({ ticks }: Pick<NumberAxis, 'ticks'>): number =>
  Math.ceil(Math.max(16, ...ticks.map(({ text }) => textWidth(text, 11)))) + 10;
