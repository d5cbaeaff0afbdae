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

/** The whole table as text, every digit kept, cells parted by `separator`: a comma for CSV (RFC 4180), a tab for the clipboard. */
export function dataText({ columns, rows, row }: DataTable, separator: ',' | '\t'): string {
  const lines = [columns.map((name) => cellText(name, separator)).join(separator)];
  for (let index = 0; index < rows; index += 1)
    lines.push(
      row(index)
        .map((cell) => cellText(cell, separator))
        .join(separator),
    );
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell, separator: ',' | '\t'): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  if (separator === '\t') return cell.replace(/\s+/g, ' ');
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
