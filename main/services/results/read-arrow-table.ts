import { tableFromIPC } from '@uwdata/flechette';
import type { Cells } from '../../../sim-core/results/tables/result-table.ts';
import { kindOf, type ReadTable } from './kept-table.ts';

const dayMs = 86_400_000;

/** An Arrow IPC file that the studio, or another writer of the same columns, wrote. */
export function readArrowTable(bytes: Uint8Array): ReadTable {
  const table = tableFromIPC(bytes);
  const cells = table.names.map((name): [string, Cells] => {
    const kind = kindOf(name);
    const column = table.getChild(name);
    const values: unknown[] = column === undefined ? [] : [...column];
    if (kind === 'text') return [name, { kind, values: values.map(String) }];
    const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)));
    if (kind === 'number') return [name, { kind, values: Float64Array.from(numbers) }];
    const scale = kind === 'day' ? dayMs : 1;
    return [name, { kind, values: Int32Array.from(numbers, (value) => value / scale) }];
  });
  return { rows: table.numRows, cells: new Map(cells) };
}
