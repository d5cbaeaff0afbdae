import type { Problem } from '../../../../sim-core/contract/errors.ts';
import { dateOf, dayNumber, isoDate } from '../../../../sim-core/kernel/calendar.ts';

/** A row of a record: its day, and a value for each column; NaN where there is none. */
export interface Row {
  readonly line: number;
  readonly day: number;
  readonly values: readonly number[];
}

export type RowsSorted =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostTold = 3;
const mostProblems = 20;

/** Rows in the order of time, one a day. Rows that repeat another are left out; refuses two that differ. */
export function sortedRows(file: string, rows: readonly Row[]): RowsSorted {
  const byDay = new Map<number, Row>();
  const problems: Problem[] = [];
  const repeated: Row[] = [];
  for (const row of rows) {
    const first = byDay.get(row.day);
    if (first === undefined) byDay.set(row.day, row);
    else if (row.values.every((value, i) => Object.is(value, first.values[i]))) repeated.push(row);
    else problems.push(twoValues(file, first, row));
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
  const kept = [...byDay.values()];
  const ordered = [...kept].sort((a, b) => a.day - b.day);
  const notes = [
    ...(repeated.length === 0
      ? []
      : [`Rows that stand there twice count once: line ${listed(repeated.map(({ line }) => `${line}`))}.`]),
    ...(ordered.every((row, i) => row === kept[i])
      ? []
      : ['Rows are not in the order of time; they were sorted.']),
  ];
  return { ok: true, rows: ordered, notes };
}

/** Days that each row covers: up to the next, or as many as usual before a gap and at the end. And what is missing. */
export function spacingOf(rows: readonly Row[]): {
  readonly days: readonly number[];
  readonly notes: readonly string[];
} {
  const steps = rows.slice(1).map(({ day }, i) => day - (rows[i]?.day ?? day));
  const usual = upperMedian(steps) ?? 1;
  const months = monthsApart(rows);
  // Months and quarters differ by a few days.
  const isUsual = (step: number): boolean => Math.abs(step - usual) <= usual * 0.15;
  const days = rows.map((_, i) => {
    const step = steps[i];
    if (step !== undefined && (isUsual(step) || step < usual)) return step;
    return months === undefined ? usual : daysOfMonths(rows[i]?.day ?? 0, months);
  });
  const gaps = steps.flatMap((step, i) => {
    const [before, after] = [rows[i], rows[i + 1]];
    if (step < usual * 1.5 || before === undefined || after === undefined) return [];
    return [`${isoDate(before.day)} (line ${before.line}) and ${isoDate(after.day)} (line ${after.line})`];
  });
  if (gaps.length === 0) return { days, notes: [] };
  const every = usual === 1 ? 'Days are' : `A row every ${usual} days is usual; some are`;
  return { days, notes: [`${every} missing between ${listed(gaps)}. Nothing is made up for them.`] };
}

const upperMedian = (steps: readonly number[]): number | undefined =>
  [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];

/** How many months usually lie between rows that all stand on the same day of a month: such a February has 28 days or 29, not 31. */
function monthsApart(rows: readonly Row[]): number | undefined {
  const dates = rows.map(({ day }) => dateOf(day));
  const [first] = dates;
  if (first === undefined || first.dayOfMonth > 28) return undefined;
  if (dates.some(({ dayOfMonth }) => dayOfMonth !== first.dayOfMonth)) return undefined;
  const counted = dates.map(({ year, month }) => year * 12 + month);
  return upperMedian(counted.slice(1).map((count, i) => count - (counted[i] ?? count)));
}

/** Days from a day to the same day so many months later. */
function daysOfMonths(day: number, months: number): number {
  const { year, month, dayOfMonth } = dateOf(day);
  const counted = year * 12 + month - 1 + months;
  return dayNumber(Math.floor(counted / 12), (counted % 12) + 1, dayOfMonth) - day;
}

const listed = (items: readonly string[]): string =>
  items.length <= mostTold
    ? items.join('; ')
    : `${items.slice(0, mostTold).join('; ')} and ${items.length - mostTold} more`;

const twoValues = (file: string, first: Row, second: Row): Problem => ({
  code: 'record.twice',
  message: `${isoDate(second.day)} stands there twice with different values: on line ${first.line} and here.`,
  hint: 'Keep one row a day: the right one, or the sum where rows are parts such as regions.',
  where: `${file}:${second.line}`,
});
