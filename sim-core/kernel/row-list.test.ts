import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowList } from './row-list.ts';
import { blockRows } from './sum.ts';

const statuses = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 50 })
  .chain((some) =>
    fc
      .integer({ min: 1, max: 3 * blockRows })
      .map((n) => Uint8Array.from({ length: n }, (_, i) => some[i % some.length] ?? 0)),
  );

it('lists the rows of the wanted statuses in their order, and where each block of the table ends', () => {
  const list = new RowList();
  fc.assert(
    fc.property(statuses, fc.integer({ min: 0, max: 31 }), (codes, wanted) => {
      const expected = [...codes.keys()].filter((i) => ((wanted >> (codes[i] ?? 0)) & 1) === 1);
      const { rows, ends, count } = list.gather(codes, wanted);
      expect(Array.from(rows.subarray(0, count))).toEqual(expected);
      expect(Array.from(ends)).toEqual(
        Array.from(
          { length: Math.ceil(codes.length / blockRows) },
          (_, b) => expected.filter((i) => i < (b + 1) * blockRows).length,
        ),
      );
    }),
    { numRuns: 50 },
  );
});

it('keeps its arrays from day to day', () => {
  const list = new RowList();
  const { rows, ends } = list.gather(new Uint8Array(5000), 1);
  list.gather(new Uint8Array(5000).fill(1), 1);
  expect(list.rows).toBe(rows);
  expect(list.ends).toBe(ends);
  expect(list.count).toBe(0);
});
