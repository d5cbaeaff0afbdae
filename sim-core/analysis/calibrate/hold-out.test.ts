import { expect, it } from 'vitest';
import { countsBefore, cutOf, parseHoldOut } from './hold-out.ts';

it.each([
  ['90d', 911],
  ['2w', 987],
  ['25%', 751],
  ['1970-06-01', 151],
  ['none', Number.POSITIVE_INFINITY],
])('%s of days 1 to 1000 begins on day %s', (written, day) => {
  expect(cutOf(parseHoldOut(written), 1, 1000)).toBe(day);
});

it.each(['0d', '100%', 'last', '2024-13-01', '-3d', ''])('refuses %j', (written) => {
  expect(() => parseHoldOut(written)).toThrow('does not say what is held out');
});

it('holds out a row as soon as one of its days is', () => {
  const observations = [1, 8, 15].map((day) => ({ day, days: 7, value: 1, line: day }));
  const column = { column: 'c', metric: 'm', how: 'sum' as const, observations };
  expect(countsBefore([column], 15)).toEqual([2]);
  expect(countsBefore([column], 14)).toEqual([1]);
});
