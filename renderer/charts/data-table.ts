import { harmless, numberCell, textCell } from '../../sim-core/results/spelling.ts';

/** A cell of a table: words, or a number (NaN where there is none). */
export type Cell = string | number;

/** The numbers behind a chart, as a page shows them and a file keeps them. Rows are made when they are asked for. */
export interface DataTable {
  /** Names of the columns, with the unit where they have one. */
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly rows: number;
  /** Cells of a row, one a column. */
  row(index: number): readonly Cell[];
}

/** A table of rows that are there already. */
export const tableOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): DataTable => ({
  columns,
  rows: rows.length,
  row: (index) => rows[index] ?? [],
});

/**
 * The whole table as text, every digit kept, cells parted by `separator`: a comma for CSV (RFC 4180), a tab for the clipboard. Words
 * come from scenarios and records of anyone: none is a formula to a spreadsheet.
 */
export function dataText({ columns, rows, row }: DataTable, separator: ',' | '\t'): string {
  const word = separator === ',' ? textCell : (text: string) => harmless(text.replace(/\s+/g, ' '));
  const line = (cells: readonly Cell[]) =>
    cells.map((cell) => (typeof cell === 'number' ? numberCell(cell) : word(cell))).join(separator);
  const lines = [line(columns)];
  for (let index = 0; index < rows; index += 1) lines.push(line(row(index)));
  return `${lines.join('\n')}\n`;
}
