import { z } from 'zod';
import type { Cells } from '../../../sim-core/results/tables/result-table.ts';
import { dayOfDate } from './day-of-date.ts';
import { kindOf, type ReadTable } from './kept-table.ts';

const document = z.array(z.record(z.string(), z.union([z.number(), z.string(), z.null()])));

/** A JSON file that the studio wrote: a list of rows. */
export function readJsonTable(bytes: Uint8Array): ReadTable {
  const rows = document.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const names = Object.keys(rows[0] ?? {});
  const cells = names.map((name): [string, Cells] => {
    const kind = kindOf(name);
    const values = rows.map((row) => row[name] ?? null);
    if (kind === 'text') return [name, { kind, values: values.map(String) }];
    if (kind === 'day')
      return [name, { kind, values: Int32Array.from(values, (date) => dayOfDate(`${date}`)) }];
    const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)));
    return [
      name,
      kind === 'number'
        ? { kind, values: Float64Array.from(numbers) }
        : { kind, values: Int32Array.from(numbers) },
    ];
  });
  return { rows: rows.length, cells: new Map(cells) };
}
