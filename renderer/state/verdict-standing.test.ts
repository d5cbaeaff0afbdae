import { expect, it } from 'vitest';
import { standingOf } from './verdict-standing.ts';

const verdict = (held: number, of: number) => {
  // Wilson's interval, 95 %.
  const z = 1.959964;
  const p = held / of;
  const centre = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const said = { id: 'growing', title: 'Growing', rule: 'It grows.', source: 'test' };
  return { ...said, held, of, probability: p, low: centre - half, high: centre + half };
};

it.each([
  [1, 1, 'watch'],
  [3, 3, 'watch'],
  [4, 4, 'pass'],
  [8, 8, 'pass'],
  [0, 8, 'fail'],
  [0, 2, 'watch'],
  [6, 8, 'watch'],
  [140, 200, 'watch'],
  [170, 200, 'pass'],
  [100, 200, 'watch'],
  [80, 200, 'fail'],
])('%d of %d seeds: %s', (held, of, standing) => {
  expect(standingOf(verdict(held, of))).toBe(standing);
});
