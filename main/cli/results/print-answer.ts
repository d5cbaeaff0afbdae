import { numberCell, textCell } from '../../../sim-core/results/spelling.ts';
import type { Answer, Value } from '../../ports/database.ts';
import { codeOf } from '../../ports/unwritable.ts';
import { say, shortNumber, tell, textTable } from '../terminal.ts';

/** Rows that a person reads; more belong into a file. */
const mostShown = 200;

/** A text table of the first rows, and how many there are. */
export async function printTable({ columns, rows }: Answer): Promise<void> {
  const shown: (readonly Value[])[] = [];
  let count = 0;
  for await (const part of rows) {
    count += part.length;
    if (shown.length < mostShown) shown.push(...part.slice(0, mostShown - shown.length));
  }
  if (columns.length > 0) say(textTable([columns, ...shown.map((row) => row.map(shownText))]));
  if (count > shown.length)
    tell(`${count} rows, of which the first ${shown.length} are shown; --csv or --json gives all.`);
}

/** The spelling of every CSV file of the studio. */
export async function printCsv({ columns, rows }: Answer): Promise<void> {
  if (!(await write(`${columns.map(textCell).join(',')}\n`))) return;
  for await (const part of rows)
    if (!(await write(part.map((row) => `${row.map(csvCell).join(',')}\n`).join('')))) return;
}

/** One list of objects, a row a line. */
export async function printJson({ columns, rows }: Answer): Promise<void> {
  let before = '[';
  for await (const part of rows) {
    for (const row of part) {
      const fields = columns.map((name, index) => `${JSON.stringify(name)}:${jsonValue(row[index] ?? null)}`);
      if (!(await write(`${before}\n{${fields.join(',')}}`))) return;
      before = ',';
    }
  }
  await write(before === '[' ? '[]\n' : '\n]\n');
}

/** Waits where the reader is slower than the database; false where it has read enough (`| head`). */
const write = (text: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) =>
      error && codeOf(error) !== 'EPIPE' ? reject(error) : resolve(!error),
    );
  });

function shownText(value: Value): string {
  if (value === null) return '–';
  // A line break or a control character of a title would break the table, or drive the terminal.
  return typeof value === 'number' ? shortNumber(value) : `${value}`.replace(/\p{Cc}/gu, ' ');
}

function csvCell(value: Value): string {
  if (value === null) return '';
  return typeof value === 'number' ? numberCell(value) : textCell(`${value}`);
}

function jsonValue(value: Value): string {
  if (typeof value === 'bigint') return `"${value}"`;
  return typeof value === 'number' && !Number.isFinite(value) ? 'null' : JSON.stringify(value);
}
