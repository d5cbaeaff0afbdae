import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Shares } from './shares.ts';

const of = (values: readonly number[]): Shares => {
  const shares = new Shares();
  for (const value of values) shares.add(value, 1);
  return shares;
};

/** From sorted values, as defined. */
function exact(values: readonly number[]): { gini: number; hhi: number; nakamoto: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((a, b) => a + b, 0);
  const n = sorted.length;
  const weighted = sorted.reduce((a, v, i) => a + (2 * (i + 1) - n - 1) * v, 0);
  let held = 0;
  let nakamoto = 0;
  for (const value of [...sorted].reverse()) {
    if (held > total / 2) break;
    held += value;
    nakamoto += 1;
  }
  return { gini: weighted / (n * total), hhi: sorted.reduce((a, v) => a + (v / total) ** 2, 0), nakamoto };
}

it('is within a percent of the sorted answer', () => {
  const value = fc.double({ min: 0.001, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), (values) => {
      const { gini, hhi, nakamoto } = exact(values);
      const shares = of(values);
      expect(Math.abs(shares.gini() - gini)).toBeLessThan(0.01);
      expect(Math.abs(shares.hhi() - hhi)).toBeLessThan(1e-12);
      expect(Math.abs(shares.nakamoto() - nakamoto)).toBeLessThanOrEqual(1 + 0.01 * values.length);
    }),
  );
});

it('counts those who hold nothing, and many who hold the same', () => {
  const shares = new Shares();
  shares.add(1, 50);
  shares.add(0, 50);
  expect(shares.gini()).toBeCloseTo(0.5, 12);
  expect(shares.hhi()).toBeCloseTo(1 / 50, 12);
  expect(shares.nakamoto()).toBe(26);
});

it('knows equality, monopoly and emptiness, and can be cleared', () => {
  expect(of([3, 3, 3, 3]).gini()).toBeCloseTo(0, 12);
  expect(of([7]).hhi()).toBe(1);
  expect(of([7]).nakamoto()).toBe(1);
  const shares = of([5, 1]);
  shares.clear();
  expect(shares.nakamoto()).toBeNaN();
  expect(shares.gini()).toBeNaN();
});
