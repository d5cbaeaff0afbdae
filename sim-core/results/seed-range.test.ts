import { expect, it } from 'vitest';
import { seedRange } from './seed-range.ts';

it.each([
  ['1..4', ['1', '2', '3', '4']],
  ['7', ['7']],
  ['1,2,7', ['1', '2', '7']],
  ['9, 1..2', ['9', '1', '2']],
  ['lucky-one', ['lucky-one']],
])('%s', (written, seeds) => {
  expect(seedRange(written)).toEqual(seeds);
});

it.each([
  ['', 'A seed is empty.'],
  ['1,,2', 'A seed is empty.'],
  ['5..1', '5..1 counts downwards.'],
  ['1..100000', '1..100000 has more than 10000 seeds.'],
  ['1..3,2', 'Seed 2 stands twice.'],
  ['a b', '"a b" is no seed.'],
  ['1...3', '"1...3" is no seed.'],
])('%j is refused', (written, because) => {
  expect(() => seedRange(written)).toThrow(because);
});
