import type { Problem } from '../contract/errors.ts';
import { quoted } from './entry.ts';
import { limits } from './limits.ts';

/** A data file by columns of text, with the line that each row stands on. */
export interface CsvTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Line of the header; lines count from 1. */
  readonly headerLine: number;
  readonly lines: readonly number[];
}

export type CsvRead =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Our own data tables: a header, commas, no quotes; lines that begin with `#` say source and licence; empty lines are
 * passed over. Strict, so that a slip becomes a message and not a number.
 */
export function readCsv(file: string, text: string): CsvRead {
  const problems: Problem[] = [];
  const report = (line: number, code: string, message: string, hint: string) => {
    if (problems.length < limits.problems) problems.push({ code, message, hint, where: `${file}:${line}` });
  };
  let header: readonly string[] | undefined;
  let headerLine = 1;
  const cells: string[][] = [];
  const lines: number[] = [];
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '' || content.startsWith('#')) return;
    if (content.includes('"')) {
      report(
        line,
        'table.quotes',
        'The line holds a quotation mark.',
        'Data tables are written without quotes; a cell holds no comma.',
      );
      return;
    }
    const row = content.split(',').map((cell) => cell.trim());
    if (header === undefined) {
      header = row;
      headerLine = line;
      const seen = new Set<string>();
      row.forEach((name, column) => {
        if (name === '')
          report(
            line,
            'table.header',
            `Column ${column + 1} has no name.`,
            'Name every column in the header.',
          );
        if (seen.has(name))
          report(line, 'table.header', `Two columns are called ${quoted(name)}.`, 'Give each its own name.');
        seen.add(name);
      });
      for (const _ of row) cells.push([]);
      return;
    }
    if (row.length !== header.length) {
      const hint = `The header (line ${headerLine}) names ${header.length} columns.`;
      report(line, 'table.row-length', `The row has ${row.length} cells.`, hint);
      return;
    }
    row.forEach((cell, column) => {
      cells[column]?.push(cell);
    });
    lines.push(line);
  });
  if (header === undefined)
    report(
      1,
      'table.empty',
      'The table has no header.',
      'Its first line names the columns, such as date,burned.',
    );
  else if (lines.length === 0 && problems.length === 0)
    report(headerLine, 'table.empty', 'The table has no rows.', 'Write one row a line below the header.');
  if (problems.length > 0 || header === undefined) return { ok: false, problems };
  const columns = new Map(header.map((name, column) => [name, cells[column] ?? []]));
  return { ok: true, table: { file, columns, headerLine, lines } };
}
