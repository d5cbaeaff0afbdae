import { scaleLinear, scaleLog } from 'd3';
import { axisNumbers, bareQuantity } from '../ui/number-format.ts';
import { type Extent, extentOf, type Range, rangesOf } from './extent.ts';
import { mainLine, type PlotSeries } from './plot-data.ts';

/** From values to px. */
export interface YScale {
  /** Values off the scale are clamped to its ends. */
  y(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** True where each tenfold has the same height. */
  readonly logarithmic: boolean;
  /** The largest value, where the scale stops short of it so that the rest can be read. */
  readonly beyond?: number;
}

/** Below this part of its height, a line lies on the ground of a chart that begins at zero. */
const ground = 0.05;

/** On more than this part of its days, that is too long to lie there unseen. */
const tooLong = 0.25;

/** How far above and below the main lines a logarithmic chart reaches, as a ratio. */
const reach = 30;

/** Fits a scale to the data, between `bottom` and `top` in px. */
export function yScale(series: readonly PlotSeries[], unit: string, bottom: number, top: number): YScale {
  const { all, main } = rangesOf(series);
  const extent = extentOf(series);
  const [only, ...others] = series;
  // Two flows are compared with each other, so that their heights must be.
  const alone = only !== undefined && others.length === 0;
  return alone && all.low > 0 && liesOnTheGround(only, extent.high)
    ? logarithmic(all, main, unit, [bottom, top])
    : linear(extent, unit, [bottom, top]);
}

function liesOnTheGround(series: PlotSeries, height: number): boolean {
  const line = mainLine(series);
  const known = line?.values.subarray(0, line.done).filter(Number.isFinite) ?? new Float64Array();
  return known.filter((value) => value < ground * height).length > tooLong * known.length;
}

function linear(extent: Extent, unit: string, px: readonly [number, number]): YScale {
  const scale = scaleLinear().domain(domainOf(extent)).nice(4).range(px).clamp(true);
  const values = scale.ticks(4);
  const texts = axisNumbers(values, unit);
  return {
    y: scale,
    ticks: values.map((value, index) => ({ at: scale(value), text: texts[index] ?? '' })),
    logarithmic: false,
    ...(extent.beyond === undefined ? {} : { beyond: extent.beyond }),
  };
}

/** Starts at zero unless that would press the data into a strip at the top. */
function domainOf({ low, high }: Extent): [number, number] {
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low * 1.2), Math.max(0, high * 1.2)];
  if (low > 0 && low <= 0.6 * high) return [0, high];
  return [low, high];
}

function logarithmic(all: Range, main: Range, unit: string, px: readonly [number, number]): YScale {
  const low = Math.max(all.low, main.low / reach);
  const high = Math.min(all.high, main.high * reach);
  const scale = scaleLog().domain([low, high]).range(px).clamp(true);
  const powers = powersOfTen(low, high);
  const stride = Math.ceil(powers.length / 6);
  return {
    y: scale,
    ticks: powers
      .filter((_, index) => index % stride === 0)
      .map((value) => ({ at: scale(value), text: bareQuantity(value, unit) })),
    logarithmic: true,
    ...(all.high > high ? { beyond: all.high } : {}),
  };
}

function powersOfTen(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}
