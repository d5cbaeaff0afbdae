import type { Problem } from '../../../../sim-core/contract/errors.ts';

/** A row of a file as text, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file of somebody else's, by its header and rows. */
export interface CsvRows {
  readonly file: string;
  readonly separator: string;
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
}

export type CsvRowsRead =
  | { readonly ok: true; readonly table: CsvRows }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const separators = [',', ';', '\t', '|'];
const mostProblems = 20;

/**
 * The cells of a file as spreadsheets and programs write it (RFC 4180): commas, semicolons, tabs or bars, whichever the header has most
 * of; cells in quotation marks may hold separators and line breaks. Lines with nothing in any cell, which a spreadsheet writes for
 * each row below its table that was ever touched, and lines that begin with `#` are passed over.
 */
export function csvRows(file: string, text: string): CsvRowsRead {
  const lines = wholeLines(text);
  const told = /^sep=(.)$/.exec(lines[0]?.text.trim() ?? '')?.[1];
  const [head, ...rest] = told === undefined ? lines : lines.slice(1);
  if (head === undefined) return refused([empty(file, 'no header')]);
  const separator = told ?? separatorOf(head.text);
  const header = { line: head.line, cells: cellsOf(head.text, separator).map((name) => name.trim()) };
  const rows = rest.map(({ line, text: row }) => ({ line, cells: cellsOf(row, separator) }));
  if (rows.length === 0) return refused([empty(file, 'a header, and no row below it')]);
  const problems = rows.flatMap(({ line, cells }) => {
    const beyond = cells.slice(header.cells.length).some((cell) => cell.trim() !== '');
    return cells.length >= header.cells.length && !beyond ? [] : [wrongLength(file, line, cells, header)];
  });
  return problems.length > 0 ? refused(problems) : { ok: true, table: { file, separator, header, rows } };
}

const refused = (problems: readonly Problem[]): CsvRowsRead => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
});

const nothing = /^[\s,;|"]*$/;

/** Lines with something on them; a line break within quotation marks does not end one. */
function wholeLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  const whole: { line: number; text: string }[] = [];
  // Gathered and joined once: a quotation mark that is never closed takes in the rest of the file, line by line.
  let open: { readonly line: number; readonly parts: string[] } | undefined;
  const close = ({ line, parts }: NonNullable<typeof open>): void => {
    const joined = parts.join('\n');
    if (!nothing.test(joined) && !joined.startsWith('#')) whole.push({ line, text: joined });
  };
  for (const [index, part] of text.split(/\r\n|\n|\r/).entries()) {
    const isHalf = part.split('"').length % 2 === 0;
    const line = open ?? { line: index + 1, parts: [] };
    line.parts.push(part);
    // A second half closes what a first half opened.
    open = isHalf === (open === undefined) ? line : undefined;
    if (open === undefined) close(line);
  }
  if (open !== undefined) whole.push({ line: open.line, text: open.parts.join('\n') });
  return whole;
}

/** The separator that a header has most of, outside quotation marks. */
function separatorOf(header: string): string {
  const plain = header.replaceAll(/"[^"]*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function cellsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  // Whether there is nothing but space in it: to look anew at each mark would take the square of its length.
  let blank = true;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const sign = line.charAt(i);
    if (quoted && sign === '"' && line.charAt(i + 1) === '"') {
      cell += '"';
      blank = false;
      i += 1;
    } else if (sign === '"' && (quoted || blank)) {
      cell = quoted ? cell : '';
      quoted = !quoted;
    } else if (sign === separator && !quoted) {
      cells.push(cell);
      cell = '';
      blank = true;
    } else {
      cell += sign;
      blank &&= sign.trim() === '';
    }
  }
  return [...cells, cell];
}

const empty = (file: string, what: string): Problem => ({
  code: 'record.empty',
  message: `${file} holds ${what}.`,
  hint: 'Its first line names the columns, such as date,providers.active; then one row a line.',
  where: file,
});

const wrongLength = (file: string, line: number, cells: readonly string[], header: CsvRow): Problem => ({
  code: 'record.row-length',
  message: `The row has ${cells.length} cells, and the header (line ${header.line}) names ${header.cells.length} columns.`,
  hint: 'A decimal comma in a file separated by commas splits a number in two: put such numbers in quotation marks, or separate by semicolons.',
  where: `${file}:${line}`,
});
