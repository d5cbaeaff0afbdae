import type { PlotSeries } from './plot-data.ts';

/** Range of what a chart shows. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  /** The largest finite value, if `high` stops short of it. */
  readonly beyond?: number;
}

/** How many times as high as the main line rare values may reach before they would flatten everything else. */
const tooHigh = 6;

/** What is left of a chart that is cut, as a multiple of the main line. */
const kept = 3;

/** Range of all finite values; what soars far above the main lines is cut, and said to be. */
export function extentOf(series: readonly PlotSeries[]): Extent {
  let low = Infinity;
  let high = -Infinity;
  let mainHigh = -Infinity;
  const widen = (values: Float64Array, done: number, main: boolean): void => {
    for (let tick = 0; tick < done; tick += 1) {
      const value = values[tick] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
      if (main && value > mainHigh) mainHigh = value;
    }
  };
  for (const { fan, paths } of series) {
    if (fan !== undefined) {
      widen(fan.p5, fan.p5.length, false);
      widen(fan.p95, fan.p95.length, false);
      widen(fan.median, fan.median.length, true);
      widen(fan.p75, fan.p75.length, true);
    }
    for (const { values, done } of paths) widen(values, done, fan === undefined);
  }
  if (low > high) return { low: 0, high: 1 };
  if (mainHigh > 0 && high > tooHigh * mainHigh) return { low, high: kept * mainHigh, beyond: high };
  return { low, high };
}
