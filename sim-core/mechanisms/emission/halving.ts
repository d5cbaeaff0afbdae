import { mechanism } from '../../contract/mechanism.ts';
import { date, number } from '../../contract/parameter.ts';
import { dateOf, dayNumber } from '../../kernel/calendar.ts';
import { floor, log, max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Mints a fixed amount a year, the same every day, that halves on calendar days. */
export const halving = mechanism({
  id: 'emission.halving',
  version: 1,
  slot: 'emission',
  title: 'Halving',
  summary: 'Mints a fixed amount a day that halves every period, on the same day of the year as the first.',
  sources: [sources.hip20],
  parameters: {
    initial: number({
      label: 'Minted in the first year',
      unit: 'token/year',
      min: 0,
      max: 1e15,
      default: 60_000_000,
      step: 1_000_000,
      why: 'The whole supply follows: with halving every two years it is four times this.',
      source: sources.hip20,
    }),
    first: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2019, 8, 1),
      why: 'Nothing is minted before it. Halvings fall on this day of the month.',
      source: sources.hip20,
    }),
    period: number({
      label: 'Halves every',
      unit: 'month',
      min: 1,
      max: 240,
      default: 24,
      step: 1,
      integer: true,
      why: 'Shorter: scarcer sooner, and less to pay providers with.',
      source: sources.hip20,
    }),
  },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  step({ clock, ledger, emission }, { initial, first, period }) {
    const { day } = clock;
    const halvings = halvingsBefore(day, first, period);
    emission.decline = (log(2) * 12) / (365.25 * period);
    emission.comingYear += comingYear(day, initial, first, period, halvings);
    if (day < first) return;
    const amount = dailyAfter(initial, halvings);
    ledger.mint('emission', amount, 'schedule');
    emission.scheduled += amount;
  },
  examples: [
    {
      says: 'HIP-20 on its first day: 60 million a year',
      given: { first: 0 },
      after: {
        'emission.scheduled': 60_000_000 / 365,
        'ledger.emission': 60_000_000 / 365,
        'emission.comingYear': 60_000_000,
      },
    },
    {
      says: 'After 24 months half',
      given: { first: -731, initial: 730 },
      after: { 'emission.scheduled': 1 },
    },
    {
      says: 'The day before, still all',
      given: { first: -730, initial: 730 },
      after: {
        'emission.scheduled': 2,
        'emission.comingYear': 2 + 364,
        'emission.decline': (12 * log(2)) / (365.25 * 24),
      },
    },
    {
      says: 'February has no 31st: what began on 31 August halves on 1 March, as its eve knows',
      given: { first: -123, initial: 730, period: 6 },
      days: 59,
      after: { 'emission.scheduled': 2, 'emission.comingYear': 2 + 183 + 181 / 2 },
    },
    {
      says: 'A day before the first nothing is minted, and the coming year holds 364 days of it',
      given: { first: 1, initial: 730 },
      after: { 'emission.scheduled': 0, 'ledger.emission': 0, 'emission.comingYear': 2 * 364 },
    },
  ],
});

/** Tokens a day after a number of halvings; a year has 365 days of it, as on chain. */
function dailyAfter(initial: number, halvings: number): number {
  let yearly = initial;
  for (let i = 0; i < halvings; i++) yearly /= 2;
  return yearly / 365;
}

/** How many halvings a day has behind it; none before the first period ends. */
function halvingsBefore(day: number, first: number, period: number): number {
  const from = dateOf(first);
  const to = dateOf(day);
  const months =
    (to.year - from.year) * 12 + to.month - from.month - (to.dayOfMonth < from.dayOfMonth ? 1 : 0);
  return months < period ? 0 : floor(months / period);
}

/** Scheduled for the 365 days from `day` on. */
function comingYear(day: number, initial: number, first: number, period: number, halvings: number): number {
  const start = dateOf(first);
  let total = 0;
  let from = max(day, first);
  for (let n = halvings; from < day + 365; n++) {
    const month = start.month - 1 + (n + 1) * period;
    const next = min(
      dayNumber(start.year + floor(month / 12), (month % 12) + 1, start.dayOfMonth),
      // A month without that day is over before it: the next begins with the halving.
      dayNumber(start.year + floor((month + 1) / 12), ((month + 1) % 12) + 1, 1),
    );
    const to = min(next, day + 365);
    total += dailyAfter(initial, n) * (to - from);
    from = to;
  }
  return total;
}
