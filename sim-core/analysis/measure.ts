import { StudioError } from '../contract/errors.ts';
import { dayOf } from '../kernel/calendar.ts';
import { floor } from '../kernel/math.ts';

/** One number of each seed of a batch. */
export type Measure =
  /** A metric on one day. */
  | { readonly kind: 'at'; readonly metric: string; readonly time: MeasureTime }
  /** A metric over all days that have a value. */
  | { readonly kind: 'over'; readonly how: Summary; readonly metric: string }
  /** 1 where a verdict holds, 0 where it does not. */
  | { readonly kind: 'verdict'; readonly id: string };

export type Summary = (typeof summaries)[number];
export const summaries = ['mean', 'min', 'max'] as const;

export type MeasureTime =
  | { readonly kind: 'end' }
  /** On the evening of this day of the run: 1 is the first. */
  | { readonly kind: 'day'; readonly days: number }
  /** Days since 1970-01-01. */
  | { readonly kind: 'date'; readonly day: number };

/** Days of the units in which times are written, a year being 365 days as in a horizon, and a month its twelfth. */
export const unitDays: Readonly<Record<string, number>> = {
  ...{ d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 },
  ...{ mo: 365 / 12, month: 365 / 12, months: 365 / 12, y: 365, year: 365, years: 365 },
};

const howTo =
  'Write providers.active@36mo (units: d, w, mo, y), market.price@end, market.price@2024-06-01, mean(market.price), ' +
  'or the id of a verdict such as sustainable.';

/** Reads `metric@time`, `mean(metric)`, `min(metric)`, `max(metric)` or a verdict's id. Throws `measure.syntax`. */
export function parseMeasure(written: string): Measure {
  const text = written.trim();
  const call = /^([a-z]+)\(\s*([a-z0-9.-]+)\s*\)$/.exec(text);
  if (call !== null) {
    const how = summaries.find((each) => each === call[1]);
    if (how === undefined) throw syntax(written, `"${call[1]}" is none of ${summaries.join(', ')}.`);
    return { kind: 'over', how, metric: call[2] };
  }
  const at = text.indexOf('@');
  if (at >= 0)
    return {
      kind: 'at',
      metric: metricId(text.slice(0, at), written),
      time: timeOf(text.slice(at + 1).trim(), written),
    };
  if (/^[a-z][a-z0-9-]*$/.test(text)) return { kind: 'verdict', id: text };
  const metric = /^[a-z0-9.-]+$/.test(text)
    ? ` A metric has a value every day: say which, as ${text}@end.`
    : '';
  throw syntax(written, `It names no day and no verdict.${metric}`);
}

function metricId(text: string, written: string): string {
  const id = text.trim();
  if (/^[a-z0-9][a-z0-9.-]*$/.test(id)) return id;
  throw syntax(written, id === '' ? 'It has no metric before the @.' : `"${id.slice(0, 60)}" is no metric.`);
}

function timeOf(text: string, written: string): MeasureTime {
  if (text === 'end') return { kind: 'end' };
  const day = dayOf(text);
  if (day !== undefined) return { kind: 'date', day };
  const match = /^(\d{1,6}(?:\.\d{1,6})?)\s*([a-z]+)$/.exec(text);
  const unit = match === null ? undefined : Object.entries(unitDays).find(([name]) => name === match[2]);
  if (match === null || unit === undefined) throw syntax(written, `"${text.slice(0, 60)}" is no time.`);
  const days = floor(Number(match[1]) * unit[1] + 0.5);
  if (days < 1) throw syntax(written, `"${text}" is before the end of the first day.`);
  return { kind: 'day', days };
}

const syntax = (written: string, because: string): StudioError =>
  new StudioError({
    code: 'measure.syntax',
    message: `The measure "${written.slice(0, 80)}" cannot be read. ${because}`,
    hint: howTo,
  });
