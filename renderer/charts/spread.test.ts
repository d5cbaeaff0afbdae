import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantileOfSorted } from '../../sim-core/analysis/quantile.ts';
import { createSpread } from './spread.ts';

it('gives the quantiles that the command line gives, whatever the order of the seeds', () => {
  // -0 and 0 are one place in a chart.
  const value = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
  const seed = fc.array(value, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(seed, { minLength: 1, maxLength: 12 }), (seeds) => {
      const spread = createSpread(3, seeds.length);
      for (const values of seeds) spread.add(Float64Array.from(values));
      const fan = spread.fan();
      expect(fan.seeds).toBe(seeds.length);
      for (const tick of [0, 1, 2]) {
        const sorted = seeds.map((values) => Number(values[tick])).sort((a, b) => a - b);
        const got = [fan.p5, fan.p25, fan.median, fan.p75, fan.p95].map((line) => line[tick]);
        expect(got).toEqual([0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantileOfSorted(sorted, share)));
      }
    }),
  );
});

it('leaves out what is no number, and keeps what has no end', () => {
  const spread = createSpread(3, 2);
  spread.add(Float64Array.of(1, Number.NaN, Number.NaN));
  spread.add(Float64Array.of(Number.POSITIVE_INFINITY, 4, Number.NaN));
  expect([...spread.fan().median]).toEqual([Number.POSITIVE_INFINITY, 4, Number.NaN]);
});

it('takes no more seeds than it has room for', () => {
  const spread = createSpread(1, 1);
  spread.add(Float64Array.of(1));
  expect(() => spread.add(Float64Array.of(2))).toThrow(RangeError);
});
