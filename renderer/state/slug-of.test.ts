import { expect, it } from 'vitest';
import { scenarioSlug, slugOf } from './slug-of.ts';

it.each([
  ['Halving at 18 months', 'halving-at-18-months', 'halving-at-18-months'],
  ['  Größe & Güte! ', 'gro-e-gute', 'gro-e-gute'],
  ['5G, later', '5g-later', 'g-later'],
  ['…', '', ''],
])('%j becomes %j, as a scenario %j', (text, slug, scenario) => {
  expect([slugOf(text), scenarioSlug(text)]).toEqual([slug, scenario]);
});
