import { expect, it } from 'vitest';
import { parseVary } from './vary.ts';

it.each([
  ['a.b=1,2,3', { path: 'a.b', values: ['1', '2', '3'] }],
  ['a=12 month, 24 month', { path: 'a', values: ['12 month', '24 month'] }],
  ['a={normal: {mean: 1, sd: 2}}, 3', { path: 'a', values: ['{normal: {mean: 1, sd: 2}}', '3'] }],
  ['start=2024-01-01,2025-01-01', { path: 'start', values: ['2024-01-01', '2025-01-01'] }],
  ['a=-1..2.5', { path: 'a', min: -1, max: 2.5, scale: 'linear' }],
  ['a=1..100/log', { path: 'a', min: 1, max: 100, scale: 'log' }],
  ['a=1e2..1e4/3/log', { path: 'a', min: 100, max: 10_000, scale: 'log', steps: 3 }],
  ['a=200..500/4 day', { path: 'a', min: 200, max: 500, scale: 'linear', steps: 4, unit: 'day' }],
])('%s', (text, factor) => {
  expect(parseVary(text)).toEqual(factor);
});

it.each([
  ['a', 'It has no path, or no values.'],
  ['=1', 'It has no path, or no values.'],
  ['a=1,,2', 'One of its values is empty.'],
  ['a=3..1', 'Its bounds are reversed: 3 is above 1.'],
  ['a=3..3', 'nothing varies'],
  ['a=0..3/log', 'Equal ratios need a range above 0.'],
  ['a=1..3/1', 'It has 1 steps'],
])('%s is refused', (text, because) => {
  expect(() => parseVary(text)).toThrow(because);
});
