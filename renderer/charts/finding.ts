import { bareQuantity, quantity } from '../ui/number-format.ts';
import { type ChartSubject, mainLine, type Path, type PlotSeries } from './plot-data.ts';
import { lastOf } from './series-labels.ts';

/** Days at each end whose mean is compared, where single days jump. */
const month = 30;

/** A peak this many times as high as both ends is the story, not the ends. */
const peak = 3;

/** Ends farther apart than so many times are told as they are. */
const farthest = 1000;

/** The title as a finding, from the main line: "Active providers down 46 % to 184k units". */
export function finding(subject: ChartSubject): string {
  const { title, unit, series, span } = subject;
  const [one, other] = series;
  const line = one && mainLine(one);
  if (one === undefined || line === undefined) return title;
  if (other !== undefined) return shareFinding(title, one, other);
  const last = lastOf(line.values, line.done);
  if (last === undefined) return title;
  if (line.done < span.ticks) return `${title} at ${quantity(last, unit)} so far`;
  return `${title} ${courseOf(subject, line)}`;
}

/** From one end to the other, in words. */
function courseOf(subject: ChartSubject, line: Path): string {
  const { unit } = subject;
  const [from, to] = ends(subject, line);
  const end = quantity(to, unit);
  if (Number.isNaN(from)) return `comes to ${end}`;
  const highest = highestOf(line);
  if (highest > peak * Math.max(from, to)) return `peaks at ${bareQuantity(highest, unit)}, ends at ${end}`;
  if (from === to || Math.abs(to / from - 1) < 0.005) return `stays at ${end}`;
  const change = to / from;
  // What begins or ends next to nothing has no ratio that says anything.
  if (from <= 0 || to <= 0 || Math.max(change, 1 / change) > farthest)
    return `goes from ${bareQuantity(from, unit)} to ${end}`;
  if (change > 5) return `up ${roughly(change)}-fold to ${end}`;
  if (change < 0.01) return `down ${roughly(1 / change)}-fold to ${end}`;
  return `${change > 1 ? 'up' : 'down'} ${roughly(Math.abs(change - 1) * 100)} % to ${end}`;
}

/** What the finding compares, where that is not the two ends of the line. */
export function basis(subject: ChartSubject): string {
  const { series, span } = subject;
  const line = series.length === 1 && series[0] ? mainLine(series[0]) : undefined;
  if (line === undefined || line.done < span.ticks || !comparesMonths(subject)) return '';
  return `Title: mean of the last ${month} days against the first ${month}`;
}

/** Prices, rates and durations jump from day to day; what is counted does not. */
const comparesMonths = ({ unit, span }: ChartSubject): boolean =>
  span.ticks >= 4 * month && unit !== 'unit' && unit !== 'token';

function ends(subject: ChartSubject, { values, done }: Path): [from: number, to: number] {
  const days = comparesMonths(subject) ? month : 1;
  return [meanOf(values.subarray(0, days)), meanOf(values.subarray(done - days, done))];
}

function meanOf(values: Float64Array): number {
  const finite = values.filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
}

const highestOf = ({ values, done }: Path): number =>
  values
    .subarray(0, done)
    .reduce((high, value) => (Number.isFinite(value) && value > high ? value : high), 0);

const roughly = (value: number): string =>
  value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** Two flows of a day, by what came together over all days. */
function shareFinding(title: string, one: PlotSeries, other: PlotSeries): string {
  const of = totalOf(one);
  const part = totalOf(other);
  if (of === undefined || part === undefined || of <= 0) return title;
  return `${capital(other.label)} comes to ${roughly((part / of) * 100)} % of ${one.label}`;
}

function totalOf(one: PlotSeries): number | undefined {
  const line = mainLine(one);
  if (line === undefined || line.done === 0) return undefined;
  let total = 0;
  for (let tick = 0; tick < line.done; tick += 1) total += line.values[tick] ?? 0;
  return Number.isFinite(total) ? total : undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
