import type { Problem } from '../../../../sim-core/contract/errors.ts';
import { dayNumber, dayOf } from '../../../../sim-core/kernel/calendar.ts';

/** A cell and where it stands: `file:line`, and the column's name in messages. */
export interface PlacedCell {
  readonly text: string;
  readonly line: number;
  readonly where: string;
}

export const dateOrders = ['y-m-d', 'd/m/y', 'm/d/y'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type DatesRead =
  | { readonly ok: true; readonly days: readonly number[]; readonly note?: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A date as it is written: its numbers in their order, and the way they are written. */
interface Written {
  readonly shape: string;
  readonly parts: readonly [number, number, number];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${clock}$`);
const wordLast = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/;
const wordMiddle = /^(\d{1,2})[. -]+([A-Za-z]{3})[a-z]*\.?[, -]+(\d{4})$/;

function written(text: string): Written | undefined {
  const numbers = (...parts: readonly (string | undefined)[]): Written['parts'] => {
    const [a = NaN, b = NaN, c = NaN] = parts.map(Number);
    return [a, b, c];
  };
  const first = yearFirst.exec(text);
  if (first !== null) return { shape: 'year first', parts: numbers(first[1], first[2], first[3]) };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null) return { shape: 'months', parts: numbers(month[1], month[2], '1') };
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return { shape: 'eight digits', parts: numbers(compact[1], compact[2], compact[3]) };
  const seconds = /^\d{9,10}$/.test(text) ? 86_400 : /^\d{12,13}$/.test(text) ? 86_400_000 : undefined;
  if (seconds !== undefined)
    return {
      shape: seconds === 86_400 ? 'seconds' : 'milliseconds',
      parts: [Math.floor(Number(text) / seconds), 0, 0],
    };
  const last = yearLast.exec(text);
  if (last !== null)
    return { shape: last[2] === '.' ? 'd.m.y' : 'year last', parts: numbers(last[1], last[3], last[4]) };
  const [, word, dayOfMonth, year] = wordLast.exec(text) ?? [];
  const [, day2, word2, year2] = wordMiddle.exec(text) ?? [];
  const name = (word ?? word2)?.toLowerCase() ?? '';
  if (!monthNames.includes(name)) return undefined;
  return {
    shape: 'months by name',
    parts: numbers(year ?? year2, `${monthNames.indexOf(name) + 1}`, dayOfMonth ?? day2),
  };
}

/** True where a text is a date in one of the ways that are read. */
export const isDate = (text: string): boolean => written(text.trim()) !== undefined;

/**
 * Day numbers of a column of dates, all written alike. Refuses what is no date, what is written otherwise than the rest, and dates of
 * which nobody can say whether the day or the month comes first, unless `order` says it.
 */
export function readDates(cells: readonly PlacedCell[], order?: DateOrder): DatesRead {
  const dates = cells.map(({ text }) => written(text.trim()));
  const strange = cells.filter((_, i) => dates[i] === undefined);
  if (strange.length > 0) return { ok: false, problems: strange.slice(0, 20).map(noDate) };
  const shape = dates[0]?.shape ?? '';
  const odd = dates.findIndex((date) => date?.shape !== shape);
  const [begin, other] = [cells[0], cells[odd]];
  if (begin !== undefined && other !== undefined) return { ok: false, problems: [mixed(begin, other)] };
  const resolved =
    shape === 'year last'
      ? orderOf(cells, dates, order)
      : { order: shape === 'd.m.y' ? ('d/m/y' as const) : ('y-m-d' as const) };
  if ('problem' in resolved) return { ok: false, problems: [resolved.problem] };
  const days = dates.map((date) => (date === undefined ? undefined : dayIn(date, resolved.order)));
  const never = cells.filter((_, i) => days[i] === undefined);
  if (never.length > 0) return { ok: false, problems: never.slice(0, 20).map(noDate) };
  const note =
    shape === 'year last'
      ? `Dates are read as ${resolved.order === 'd/m/y' ? 'day/month/year' : 'month/day/year'}.`
      : undefined;
  return { ok: true, days: days.map((day) => day ?? 0), ...(note === undefined ? {} : { note }) };
}

function dayIn({ shape, parts: [a, b, c] }: Written, order: DateOrder): number | undefined {
  if (shape.endsWith('seconds')) return a;
  const [year, month, dayOfMonth] = order === 'y-m-d' ? [a, b, c] : order === 'd/m/y' ? [c, b, a] : [c, a, b];
  const iso = [
    `${year}`.padStart(4, '0'),
    ...[month, dayOfMonth].map((part) => `${part}`.padStart(2, '0')),
  ].join('-');
  return dayOf(iso) === dayNumber(year, month, dayOfMonth) ? dayOf(iso) : undefined;
}

/** Whether the day or the month comes first, by a date that can be only one of the two. */
function orderOf(
  cells: readonly PlacedCell[],
  dates: readonly (Written | undefined)[],
  order: DateOrder | undefined,
): { readonly order: DateOrder } | { readonly problem: Problem } {
  const dayFirst = cells.find((_, i) => (dates[i]?.parts[0] ?? 0) > 12);
  const monthFirst = cells.find((_, i) => (dates[i]?.parts[1] ?? 0) > 12);
  if (dayFirst !== undefined && monthFirst !== undefined) return { problem: mixed(dayFirst, monthFirst) };
  if (dayFirst !== undefined) return { order: 'd/m/y' };
  if (monthFirst !== undefined) return { order: 'm/d/y' };
  if (order === 'd/m/y' || order === 'm/d/y') return { order };
  const { text = '', where = '' } = cells[0] ?? {};
  return {
    problem: {
      code: 'record.ambiguous-dates',
      message: `"${text}" may be day/month or month/day, and no date of the column says which.`,
      hint: 'Say it: --dates d/m/y or --dates m/d/y.',
      where,
    },
  };
}

const noDate = ({ text, where }: PlacedCell): Problem => ({
  code: 'record.no-date',
  message:
    text.trim() === '' ? 'The row has no date.' : `"${text.trim().slice(0, 40)}" is no date of the calendar.`,
  hint: 'Write dates as 2024-03-31, in every row.',
  where,
});

const mixed = (one: PlacedCell, other: PlacedCell): Problem => ({
  code: 'record.mixed-dates',
  message: `"${other.text.trim()}" is written otherwise than "${one.text.trim()}" on line ${one.line}.`,
  hint: 'Write all dates of the column alike, best as 2024-03-31.',
  where: other.where,
});
