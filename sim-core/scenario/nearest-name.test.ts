import { expect, it } from 'vitest';
import { editDistance, nearestName, suggestion } from './nearest-name.ts';

it('counts insertions, deletions, replacements and swaps', () => {
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('period', 'peroid')).toBe(1);
  expect(editDistance('same', 'same')).toBe(0);
});

it('finds what was meant, and nothing where nothing is near', () => {
  const names = ['initial', 'first', 'period'];
  expect(nearestName('perod', names)).toBe('period');
  expect(nearestName('PERIOD', names)).toBe('period');
  expect(nearestName('frist', names)).toBe('first');
  expect(nearestName('colour', names)).toBeUndefined();
});

it('lists what is allowed', () => {
  expect(suggestion('frist', ['first'])).toBe('Did you mean "first"? Allowed: first.');
  expect(suggestion('x', [])).toBe('Nothing is allowed here.');
});
