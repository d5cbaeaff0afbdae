import type { Series } from '../contract/parameter.ts';

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
