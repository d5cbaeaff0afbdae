import { mechanism } from '../../contract/mechanism.ts';
import { choice, date, number } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { floor, log, max, min, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Mints a fixed amount a week that falls by a share after every so many weeks. */
export const weeklyDecay = mechanism({
  id: 'emission.weekly-decay',
  version: 1,
  slot: 'emission',
  title: 'Weekly, falling by the year',
  summary: 'Mints an amount a week that is the same for a year of weeks and then falls by a share.',
  sources: [sources.dip2],
  parameters: {
    initial: number({
      label: 'Minted a week at first',
      unit: 'token/week',
      min: 0,
      max: 1e15,
      default: 1_105_000,
      step: 1000,
      why: 'The pool that all devices share in a week of the first year.',
      source: sources.dip2,
    }),
    kept: number({
      label: 'Kept after a year',
      unit: 'share',
      min: 0.001,
      max: 1,
      default: 0.85,
      step: 0.01,
      why: 'Each year mints this share of the year before: a slow decline rather than a cliff.',
      source: sources.dip2,
    }),
    yearWeeks: number({
      label: 'Weeks a year',
      unit: 'week',
      min: 1,
      max: 520,
      default: 52,
      step: 1,
      integer: true,
      why: 'Weeks between two falls.',
      source: sources.dip2,
    }),
    weeks: number({
      label: 'Ends after',
      unit: 'week',
      min: 1,
      max: 10_000,
      default: 2080,
      step: 52,
      integer: true,
      why: 'DIP-2 issues for 40 years: 382,491,185 tokens in all.',
      source: sources.dip2,
    }),
    first: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2023, 1, 2),
      why: 'A Monday: DIP-2 was in review until 2022-12-19 and issues on Mondays; the first week is assumed.',
    }),
    payout: choice({
      label: 'Minted',
      unit: '1',
      options: ['daily', 'at the end of a week'],
      default: 'daily',
      why: 'In sevenths on every day, or all on the last day of a week. Daily spares averages the jumps and pays the same.',
    }),
  },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  step({ clock, ledger, emission }, { initial, kept, yearWeeks, weeks, first, payout }) {
    const day = clock.day - first;
    emission.decline = -log(kept) / (7 * yearWeeks);
    const end = min(day + 365, 7 * weeks);
    for (let from = max(day, 0); from < end; ) {
      const years = floor(from / (7 * yearWeeks));
      const to = min((years + 1) * 7 * yearWeeks, end);
      emission.comingYear += (ofWeek(initial, kept, yearWeeks, years * yearWeeks) / 7) * (to - from);
      from = to;
    }
    if (day < 0 || day >= 7 * weeks) return;
    const amount = ofWeek(initial, kept, yearWeeks, floor(day / 7));
    const today = payout === 'daily' ? amount / 7 : day % 7 === 6 ? amount : 0;
    ledger.mint('emission', today, 'schedule');
    emission.scheduled += today;
  },
  examples: [
    {
      says: 'DIMO: 1,105,000 in the first week',
      given: { first: 0 },
      days: 7,
      after: {
        'ledger.emission': 1_105_000,
        'emission.scheduled': 1_105_000 / 7,
        'emission.decline': -log(0.85) / 364,
      },
    },
    {
      says: 'In week 53 it is 0.85 of it',
      given: { first: -364 },
      after: {
        'emission.scheduled': (0.85 * 1_105_000) / 7,
        'emission.comingYear': 52 * 939_250 + 114_051.78571428571,
      },
    },
    {
      says: 'All on the last day of the week; then nothing until the next',
      given: { first: 0, payout: 'at the end of a week' },
      days: 8,
      after: { 'ledger.emission': 1_105_000, 'emission.scheduled': 0 },
    },
    {
      says: 'Two weeks of one: after its end nothing is minted',
      given: { first: 0, initial: 7, weeks: 1 },
      days: 14,
      after: { 'ledger.emission': 7, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
    {
      says: 'A day before the first nothing is minted, and the coming year holds 364 days of it',
      given: { first: 1, initial: 7 },
      after: { 'ledger.emission': 0, 'emission.comingYear': 364 },
    },
  ],
});

/** Tokens of a week, counted from 0. */
export function ofWeek(initial: number, kept: number, yearWeeks: number, week: number): number {
  return initial * pow(kept, floor(week / yearWeeks));
}
