import type { Series, SeriesParameter } from '../contract/parameter.ts';
import { dayOf, isoDate } from '../kernel/calendar.ts';
import type { DataTables } from './data-tables.ts';
import { type Entry, type Field, quoted } from './entry.ts';
import { readDateColumn, readNumberColumn } from './read-column.ts';
import { checkRange, type Reading, readFinite, readText, required } from './reading.ts';

/** A number that holds always, or dated steps such as `{ 2023-04-24: 34.24, 2023-06-19: 1643.8356 }`. */
export function readSteps(
  reading: Reading,
  entry: Entry,
  parameter: SeriesParameter,
  path: string,
): Series | undefined {
  if (entry.kind !== 'mapping') {
    const value = readFinite(reading, entry, path);
    if (value === undefined || checkRange(reading, value, parameter, path, entry.where) === undefined)
      return undefined;
    return { days: [0], values: [value] };
  }
  const days: number[] = [];
  const values: number[] = [];
  for (const [date, field] of entry.fields) {
    const day = dayOf(date);
    const before = days.at(-1);
    if (day === undefined) {
      reading.report({
        code: 'parameter.not-a-date',
        message: `${path} has a step at ${quoted(date)}, which is no date.`,
        hint: 'Write a day of the calendar as 2023-04-24.',
        where: field.where,
      });
      continue;
    }
    if (before !== undefined && day <= before) {
      reading.report({
        code: 'parameter.dates-out-of-order',
        message: `${path} has a step at ${date} after one at ${isoDate(before)}.`,
        hint: 'Write the steps from old to new.',
        where: field.where,
      });
    }
    const value = readFinite(reading, field.value, `${path}.${date}`);
    if (value === undefined) continue;
    if (checkRange(reading, value, parameter, `${path}.${date}`, field.value.where) === undefined) continue;
    days.push(day);
    values.push(value);
  }
  if (entry.fields.size === 0) {
    const message = `${path} has no steps.`;
    return reading.report({
      code: 'scenario.wrong-type',
      message,
      hint: 'Write { 2023-04-24: 1.5 }.',
      where: entry.where,
    });
  }
  return days.length === entry.fields.size ? { days, values } : undefined;
}

/** A column of a data file that has a column `date` beside it. */
export function readRecorded(
  reading: Reading,
  tables: DataTables,
  fields: ReadonlyMap<string, Field>,
  parameter: SeriesParameter,
  path: string,
  where: string,
): Series | undefined {
  const file = fields.get('file');
  const hint = 'Name the column of the file that holds the values.';
  const column = required(reading, fields, 'column', { path, where, hint });
  const table = file === undefined ? undefined : tables.table(reading, file.value);
  if (table === undefined || column === undefined) return undefined;
  const name = readText(reading, column.value, `${path}.column`, hint);
  if (name === undefined) return undefined;
  const days = readDateColumn(reading, table, column.value.where);
  const values = readNumberColumn(reading, table, name, parameter, column.value.where);
  return days === undefined || values === undefined ? undefined : { days, values };
}
