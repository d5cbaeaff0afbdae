import type { PlotSeries } from './plot-data.ts';

/** Least and largest of some finite values; `low` is above `high` where there are none. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Range of what a chart shows. */
export interface Extent extends Range {
  /** The largest finite value, if `high` stops short of it. */
  readonly beyond?: number;
}

/** How many times as high as the main line rare values may reach before they would flatten everything else. */
const tooHigh = 6;

/** What is left of a chart that is cut, as a multiple of the main line. */
const kept = 3;

/** Of all values, and of what a reader follows: medians and upper quarters, or the paths where there is nothing else. */
export function rangesOf(series: readonly PlotSeries[]): { readonly all: Range; readonly main: Range } {
  const all = { low: Infinity, high: -Infinity };
  const main = { low: Infinity, high: -Infinity };
  const widen = (values: Float64Array, done: number, isMain: boolean): void => {
    for (let tick = 0; tick < done; tick += 1) {
      const value = values[tick] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      for (const range of isMain ? [all, main] : [all]) {
        if (value < range.low) range.low = value;
        if (value > range.high) range.high = value;
      }
    }
  };
  for (const { fan, paths } of series) {
    if (fan !== undefined) {
      // Of several quantities together only the middle half is drawn.
      const edges = series.length > 1 ? [fan.p25] : [fan.p5, fan.p95];
      for (const edge of edges) widen(edge, edge.length, false);
      widen(fan.median, fan.median.length, true);
      widen(fan.p75, fan.p75.length, true);
    }
    for (const { values, done } of paths) widen(values, done, fan === undefined);
  }
  return { all, main };
}

/** Range of all finite values; what soars far above the main lines is cut, and said to be. */
export function extentOf(series: readonly PlotSeries[]): Extent {
  const { all, main } = rangesOf(series);
  const { low, high } = all;
  if (low > high) return { low: 0, high: 1 };
  if (main.high > 0 && high > tooHigh * main.high) return { low, high: kept * main.high, beyond: high };
  return { low, high };
}
