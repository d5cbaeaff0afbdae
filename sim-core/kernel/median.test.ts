import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median } from './median.ts';
import { sum } from './sum.ts';

it('is the lower middle of the sorted values', () => {
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1, 2)), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(numbers, (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      expect(
        median(Float64Array.from(values), values.length) === sorted[Math.floor((values.length - 1) / 2)],
      ).toBe(true);
    }),
  );
});

it('looks at the first values only, and has none of none', () => {
  expect(median(Float64Array.of(3, 1, 2, 100, 100), 3)).toBe(2);
  expect(median(new Float64Array(4), 0)).toBeNaN();
});

it('sums block by block, so that a parallel sum of blocks has the same bits', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => 1 / (i + 1));
  const blocks = [0, 4096, 8192].map((from) => values.slice(from, from + 4096).reduce((a, b) => a + b, 0));
  expect(sum(values, values.length)).toBe(blocks.reduce((a, b) => a + b, 0));
});
