import { expect, it } from 'vitest';
import { slugOf } from './slug-of.ts';

it.each([
  ['Halving at 18 months', 'halving-at-18-months'],
  ['  Größe & Güte! ', 'gro-e-gute'],
  ['5G, later', 'g-later'],
  ['…', ''],
])('%j becomes %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
