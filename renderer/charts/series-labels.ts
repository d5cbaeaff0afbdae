import { bareQuantity } from '../ui/number-format.ts';
import { type ChartTheme, seriesColour } from './chart-theme.ts';
import type { Label } from './direct-labels.ts';
import { mainLine, type PlotSeries } from './plot-data.ts';
import type { PlotLayout } from './plot-layout.ts';

/** What stands at the right end, before its place is known. */
export interface EndLabel {
  readonly text: string;
  readonly value: number;
  readonly colour: string;
  readonly bold: boolean;
  /** The other end, of what is a band. */
  readonly from?: number;
}

/** Thinner bands are not named: they could not be told from the line. */
const thinnest = 8;

/** Names what ends at the right: each series of several; of one alone, its median, bands and paths. */
export function endLabels(series: readonly PlotSeries[], unit: string, theme: ChartTheme): EndLabel[] {
  const [only, ...others] = series;
  if (only !== undefined && others.length === 0) return labelsOfOne(only, unit, theme);
  return series.flatMap((one, index) => {
    const line = mainLine(one);
    const value = line && lastOf(line.values, line.done);
    if (value === undefined) return [];
    return {
      text: `${one.label} ${bareQuantity(value, unit)}`,
      value,
      colour: seriesColour(theme, index),
      bold: true,
    };
  });
}

function labelsOfOne({ fan, paths }: PlotSeries, unit: string, theme: ChartTheme): EndLabel[] {
  const colour = seriesColour(theme, 0);
  const median = fan && lastOf(fan.median, fan.median.length);
  const alone = fan === undefined && paths.length === 1;
  const labels: EndLabel[] = paths.flatMap(({ seed, values, done }) => {
    const value = lastOf(values, done);
    // What has not reached the right end is not named there; it ends in a dot.
    if (value === undefined || done < values.length) return [];
    const text = alone ? `seed ${seed} ${bareQuantity(value, unit)}` : `seed ${seed}`;
    return { text, value, colour: fan === undefined ? colour : theme.muted, bold: alone };
  });
  if (fan === undefined || median === undefined) return labels;
  labels.push({ text: `median ${bareQuantity(median, unit)}`, value: median, colour, bold: true });
  for (const [text, low, high] of [
    ['50 %', fan.p25, fan.p75],
    ['90 %', fan.p5, fan.p95],
  ] as const) {
    const value = lastOf(high, high.length);
    if (value !== undefined)
      labels.push({ text, value, colour, bold: false, from: lastOf(low, low.length) ?? value });
  }
  return labels;
}

/** Gives labels their heights. */
export const placed = (labels: readonly EndLabel[], layout: PlotLayout): Label[] =>
  labels
    .filter(({ value, from }) => from === undefined || layout.y(from) - layout.y(value) >= thinnest)
    .map(({ text, value, colour, bold }) => ({ text, colour, bold, y: layout.y(value) }));

/** The last finite value. */
export function lastOf(values: Float64Array, done: number): number | undefined {
  for (let tick = done - 1; tick >= 0; tick -= 1) {
    const value = values[tick];
    if (value !== undefined && Number.isFinite(value)) return value;
  }
  return undefined;
}
