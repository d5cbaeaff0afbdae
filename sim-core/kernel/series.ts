import type { Series } from '../contract/parameter.ts';
import { max, min } from './math.ts';

/** The value of a step function on a day (since 1970-01-01); before its first day, the first value. */
export function valueOn(series: Series, day: number): number {
  const { days, values } = series;
  let low = 0;
  let high = days.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (days[middle] <= day) low = middle;
    else high = middle;
  }
  return values[low] ?? NaN;
}

/** Sum of the values on the days `from` .. `to` - 1. */
export function totalOver(series: Series, from: number, to: number): number {
  const { days, values } = series;
  let total = 0;
  for (let i = 0; i < days.length; i++) {
    const begins = i === 0 ? from : max(from, days[i]);
    const ends = i + 1 < days.length ? min(to, days[i + 1]) : to;
    if (ends > begins) total += values[i] * (ends - begins);
  }
  return total;
}
