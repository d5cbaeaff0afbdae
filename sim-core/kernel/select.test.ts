import fc from 'fast-check';
import { expect, it } from 'vitest';
import { select } from './select.ts';
import { sum } from './sum.ts';

const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1, 2)), {
  minLength: 1,
  maxLength: 300,
});

it('finds the value of a rank, and leaves smaller ones before it and larger ones after', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (values, rank) => {
      const k = rank % values.length;
      const sorted = [...values].sort((a, b) => a - b);
      const column = Float64Array.from(values);
      const found = select(column, 0, values.length, k);
      expect(found === sorted[k]).toBe(true);
      expect(column.subarray(0, k).every((v) => v <= found)).toBe(true);
      expect(column.subarray(k).every((v) => v >= found)).toBe(true);
    }),
  );
});

it('looks at its rows only', () => {
  expect(select(Float64Array.of(-9, 3, 1, 2, 100, 100), 1, 4, 2)).toBe(2);
});

it('sums block by block, so that a parallel sum of blocks has the same bits', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => 1 / (i + 1));
  const blocks = [0, 4096, 8192].map((from) => values.slice(from, from + 4096).reduce((a, b) => a + b, 0));
  expect(sum(values, values.length)).toBe(blocks.reduce((a, b) => a + b, 0));
});
