import { expect, it } from 'vitest';
import { dateOfDay, duration, isoDay } from './time-format.ts';

it('names days by their date', () => {
  expect(isoDay(19_471)).toBe('2023-04-24');
  expect(isoDay(0)).toBe('1970-01-01');
  expect(dateOfDay(19_471).getUTCHours()).toBe(0);
});

it.each([
  [0.2, 'under a second'],
  [12.4, '12 s'],
  [59.7, '1 min'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d s reads %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
