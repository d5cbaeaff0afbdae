import type { SeedResult } from '../../../sim-core/contract/run.ts';
import type { SeedNumbers } from '../../api/runs/runs-api.ts';

/** The seed as it crosses a door. */
export const numbersOf = ({ seed, digest, columns, breakdowns }: SeedResult): SeedNumbers => ({
  seed,
  digest,
  columns: columns.map(textOf),
  breakdowns: breakdowns.map(textOf),
});

/** The seed that crossed a door; its digest is only what the sender says of it. */
export const seedOf = ({ seed, digest, columns, breakdowns }: SeedNumbers): SeedResult => ({
  seed,
  digest,
  columns: columns.map(columnOf),
  breakdowns: breakdowns.map(columnOf),
});

/** Eight little-endian bytes a number, as base64. */
function textOf(column: Float64Array): string {
  const bytes = Buffer.alloc(column.length * 8);
  for (let i = 0; i < column.length; i += 1) bytes.writeDoubleLE(column[i] ?? Number.NaN, i * 8);
  return bytes.toString('base64');
}

function columnOf(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  const column = new Float64Array(Math.floor(bytes.length / 8));
  for (let i = 0; i < column.length; i += 1) column[i] = bytes.readDoubleLE(i * 8);
  return column;
}
