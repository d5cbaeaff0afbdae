const dayMs = 86_400_000;

/** Days since 1970-01-01 of an ISO 8601 date; NaN where it is none. */
export const dayOfDate = (date: string): number =>
  /^-?\d{4,6}-\d\d-\d\d$/.test(date) ? Date.parse(date) / dayMs : Number.NaN;
