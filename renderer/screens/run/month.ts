/** Days of a month on average, in the calendar of the dates. */
const daysOfMonth = 365.25 / 12;

/** Which month of a run a day is in; the first is 1. */
export const monthOf = (tick: number): number => Math.floor(tick / daysOfMonth) + 1;
