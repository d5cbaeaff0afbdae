import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { Cells } from '../../../sim-core/results/tables/result-table.ts';
import { kindOf, type ReadTable } from './kept-table.ts';

/** Numbers that are held at once: 2 GB of them. */
const mostCells = 2 ** 28;

/** A Parquet file that the studio, or another writer of the same columns, wrote. */
export async function readParquetTable(bytes: Uint8Array): Promise<ReadTable> {
  // Not a Buffer: its `slice` is a view of more than was asked for.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = {
    byteLength: plain.byteLength,
    slice: (start: number, end?: number) => plain.slice(start, end).buffer,
  };
  const metadata = await parquetMetadataAsync(file);
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  // A few bytes can say that there are billions of rows: room is made for them before the first is read.
  if (!(rows * names.length <= mostCells))
    throw new Error(`it has ${rows} rows of ${names.length} columns, more than fit here.`);
  const empty = new Map(names.map((name) => [name, emptyCells(name, rows)]));
  // A group of rows and a column at a time: what the reader makes on its way is many times as large as the numbers.
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    for (const name of names) {
      await parquetRead({
        ...{ file, metadata, rowStart, rowEnd, columns: [name] },
        parsers: { dateFromDays: (days: number) => days },
        onChunk: ({ columnData, rowStart: at }) => {
          const { cells, put } = empty.get(name) ?? emptyCells(name, 0);
          if (cells.kind === 'number' && columnData instanceof Float64Array) cells.values.set(columnData, at);
          else for (let i = 0; i < columnData.length; i += 1) put(at + i, columnData[i]);
        },
      });
    }
    rowStart = rowEnd;
  }
  const cells = new Map([...empty].map(([name, each]) => [name, each.cells]));
  return { rows, cells };
}

function emptyCells(name: string, rows: number): { cells: Cells; put(row: number, value: unknown): void } {
  const kind = kindOf(name);
  if (kind === 'text') {
    const values = new Array<string>(rows).fill('');
    const put = (row: number, value: unknown): void => {
      values[row] = String(value ?? '');
    };
    return { cells: { kind, values }, put };
  }
  const values = kind === 'number' ? new Float64Array(rows).fill(Number.NaN) : new Int32Array(rows);
  const cells: Cells =
    values instanceof Float64Array
      ? { kind: 'number', values }
      : { kind: kind === 'day' ? kind : 'integer', values };
  return {
    cells,
    put: (row, value) => {
      if (value !== null && value !== undefined) values[row] = Number(value);
    },
  };
}
