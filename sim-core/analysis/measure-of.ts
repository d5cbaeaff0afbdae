import { StudioError } from '../contract/errors.ts';
import type { BatchResult } from '../contract/run.ts';
import type { VerdictRule } from '../contract/verdict-rule.ts';
import { isoDate } from '../kernel/calendar.ts';
import { max, min } from '../kernel/math.ts';
import type { Measure, MeasureTime } from './measure.ts';
import { verdictInSeed } from './verdict-in-seed.ts';

/** What a measure is asked of: the columns, how long they are, and the verdicts that can be judged. */
export interface Asked {
  readonly metrics: readonly { readonly id: string; readonly title: string; readonly unit: string }[];
  readonly startDay: number;
  readonly ticks: number;
  readonly rules: readonly VerdictRule[];
}

/** Words a hint from a name that is not known and the names that are. */
export type Suggest = (written: string, names: readonly string[]) => string;

/** A measure that a scenario can answer: what it is called, its unit, and how it is read. */
export interface ReadyMeasure {
  readonly title: string;
  /** `share` for a verdict: that of the seeds in which it holds. */
  readonly unit: string;
  /** True for a verdict: each seed has 1 or 0. */
  readonly yesOrNo: boolean;
  /** One number, from the columns of one seed in the order of the metrics; NaN where it has none. */
  readonly read: (columns: readonly Float64Array[]) => number;
}

/**
 * Makes a measure ready for the runs of one scenario. Throws `measure.unknown-metric`, `measure.unknown-verdict`,
 * `measure.too-short` or `measure.outside`, before anything has run.
 */
export function readyMeasure(measure: Measure, asked: Asked, suggest: Suggest): ReadyMeasure {
  if (measure.kind === 'verdict') return readyVerdict(measure.id, asked, suggest);
  const index = asked.metrics.findIndex(({ id }) => id === measure.metric);
  if (index < 0) {
    throw new StudioError({
      code: 'measure.unknown-metric',
      message: `The scenario reports no metric "${measure.metric}".`,
      hint: suggest(
        measure.metric,
        asked.metrics.map(({ id }) => id),
      ),
    });
  }
  const { title, unit } = asked.metrics[index];
  if (measure.kind === 'over') {
    const { how } = measure;
    const summary = summaryOf[how];
    return {
      title: `${title}, ${how} over the run`,
      unit,
      yesOrNo: false,
      read: (columns) => summary(columns[index]),
    };
  }
  const tick = tickOf(measure.time, asked);
  return {
    title: `${title} on ${isoDate(asked.startDay + tick)}`,
    unit,
    yesOrNo: false,
    read: (columns) => columns[index][tick],
  };
}

/** Values of a measure, one a finished seed, in seed order. */
export const measureOf = (batch: Pick<BatchResult, 'seeds'>, { read }: ReadyMeasure): readonly number[] =>
  batch.seeds.map(({ columns }) => read(columns));

function readyVerdict(id: string, asked: Asked, suggest: Suggest): ReadyMeasure {
  const { metrics, ticks, rules } = asked;
  const reported = new Set(metrics.map((metric) => metric.id));
  const answered = rules.filter(({ applies }) => applies((metric) => reported.has(metric)));
  const rule = answered.find((each) => each.id === id);
  if (rule === undefined) {
    throw new StudioError({
      code: 'measure.unknown-verdict',
      message: `The scenario has no verdict "${id}".`,
      hint: `${suggest(
        id,
        answered.map((each) => each.id),
      )} A metric needs a day, as in providers.active@end.`,
    });
  }
  if (rule.days > ticks) {
    throw new StudioError({
      code: 'measure.too-short',
      message: `The verdict "${id}" needs ${rule.days} days, and the run has ${ticks}.`,
      hint: 'Choose a longer horizon.',
    });
  }
  const holds = verdictInSeed(rule, asked);
  return {
    title: `${rule.title} holds`,
    unit: 'share',
    yesOrNo: true,
    read: (columns) => (holds(columns) ? 1 : 0),
  };
}

/** The row of a time. Throws `measure.outside` where the run has no such day. */
function tickOf(time: MeasureTime, { startDay, ticks }: Asked): number {
  if (time.kind === 'end') return ticks - 1;
  const tick = time.kind === 'day' ? time.days - 1 : time.day - startDay;
  if (tick >= 0 && tick < ticks) return tick;
  const written = time.kind === 'day' ? `Day ${time.days}` : isoDate(time.day);
  throw new StudioError({
    code: 'measure.outside',
    message: `${written} is outside the run.`,
    hint: `It has ${ticks} days, from ${isoDate(startDay)} to ${isoDate(startDay + ticks - 1)}.`,
  });
}

type Column = Float64Array;

const summaryOf = { mean, min: least, max: most } as const;

/** Mean of the days that have a value. */
function mean(column: Column): number {
  let total = 0;
  let days = 0;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    total += value;
    days += 1;
  }
  return total / days;
}

function least(column: Column): number {
  return extreme(column, min);
}

function most(column: Column): number {
  return extreme(column, max);
}

function extreme(column: Column, better: (a: number, b: number) => number): number {
  let found = NaN;
  for (const value of column)
    if (!Number.isNaN(value)) found = Number.isNaN(found) ? value : better(found, value);
  return found;
}
