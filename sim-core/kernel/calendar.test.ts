import { expect, it } from 'vitest';
import { dayNumber, dayOf, isoDate } from './calendar.ts';

it('agrees with the platform on every day of 800 years', () => {
  for (let day = -146_097; day <= 146_097; day++) {
    const iso = isoDate(day);
    if (iso !== new Date(day * 86_400_000).toISOString().slice(0, 10))
      throw new Error(`day ${day} is ${iso}`);
    if (dayOf(iso) !== day) throw new Error(`${iso} is day ${dayOf(iso)}, not ${day}`);
  }
});

it('refuses what is not a date', () => {
  for (const text of ['2023-02-29', '2023-13-01', '2023-4-1', '2023-04-31', 'yesterday', ''])
    expect(dayOf(text)).toBeUndefined();
  expect(dayNumber(2019, 8, 1)).toBe(18_109);
});
