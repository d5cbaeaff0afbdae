import { scaleUtc } from 'd3';
import { dateOfDay } from '../ui/time-format.ts';
import type { PlotSeries, Span } from './plot-data.ts';
import { textWidth } from './text-width.ts';
import { yScale } from './y-scale.ts';

/** What has to be drawn where; sizes in px. */
export interface PlotRequest {
  readonly width: number;
  readonly height: number;
  /** Room above the plot, for a heading. */
  readonly top: number;
  readonly series: readonly PlotSeries[];
  readonly span: Span;
  readonly unit: string;
  /** Room for the labels at the right end. */
  readonly labels: readonly string[];
  /** At least this much room at the left, for what stands below on the same axis. */
  readonly left?: number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** The frame of a plot and its scales. */
export interface PlotLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** From a tick of the run to px. */
  x(tick: number): number;
  /** From a value to px; values off the scale are clamped to its ends. */
  y(value: number): number;
  /** From px to the nearest tick of the run. */
  tickAt(px: number): number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** True where each tenfold has the same height. */
  readonly logarithmic: boolean;
  /** The largest value, where the scale stops short of it so that the rest can be read. */
  readonly beyond?: number;
}

const fontSize = 11;
const margin = 8;

/** Room for what a reader must know of the scale, above the plot. */
const noteLine = 10;

/** Fits scales to the data: dates below, numbers at the left, labels at the right. */
export function layoutPlot(request: PlotRequest): PlotLayout {
  const { width, height, top, series, span, unit, labels, left: atLeast = 0 } = request;
  const bottom = height - 22;
  const scale = yScale(series, unit, bottom, top + margin);
  const noted = scale.logarithmic || scale.beyond !== undefined;
  const plotTop = top + margin + (noted ? noteLine : 0);
  const { y, ticks: yTicks, logarithmic, beyond } = noted ? yScale(series, unit, bottom, plotTop) : scale;
  const numbers = Math.ceil(Math.max(...yTicks.map(({ text }) => textWidth(text, fontSize)), 16)) + 10;
  const left = Math.max(numbers, atLeast);
  const right =
    width - Math.ceil(Math.max(...labels.map((label) => textWidth(label, fontSize, 600)), 8)) - 10;
  const last = Math.max(1, span.ticks - 1);
  const perTick = (right - left) / last;
  return {
    left,
    right,
    top: plotTop,
    bottom,
    x: (tick) => left + tick * perTick,
    y,
    tickAt: (px) => Math.min(last, Math.max(0, Math.round((px - left) / perTick))),
    xTicks: dateTicks(span, left, right),
    yTicks,
    logarithmic,
    ...(beyond === undefined ? {} : { beyond }),
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Round dates between two places in px. */
export function dateTicks({ startDay, ticks }: Span, left: number, right: number): Tick[] {
  const scale = scaleUtc()
    .domain([dateOfDay(startDay), dateOfDay(startDay + Math.max(1, ticks - 1))])
    .range([left, right]);
  const wanted = Math.max(2, Math.floor((right - left) / 70));
  return scale.ticks(wanted).map((date, index) => ({ at: scale(date), text: dateText(date, index === 0) }));
}

function dateText(date: Date, first: boolean): string {
  const month = months[date.getUTCMonth()] ?? '';
  const year = date.getUTCFullYear();
  if (date.getUTCDate() !== 1) return `${date.getUTCDate()} ${month}`;
  if (date.getUTCMonth() === 0) return String(year);
  return first ? `${month} ${year}` : month;
}
