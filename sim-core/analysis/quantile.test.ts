// Held against a library of statistics, which is not in the engine: its quantiles are of another type, its medians are the same.
import fc from 'fast-check';
import { max, median as medianIn, min, quantileRankSorted } from 'simple-statistics';
import { expect, it } from 'vitest';
import { median, quantileOf, quantileOfSorted } from './quantile.ts';

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });

it('the median and the ends are those of simple-statistics', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      expect(median(values)).toBeCloseTo(medianIn(values), 6);
      expect(quantileOf(values, 0)).toBe(min(values));
      expect(quantileOf(values, 1)).toBe(max(values));
    }),
  );
});

it('as many values lie below a quantile as it says, to one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        const rank = quantileRankSorted(sorted, quantileOfSorted(sorted, p) ?? Number.NaN);
        expect(Math.abs(rank - p)).toBeLessThanOrEqual(1 / sorted.length);
      },
    ),
  );
});

it('of nothing there is none', () => {
  expect(quantileOfSorted([], 0.5)).toBeNull();
  expect(median([])).toBeNaN();
});
