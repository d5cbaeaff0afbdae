import {
  batchType,
  Column,
  columnFromValues,
  type DataType,
  dateDay,
  float64,
  int32,
  Table,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Block, CellKind, Cells, ResultTable } from '../tables/result-table.ts';

/**
 * A table as an Arrow IPC file (Feather version 2), not compressed: a record batch a block; int32, date32, utf8 and float64; a
 * gap is null. Whole in memory.
 */
export function tableArrow({ columns, about = {}, blocks }: ResultTable): Uint8Array {
  const all = [...blocks()].filter(({ rows }) => rows > 0);
  const table = tableFromColumns(
    columns.map(({ name, kind, gaps }, index) => [name, columnOf(kind, gaps, index, all)]),
  );
  const said = new Map(Object.entries(about));
  const whole = said.size === 0 ? table : new Table({ ...table.schema, metadata: said }, table.children);
  const bytes = tableToIPC(whole, { format: 'file' });
  // Null only where bytes go to a sink of one's own.
  return bytes ?? new Uint8Array();
}

const types: Readonly<Record<CellKind, () => DataType>> = {
  integer: int32,
  day: dateDay,
  text: utf8,
  number: float64,
};

function columnOf(kind: CellKind, gaps: boolean, index: number, blocks: readonly Block[]) {
  const type = types[kind]();
  return new Column(
    blocks.flatMap(({ cells }) => batchesOf(cells[index], type, gaps)),
    type,
  );
}

function batchesOf(cells: Cells | undefined, type: DataType, gaps: boolean) {
  if (cells === undefined) return [];
  if (cells.kind === 'text') return columnFromValues(cells.values, type).data;
  // What stands where there is no number is said nowhere: zero, so that the same result has the same bytes.
  const values =
    cells.kind === 'number'
      ? cells.values.map((value) => (Number.isNaN(value) ? 0 : value + 0))
      : cells.values;
  const Batch = batchType(type);
  const { validity, nullCount } = gaps && cells.kind === 'number' ? presence(cells.values) : whole;
  return [new Batch({ length: values.length, nullCount, type, validity, values })];
}

const whole = { validity: new Uint8Array(), nullCount: 0 };

/** A bit a row, set where there is a number. */
function presence(values: Float64Array): { validity: Uint8Array; nullCount: number } {
  const validity = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isNaN(value)) validity[i >> 3] |= 1 << (i & 7);
    else nullCount += 1;
  }
  return nullCount === 0 ? whole : { validity, nullCount };
}
