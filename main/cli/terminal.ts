import type { Problem } from '../../sim-core/contract/errors.ts';

/** Results go to standard output, everything else to standard error, so that a pipe carries results only. */
export const say = (text: string): void => void process.stdout.write(`${plain(text)}\n`);
export const tell = (text: string): void => void process.stderr.write(`${plain(text)}\n`);

/** What strangers wrote may hold signs that move the cursor, hide or turn around what follows: none reaches a terminal. */
export const plain = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** A problem in two or three lines: where, what, and what to do. */
export function problemText({ message, hint, where }: Problem): string {
  const place = where === undefined || message.includes(where) ? '' : `${where}: `;
  return `error: ${place}${message}${hint === undefined ? '' : `\n       ${hint}`}`;
}

/** A text table: the first column to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

/** Six digits that matter, in groups of three; `–` where there is no number. */
export function shortNumber(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(3);
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}
