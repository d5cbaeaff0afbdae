import { dayOf } from '../kernel/calendar.ts';
import { quoted } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import type { CsvTable } from './read-csv.ts';
import { checkRange, type Reading } from './reading.ts';

/** A column by its name, or a problem that names those there are. `where` is the place that asks for it. */
export function columnOf(
  reading: Reading,
  table: CsvTable,
  name: string,
  where: string,
): readonly string[] | undefined {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  return reading.report({
    code: 'table.missing-column',
    message: `${table.file} has no column ${quoted(name)} (its header is line ${table.headerLine}).`,
    hint: suggestion(name, [...table.columns.keys()]),
    where,
  });
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A column of numbers within a range. */
export function readNumberColumn(
  reading: Reading,
  table: CsvTable,
  name: string,
  range: { readonly min: number; readonly max: number; readonly unit: string },
  where: string,
): readonly number[] | undefined {
  const cells = columnOf(reading, table, name, where);
  if (cells === undefined) return undefined;
  const numbers: number[] = [];
  cells.forEach((cell, row) => {
    const at = `${table.file}:${table.lines[row] ?? table.headerLine}`;
    const value = plainNumber.test(cell) ? Number(cell) : Number.NaN;
    if (Number.isFinite(value)) {
      if (checkRange(reading, value, range, `Column ${name}`, at) !== undefined)
        numbers.push(value === 0 ? 0 : value);
      return;
    }
    reading.report({
      code: 'table.not-a-number',
      message: `Column ${name} holds ${cell === '' ? 'an empty cell' : quoted(cell)} where a number must stand.`,
      hint: 'Write digits with a point, such as 1234.5.',
      where: at,
    });
  });
  return numbers.length === cells.length ? numbers : undefined;
}

/** The column `date`, as day numbers that rise from row to row. */
export function readDateColumn(
  reading: Reading,
  table: CsvTable,
  where: string,
): readonly number[] | undefined {
  const cells = columnOf(reading, table, 'date', where);
  if (cells === undefined) return undefined;
  const days: number[] = [];
  for (const [row, cell] of cells.entries()) {
    const at = `${table.file}:${table.lines[row] ?? table.headerLine}`;
    const day = dayOf(cell);
    const before = days.at(-1);
    if (day === undefined) {
      const message = `Column date holds ${cell === '' ? 'an empty cell' : quoted(cell)}.`;
      const hint = 'Write a day of the calendar as 2023-04-24.';
      reading.report({ code: 'table.not-a-date', message, hint, where: at });
    } else if (before !== undefined && day <= before) {
      const message = `The date ${cell} does not come after the one before it.`;
      const hint = 'Rows go from old to new, one a date.';
      reading.report({ code: 'table.dates-out-of-order', message, hint, where: at });
    } else {
      days.push(day);
    }
  }
  return days.length === cells.length ? days : undefined;
}
