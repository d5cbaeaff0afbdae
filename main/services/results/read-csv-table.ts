import type { Cells } from '../../../sim-core/results/tables/result-table.ts';
import { dayOfDate } from './day-of-date.ts';
import { kindOf, type ReadTable } from './kept-table.ts';

/** Bytes that are made text at a time: a file may be longer than any string may be. */
const piece = 1 << 20;
const newline = 0x0a;

/** A CSV file that the studio wrote; docs/reference/files.md gives the spelling. */
export function readCsvTable(bytes: Uint8Array): ReadTable {
  const lines = linesOf(bytes);
  const header = cellsOf(lines.next().value ?? '');
  const columns = header.map((): string[] => []);
  const numbers = header.map((name) => (kindOf(name) === 'text' ? undefined : new Growing()));
  const parse = header.map((name) => (kindOf(name) === 'day' ? dayOfDate : numberOf));
  let rows = 0;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells.length !== header.length)
      throw new Error(`row ${rows + 2} has ${cells.length} cells, and the header has ${header.length}.`);
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      const into = numbers[at];
      if (into === undefined) columns[at]?.push(textOf(cell));
      else into.push(parse[at]?.(cell) ?? Number.NaN);
    }
    rows += 1;
  }
  return {
    rows,
    cells: new Map(
      header.map((name, at) => [name, typed(kindOf(name), columns[at] ?? [], numbers[at]?.values())]),
    ),
  };
}

function typed(kind: Cells['kind'], texts: readonly string[], numbers = new Float64Array()): Cells {
  if (kind === 'text') return { kind, values: texts };
  return kind === 'number' ? { kind, values: numbers } : { kind, values: Int32Array.from(numbers) };
}

/** Numbers of which nobody knows beforehand how many there are: few at first, since a header may name very many columns. */
class Growing {
  #all = new Float64Array(16);
  #count = 0;

  push(value: number): void {
    if (this.#count === this.#all.length) {
      const longer = new Float64Array(this.#all.length * 2);
      longer.set(this.#all);
      this.#all = longer;
    }
    this.#all[this.#count] = value;
    this.#count += 1;
  }

  values(): Float64Array<ArrayBuffer> {
    return this.#all.slice(0, this.#count);
  }
}

function numberOf(cell: string): number {
  if (cell === '') return Number.NaN;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`"${cell.slice(0, 40)}" is not a number.`);
  return value;
}

/** Without the apostrophe that keeps a spreadsheet from running it. */
const textOf = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Lines without their ends, also those that git makes of them on Windows: digests say that the numbers are the same. A line break within quotation marks does not end one. */
function* linesOf(bytes: Uint8Array): Generator<string, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Gathered and joined once: a quotation mark that is never closed takes in the rest of the file, line by line.
  let open: string[] = [];
  for (let from = 0; from < buffer.length; ) {
    const end = buffer.indexOf(newline, from + piece);
    const to = end === -1 ? buffer.length : end + 1;
    for (const line of buffer.toString('utf8', from, to).split('\n').slice(0, -1)) {
      const isHalf = line.includes('"') && line.split('"').length % 2 === 0;
      const closes = isHalf !== (open.length === 0);
      if (closes && open.length === 0) yield bare(line);
      else {
        open.push(line);
        if (!closes) continue;
        yield bare(open.join('\n'));
        open = [];
      }
    }
    from = to;
  }
  return undefined;
}

const bare = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
