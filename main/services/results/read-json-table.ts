import { z } from 'zod';
import type { Cells } from '../../../sim-core/results/tables/result-table.ts';
import { dayOfDate } from './day-of-date.ts';
import { kindOf, type ReadTable } from './kept-table.ts';

const newline = 0x0a;
const row = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
type Value = z.infer<typeof row>[string];

/** A JSON file that the studio wrote: a list of rows. */
export function readJsonTable(bytes: Uint8Array): ReadTable {
  const columns = new Map<string, Value[]>();
  let rows = 0;
  for (const each of rowsOf(bytes)) {
    const cells = row.parse(each);
    if (rows === 0) for (const name of Object.keys(cells)) columns.set(name, []);
    for (const [name, values] of columns) values.push(cells[name] ?? null);
    rows += 1;
  }
  return { rows, cells: new Map([...columns].map(([name, values]) => [name, typed(name, values)])) };
}

function typed(name: string, values: readonly Value[]): Cells {
  const kind = kindOf(name);
  if (kind === 'text') return { kind, values: values.map(String) };
  if (kind === 'day') return { kind, values: Int32Array.from(values, (date) => dayOfDate(`${date}`)) };
  const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)));
  return kind === 'number'
    ? { kind, values: Float64Array.from(numbers) }
    : { kind, values: Int32Array.from(numbers) };
}

/** Rows one by one, as they were written, a line each: a file may be longer than any string may be. Other JSON is read whole. */
function* rowsOf(bytes: Uint8Array): Generator<unknown, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^\[\r?\n\{[^\r\n]*\}/.test(buffer.toString('utf8', 0, lineEnd(buffer, 3)))) {
    yield* z.array(z.unknown()).parse(JSON.parse(buffer.toString('utf8')));
    return;
  }
  let last = '';
  for (let from = lineEnd(buffer, 0); from < buffer.length; ) {
    const to = lineEnd(buffer, from);
    last = buffer.toString('utf8', from, to).trim();
    if (last !== ']') yield JSON.parse(last.replace(/,$/, ''));
    from = to;
  }
  if (last !== ']') throw new Error('it is cut off');
}

/** Where the line ends that begins or goes on there. */
function lineEnd(buffer: Buffer, from: number): number {
  const at = buffer.indexOf(newline, from);
  return at === -1 ? buffer.length : at + 1;
}
