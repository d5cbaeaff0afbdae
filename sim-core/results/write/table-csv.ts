import { utf8ToBytes } from '@noble/hashes/utils.js';
import { isoDate } from '../../kernel/calendar.ts';
import { numberCell, row, textCell } from '../spelling.ts';
import type { Block, Cells, ResultTable } from '../tables/result-table.ts';

/** Bytes of a chunk, but for a longer line: large enough to be fast, small enough for any file. */
const chunkBytes = 1 << 18;
/** Bytes of the longest number, with room. */
const numberBytes = 32;
const [comma, newLine] = [0x2c, 0x0a];

/**
 * A table as CSV in UTF-8, the only writer of it at any door; docs/reference/files.md gives the spelling. Yields chunks of whole lines. They are
 * bytes from the start, since text that grows cell by cell is copied together twice before it reaches a file.
 */
export function* tableCsv({ columns, blocks }: ResultTable): Generator<Uint8Array<ArrayBuffer>> {
  let chunk = Uint8Array.from(utf8ToBytes(row(columns.map(({ name }) => textCell(name)))));
  let end = chunk.length;
  const spelled: Spelled = new WeakMap();
  for (const block of blocks()) {
    const { longest, write } = linesOf(block, spelled);
    for (let index = 0; index < block.rows; index += 1) {
      if (end + longest > chunk.length) {
        yield chunk.subarray(0, end);
        chunk = new Uint8Array(longest > chunkBytes ? longest : chunkBytes);
        end = 0;
      }
      end = write(chunk, end, index);
    }
  }
  yield chunk.subarray(0, end);
}

/** Cells of arrays that blocks share, spelled once; forgotten with the array. */
type Spelled = WeakMap<object, readonly Uint8Array[]>;

interface Lines {
  /** No line has more bytes. */
  readonly longest: number;
  /** Writes the line `index` from `at` on; where it ends. Lines are asked for from first to last. */
  write(bytes: Uint8Array, at: number, index: number): number;
}

function linesOf({ cells }: Block, spelled: Spelled): Lines {
  const texts = cells.map((each) => (each.kind === 'number' ? undefined : textsOf(each, spelled)));
  const numbers = cells.map((each) => (each.kind === 'number' ? each.values : undefined));
  // Many quantities stay as they were for days, and spelling a number is dearer than looking at it.
  const last = new Float64Array(cells.length).fill(Number.NaN);
  const lastText = new Array<string>(cells.length).fill('');
  const longest = texts.reduce((sum, each) => sum + longestOf(each) + 1, 1);
  return {
    longest,
    write(bytes, from, index) {
      let end = from;
      for (let at = 0; at < cells.length; at += 1) {
        if (at > 0) bytes[end++] = comma;
        const values = numbers[at];
        if (values === undefined) {
          end = addBytes(bytes, end, texts[at]?.[index]);
          continue;
        }
        const value = values[index];
        if (value !== last[at]) {
          last[at] = value;
          lastText[at] = numberCell(value);
        }
        end = addAscii(bytes, end, lastText[at] ?? '');
      }
      bytes[end] = newLine;
      return end + 1;
    },
  };
}

function addAscii(bytes: Uint8Array, from: number, text: string): number {
  for (let i = 0; i < text.length; i += 1) bytes[from + i] = text.charCodeAt(i);
  return from + text.length;
}

function addBytes(bytes: Uint8Array, from: number, added: Uint8Array | undefined): number {
  if (added === undefined) return from;
  for (let i = 0; i < added.length; i += 1) bytes[from + i] = added[i];
  return from + added.length;
}

const longestOf = (texts: readonly Uint8Array[] | undefined): number =>
  texts === undefined ? numberBytes : texts.reduce((most, { length }) => (length > most ? length : most), 0);

/** Cells that are not numbers. */
function textsOf(
  cells: Exclude<Cells, { readonly kind: 'number' }>,
  spelled: Spelled,
): readonly Uint8Array[] {
  const before = spelled.get(cells.values);
  if (before !== undefined) return before;
  const made = new Map<number | string, Uint8Array>();
  const texts = Array.from(cells.values, (value: number | string) => {
    const there = made.get(value);
    if (there !== undefined) return there;
    const bytes = utf8ToBytes(textOf(cells.kind, value));
    made.set(value, bytes);
    return bytes;
  });
  spelled.set(cells.values, texts);
  return texts;
}

function textOf(kind: 'text' | 'day' | 'integer', value: number | string): string {
  if (typeof value === 'string') return textCell(value);
  return kind === 'day' ? isoDate(value) : `${value}`;
}
