import { isoDate } from '../../kernel/calendar.ts';
import { inChunks } from '../spelling.ts';
import type { Block, Cells, ResultTable } from '../tables/result-table.ts';

/**
 * A table as JSON: a list of objects, one a row and line, with the columns as keys. A gap is `null`, a date its ISO 8601 text; numbers
 * are spelled as in CSV. Yields chunks.
 */
export const tableJson = (table: ResultTable): Generator<string> => inChunks(lines(table));

function* lines({ columns, blocks }: ResultTable): Generator<string> {
  const keys = columns.map(({ name }, index) => `${index === 0 ? '' : ','}${JSON.stringify(name)}:`);
  let before = '[\n';
  for (const block of blocks()) {
    for (const line of linesOf(block, keys)) {
      yield before + line;
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function* linesOf({ rows, cells }: Block, keys: readonly string[]): Generator<string> {
  for (let index = 0; index < rows; index += 1) {
    let line = '{';
    for (const [at, each] of cells.entries()) line += `${keys[at]}${jsonOf(each, index)}`;
    yield `${line}}`;
  }
}

function jsonOf(cells: Cells, index: number): string {
  if (cells.kind === 'text') return JSON.stringify(cells.values[index] ?? '');
  const value = cells.values[index] ?? Number.NaN;
  if (cells.kind === 'day') return `"${isoDate(value)}"`;
  // JSON has no infinity, and no result has one: the kernel stops where a number is not finite.
  return value - value === 0 ? `${value}` : 'null';
}
