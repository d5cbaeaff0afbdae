import { expect, it } from 'vitest';
import { numbersOf as fromMain } from '../../../main/services/runs/kept-numbers.ts';
import { columnOf, numbersOf, seedOf, textOf } from './number-text.ts';

const odd = Float64Array.of(0, -0, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, -1.7e308);

it('carries every bit of a column, there and back', () => {
  const back = columnOf(textOf(odd));
  expect([...back].map((value) => [Object.is(value, -0), value])).toEqual(
    [...odd].map((value) => [Object.is(value, -0), value]),
  );
});

it('spells a seed as the services do', async () => {
  const long = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i));
  const seed = { seed: '1', digest: 'sha256:0', columns: [long, odd], breakdowns: [new Float64Array()] };
  const numbers = await numbersOf(seed);
  expect(numbers).toEqual(fromMain(seed));
  expect(await seedOf(numbers)).toEqual(seed);
});
