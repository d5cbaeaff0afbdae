import { expect, it } from 'vitest';
import type { MorrisEffect } from './morris.ts';
import {
  morrisSentence,
  regionalSentence,
  sobolSentence,
  unsourcedSentence,
  unsourcedSizeSentence,
} from './sentences.ts';
import type { SobolIndex } from './sobol-indices.ts';

const index = (alone: number, total: number, width = 0.1): SobolIndex => ({
  alone,
  total,
  aloneInterval: { low: alone - width / 2, high: alone + width / 2 },
  totalInterval: { low: total - width / 2, high: total + width / 2 },
});

const effect = (mean: number, size: number, spread: number): MorrisEffect => ({
  mean,
  size,
  spread,
  interval: { low: 0, high: 0 },
  measured: 10,
});

const show = (value: number) => `${value} USD`;

it.each([
  [index(0.4, 0.43), 'Explains 43 % of the variance, nearly all of it by itself.'],
  [
    index(0.2, 0.5),
    'Explains 20 % of the variance alone and 50 % together with others: what it does depends on them.',
  ],
  [index(0.04, 0.13), 'Explains 4 % of the variance alone and 13 % together with others'],
  [index(-0.02, 0.01, 0.04), 'Matters little: at most 3 % of the variance, interactions counted.'],
  [
    index(0.4, 0.43, 0.4),
    'nearly all of it by itself. The interval is wide: a larger budget would narrow it.',
  ],
  [index(Number.NaN, Number.NaN), 'Nothing that was varied moves the output.'],
])("says in words what Sobol' indices mean", (given, words) => {
  expect(sobolSentence(given)).toContain(words);
});

it.each([
  [effect(10, 10, 1), 'moves the output by 10 USD on average, upwards, much the same everywhere.'],
  [effect(-10, 10, 7), 'by 10 USD on average, downwards, more in some places than in others.'],
  [effect(1, 10, 14), 'up in some places and down in others, very differently from place to place'],
  [effect(0.1, 0.1, 0), 'Matters little: 0.1 USD, against 20 USD of what matters most.'],
  [effect(0, 0, 0), 'Does not move the output anywhere.'],
])('says in words what effects mean', (given, words) => {
  expect(morrisSentence(given, 20, show)).toContain(words);
});

it.each([
  [
    { distance: 0.5, passing: 8, failing: 3 },
    'Where it passes this is higher: in the middle 8 USD, against 3 USD where it fails.',
  ],
  [{ distance: 0.5, passing: 1, failing: 3 }, 'this is lower'],
  [{ distance: 0.2, passing: 1, failing: 3 }, 'a distance of 0.20 may be chance (up to 0.25)'],
])('says in words what separates', (given, words) => {
  expect(regionalSentence({ ...given, interval: { low: 0, high: 1 } }, 0.25, show)).toContain(words);
});

it('says how much rests on what has no source', () => {
  expect(unsourcedSentence(3, 5, index(0.31, 0.4))).toBe(
    '31 % of the variance rests on the 3 parameters without a source alone (95 % interval 26 to 36 %), 40 % with what they do together with the 2 that have one.',
  );
  expect(unsourcedSentence(0, 5, undefined)).toBe('Every parameter that was varied has a source.');
  expect(unsourcedSentence(5, 5, undefined)).toContain('all of the variance shown rests on assumptions');
  expect(unsourcedSizeSentence([effect(1, 1, 0), effect(-3, 3, 0)], [false, true])).toContain(
    'Of all sizes added up, 75 % belong to the 1 of 2 parameters without a source.',
  );
});
