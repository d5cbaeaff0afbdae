import { fullNumber } from '../ui/number-format.ts';

/** A day of the calendar is a number too, but no share of another. */
const isDay = (shown: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(shown);

/** `change`: new over old, less 1; absent where it is the same, they are not both numbers, or the old one is 0. `shown` is the new one in words. */
export function changeOf(shown: string, base: unknown, value: unknown): { readonly change?: number } {
  if (typeof base !== 'number' || typeof value !== 'number' || base === 0 || isDay(shown)) return {};
  return value === base ? {} : { change: value / base - 1 };
}

/** `-0.25` as "−25 %". */
export function changeText(change: number): string {
  const percent = Number((change * 100).toPrecision(3));
  return `${percent > 0 ? '+' : ''}${fullNumber(percent)} %`;
}
