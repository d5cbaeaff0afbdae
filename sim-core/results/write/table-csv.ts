import { isoDate } from '../../kernel/calendar.ts';
import { chunkLength, numberCell, row, textCell } from '../spelling.ts';
import type { Block, Cells, ResultTable } from '../tables/result-table.ts';

/** A table as CSV, the only writer of it at any door; docs/reference/files.md gives the spelling. Yields chunks. */
export function* tableCsv({ columns, blocks }: ResultTable): Generator<string> {
  let chunk = row(columns.map(({ name }) => textCell(name)));
  const spelled = new Map<object, readonly string[]>();
  for (const block of blocks()) {
    const lineAt = linesOf(block, spelled);
    for (let index = 0; index < block.rows; index += 1) {
      chunk += lineAt(index);
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** Spells the rows of a block, which are asked for from first to last. */
function linesOf({ cells }: Block, spelled: Map<object, readonly string[]>): (index: number) => string {
  const texts = cells.map((each) => (each.kind === 'number' ? [] : textsOf(each, spelled)));
  const numbers = cells.map((each) => (each.kind === 'number' ? each.values : undefined));
  // Many quantities stay as they were for days, and spelling a number is dearer than looking at it.
  const last = new Float64Array(cells.length).fill(Number.NaN);
  const line = new Array<string>(cells.length).fill('');
  return (index) => {
    for (let at = 0; at < line.length; at += 1) {
      const values = numbers[at];
      if (values === undefined) {
        line[at] = texts[at]?.[index] ?? '';
        continue;
      }
      const value = values[index] ?? Number.NaN;
      if (value === last[at]) continue;
      last[at] = value;
      line[at] = numberCell(value);
    }
    return row(line);
  };
}

/** Cells that are not numbers, spelled once for as long as blocks share them. */
function textsOf(
  cells: Exclude<Cells, { readonly kind: 'number' }>,
  spelled: Map<object, readonly string[]>,
): readonly string[] {
  if (cells.kind === 'text') return textCells(cells.values);
  const before = spelled.get(cells.values);
  if (before !== undefined) return before;
  const texts = Array.from(cells.values, (value) => (cells.kind === 'day' ? isoDate(value) : `${value}`));
  spelled.clear();
  spelled.set(cells.values, texts);
  return texts;
}

function textCells(values: readonly string[]): readonly string[] {
  const cells = new Map([...new Set(values)].map((text) => [text, textCell(text)]));
  return values.map((text) => cells.get(text) ?? '');
}
