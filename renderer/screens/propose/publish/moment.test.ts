import { expect, test } from 'vitest';
import { localField, secondsOfField, spanWords, utcMoment } from './moment.ts';

test('a moment is told in UTC, and what no calendar has as its number', () => {
  expect(utcMoment(1_795_392_000)).toBe('2026-11-23 00:00 UTC');
  expect(utcMoment(1e17)).toBe('100000000000000000');
  expect(localField(1e17)).toBe('');
});

test('a field of local time gives back what it was given, to the minute', () => {
  expect(secondsOfField(localField(1_795_392_000))).toBe(1_795_392_000);
  expect(secondsOfField('')).toBeUndefined();
});

test.each([
  [3600, '1 hour'],
  [259_200, '3 days'],
  [60, '1 minute'],
  [5400, '90 minutes'],
  [61, '1 min 1 s'],
])('%i s are %s', (seconds, words) => {
  expect(spanWords(seconds)).toBe(words);
});
