import { StudioError } from '../../contract/errors.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { floor } from '../../kernel/math.ts';
import { unitDays } from '../measure.ts';
import type { ObservedColumn } from './observed-column.ts';

/** What is kept from the fit, to see how good it is: the last days, all from a date on, a share of the time, or nothing. */
export type HoldOut =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'from'; readonly day: number }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'none' };

/** The last quarter. */
export const usualHoldOut: HoldOut = { kind: 'share', share: 0.25 };

/** Reads `90d`, `12w`, `3mo`, `1y`, `25%`, `2025-01-01` or `none`. Throws `calibrate.hold-out`. */
export function parseHoldOut(written: string): HoldOut {
  const text = written.trim();
  if (text === 'none') return { kind: 'none' };
  const day = dayOf(text);
  if (day !== undefined) return { kind: 'from', day };
  const [, digits, unit] = /^(\d{1,5}(?:\.\d{1,3})?)\s*(d|w|mo|y|%)$/.exec(text) ?? [];
  const number = Number(digits);
  if (unit === '%' && number > 0 && number < 100) return { kind: 'share', share: number / 100 };
  const days = unit === undefined || unit === '%' ? 0 : floor(number * unitDays[unit] + 0.5);
  if (days > 0) return { kind: 'days', days };
  throw new StudioError({
    code: 'calibrate.hold-out',
    message: `"${written.slice(0, 40)}" does not say what is held out.`,
    hint: 'Write 90d, 12w, 3mo or 1y for the last days, 25% of the time, 2025-01-01 for all from that day on, or none.',
    where: '--hold-out',
  });
}

/** The first day that is held out, of a record from `first` to `last`; Infinity where nothing is. */
export function cutOf(holdOut: HoldOut, first: number, last: number): number {
  if (holdOut.kind === 'none') return Infinity;
  if (holdOut.kind === 'from') return holdOut.day;
  if (holdOut.kind === 'days') return last - holdOut.days + 1;
  return last - floor((last - first + 1) * holdOut.share + 0.5) + 1;
}

/** How many observations of each column the fit sees: those that are over before the cut, which are the first. */
export const countsBefore = (observed: readonly ObservedColumn[], cut: number): readonly number[] =>
  observed.map(({ observations }) => observations.filter(({ day, days }) => day + days - 1 < cut).length);
