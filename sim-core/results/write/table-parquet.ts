import type { SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Block, Cells, ResultTable, TableColumn } from '../tables/result-table.ts';

/** Rows that stand together in the file at least: fewer, and reading many seeds is mostly reading where they are. */
const groupRows = 65_536;

/**
 * A table as Parquet: int32, date, UTF-8 and double; a gap is null; minus zero is zero, as in every format. Compressed with
 * Snappy, which every reader knows. Written by JavaScript, so its bytes are the same at every door and on every platform.
 * Yields the bytes of each row group.
 */
export function* tableParquet({ columns, about, blocks }: ResultTable): Generator<Uint8Array> {
  const writer = new ByteWriter(1 << 20);
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const said = Object.entries(about ?? {}).map(([key, value]) => ({ key, value }));
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    createdBy: 'DePIN Studio',
    ...(said.length > 0 ? { kvMetadata: said } : {}),
  });
  for (const group of groupsOf(blocks())) {
    const rows = group.reduce((sum, block) => sum + block.rows, 0);
    const columnData = columns.map(({ name, gaps }, index) => ({
      name,
      data: joined(
        group.map(({ cells }) => cells[index]),
        rows,
        gaps,
      ),
    }));
    void file.write({ columnData, rowGroupSize: rows });
    yield taken();
  }
  void file.finish();
  yield taken();
}

function* groupsOf(blocks: Iterable<Block>): Generator<readonly Block[]> {
  let group: Block[] = [];
  let rows = 0;
  for (const block of blocks) {
    if (block.rows === 0) continue;
    group.push(block);
    rows += block.rows;
    if (rows < groupRows) continue;
    yield group;
    group = [];
    rows = 0;
  }
  if (group.length > 0) yield group;
}

function schemaOf(columns: readonly TableColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ name, kind, gaps }): SchemaElement => ({
        name,
        repetition_type: gaps ? 'OPTIONAL' : 'REQUIRED',
        ...typeOf[kind],
      }),
    ),
  ];
}

const typeOf = {
  integer: { type: 'INT32' },
  day: { type: 'INT32', converted_type: 'DATE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
} as const;

/** The cells of one column in a row group. */
function joined(parts: readonly (Cells | undefined)[], rows: number, gaps: boolean) {
  const [first] = parts;
  if (first?.kind === 'text') return parts.flatMap((part) => (part?.kind === 'text' ? part.values : []));
  const all = first?.kind === 'number' ? new Float64Array(rows) : new Int32Array(rows);
  let at = 0;
  for (const part of parts) {
    if (part === undefined || part.kind === 'text') continue;
    all.set(part.values, at);
    at += part.values.length;
  }
  if (!(all instanceof Float64Array)) return all;
  for (let i = 0; i < all.length; i++) all[i] += 0;
  return gaps ? Array.from(all, (value) => (Number.isNaN(value) ? null : value)) : all;
}
