const day = 86_400_000;

/** A day number (days since 1970-01-01) as "2023-04-24". */
export const isoDay = (days: number): string => new Date(days * day).toISOString().slice(0, 10);

/** A day number as the moment it begins, in UTC, as scales of dates want it. */
export const dateOfDay = (days: number): Date => new Date(days * day);

/** A moment such as "2026-11-23T06:30:12Z" to the minute, in the time of the reader; what is none as it is. */
export function whenText(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const two = (number: number) => `${number}`.padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Time left or taken, in the two largest parts: "under a second", "12 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 1) return 'under a second';
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
