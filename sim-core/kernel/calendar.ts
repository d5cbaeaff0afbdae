import { floor } from './math.ts';

const daysPer400Years = 146_097;

/** Day number (days since 1970-01-01) of a proleptic Gregorian date; `month` is 1..12. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  // Years that begin in March put the leap day at their end, so that month lengths repeat.
  const shifted = month <= 2 ? year - 1 : year;
  const era = floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100) + dayOfYear;
  return era * daysPer400Years + dayOfEra - 719_468;
}

/** Year, month (1..12) and day of month of a day number. */
export function dateOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719_468;
  const era = floor(z / daysPer400Years);
  const dayOfEra = z - era * daysPer400Years;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const shiftedMonth = floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `2023-04-24` of a day number. */
export function isoDate(day: number): string {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Day number of `2023-04-24`; `undefined` where the text is not a date of the calendar. */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === iso ? day : undefined;
}
