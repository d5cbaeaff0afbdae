import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowList } from './row-list.ts';
import { blockRows } from './sum.ts';

const codes = fc.integer({ min: 0, max: 4 });

const statuses = fc
  .array(codes, { minLength: 1, maxLength: 50 })
  .chain((some) =>
    fc
      .integer({ min: 1, max: 3 * blockRows })
      .map((n) => Uint8Array.from({ length: n }, (_, i) => some[i % some.length] ?? 0)),
  );

/** Rows and the statuses they change to, of few or of many rows. */
const someDays = fc.array(fc.array(fc.tuple(fc.nat(3 * blockRows), codes), { maxLength: 200 }), {
  maxLength: 4,
});

/** The rows of each block as the list has them. */
const listed = ({ rows, ends }: RowList): readonly (readonly number[])[] =>
  Array.from(ends, (end, block) => Array.from(rows.subarray(block * blockRows, end)));

function wantedOf(columns: Uint8Array, wanted: number): readonly (readonly number[])[] {
  const rows = [...columns.keys()].filter((i) => ((wanted >> (columns[i] ?? 0)) & 1) === 1);
  return Array.from({ length: Math.ceil(columns.length / blockRows) }, (_, block) =>
    rows.filter((i) => i >= block * blockRows && i < (block + 1) * blockRows),
  );
}

it('lists the rows of the wanted statuses block by block in their order, however they changed since', () => {
  const list = new RowList();
  fc.assert(
    fc.property(statuses, fc.integer({ min: 0, max: 31 }), someDays, (column, wanted, days) => {
      for (const changes of [[], ...days]) {
        for (const [row, code] of changes) if (row < column.length) column[row] = code;
        const { count } = list.gather(column, wanted);
        const expected = wantedOf(column, wanted);
        expect(listed(list)).toEqual(expected);
        expect(count).toBe(expected.flat().length);
      }
    }),
    { numRuns: 50 },
  );
});

it('is not misled by another run of as many rows', () => {
  const list = new RowList();
  const [one, other] = [new Uint8Array(5000).fill(2), Uint8Array.from({ length: 5000 }, (_, i) => i % 5)];
  for (const column of [one, other, one, other])
    expect(listed(list.gather(column, 0b100))).toEqual(wantedOf(column, 0b100));
});

it('keeps its arrays from day to day', () => {
  const list = new RowList();
  const { rows, ends } = list.gather(new Uint8Array(5000), 1);
  list.gather(new Uint8Array(5000).fill(1), 1);
  expect(list.rows).toBe(rows);
  expect(list.ends).toBe(ends);
  expect(list.count).toBe(0);
});
