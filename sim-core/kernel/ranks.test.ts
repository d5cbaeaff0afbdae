import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ranks } from './ranks.ts';

const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ noNaN: true, min: -0.01, max: 0.02 }),
  fc.constantFrom(0, -0, 1, -1, 5e-324, -1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

it('finds the values that sorting would put there, whatever their signs and sizes', () => {
  const found = new Ranks();
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 300 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      (values, picks) => {
        const sorted = [...values].sort((a, b) => a - b);
        const ranks = picks.map((pick) => pick % values.length).sort((a, b) => a - b);
        found.reserve(values.length).set(values);
        const at = Float64Array.from(ranks);
        found.find(values.length, at);
        expect(ranks.every((rank, k) => at[k] === sorted[rank])).toBe(true);
        expect(values.every((each, i) => Object.is(found.values[i], each))).toBe(true);
      },
    ),
  );
});

it('looks at the first numbers only, and keeps its room', () => {
  const found = new Ranks();
  const room = found.reserve(5);
  room.set([3, 1, 2, -9, 100]);
  const at = Float64Array.of(0, 2);
  found.find(3, at);
  expect([...at]).toEqual([1, 3]);
  expect(found.reserve(4)).toBe(room);
});
