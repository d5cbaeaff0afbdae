import { mechanism } from '../../contract/mechanism.ts';
import { choice, date, number, series } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { clamp, floor, log, max } from '../../kernel/math.ts';
import { totalOver, valueOn } from '../../kernel/series.ts';
import { sources } from '../sources.ts';

/** Mints what a table says for each epoch: schedules that no formula gives. */
export const table = mechanism({
  id: 'emission.table',
  version: 1,
  slot: 'emission',
  title: 'Table',
  summary: 'Mints in each epoch the amount that a table gives for it.',
  sources: [sources.renderRewards],
  parameters: {
    amount: series({
      label: 'Minted an epoch',
      unit: 'token/epoch',
      min: 0,
      max: 1e15,
      default: { days: [dayNumber(2023, 12, 20)], values: [47_435] },
      why: 'The schedule itself: an epoch mints what holds on its first day.',
      source: sources.renderRewards,
    }),
    epochDays: number({
      label: 'Days an epoch',
      unit: 'day',
      min: 1,
      max: 366,
      default: 7,
      step: 1,
      integer: true,
      why: 'How often the amount may change.',
      source: sources.renderRewards,
    }),
    first: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2023, 12, 20),
      why: 'Epochs are counted from this day, and nothing is minted before it.',
      source: sources.renderRewards,
    }),
    payout: choice({
      label: 'Minted',
      unit: '1',
      options: ['daily', 'at the end of an epoch'],
      default: 'daily',
      why: 'In equal parts on every day of an epoch, or all on its last. Daily spares averages the jumps and pays the same.',
    }),
  },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  step({ clock, ledger, emission }, { amount, epochDays, first, payout }) {
    const year = scheduled(amount, epochDays, first, clock.day);
    const next = scheduled(amount, epochDays, first, clock.day + 365);
    emission.comingYear += year;
    if (year > 0) emission.decline = clamp(log(year / max(next, year / 100)) / 365, 0, 1);
    if (clock.day < first) return;
    const dayOfEpoch = (clock.day - first) % epochDays;
    const ofEpoch = valueOn(amount, clock.day - dayOfEpoch);
    const last = dayOfEpoch === epochDays - 1;
    const today = payout === 'daily' ? ofEpoch / epochDays : last ? ofEpoch : 0;
    ledger.mint('emission', today, 'schedule');
    emission.scheduled += today;
  },
  examples: [
    {
      says: 'Weekly epochs of 70, then 35: 10 a day, from the eighth day 5',
      given: { amount: { days: [0, 7], values: [70, 35] }, first: 0 },
      days: 8,
      after: { 'ledger.emission': 75, 'emission.scheduled': 5, 'emission.comingYear': 5 * 365 },
    },
    {
      says: 'A change within an epoch waits for the next',
      given: { amount: { days: [0, 3], values: [70, 35] }, first: 0 },
      days: 7,
      after: { 'ledger.emission': 70, 'emission.scheduled': 10 },
    },
    {
      says: 'All at the end of an epoch',
      given: { amount: { days: [0], values: [70] }, first: 0, payout: 'at the end of an epoch' },
      days: 13,
      after: { 'ledger.emission': 70, 'emission.scheduled': 0 },
    },
    {
      says: 'On the last day of the second epoch its amount comes',
      given: { amount: { days: [0], values: [70] }, first: 0, payout: 'at the end of an epoch' },
      days: 14,
      after: { 'ledger.emission': 140, 'emission.scheduled': 70 },
    },
    {
      says: 'Before the first day nothing is minted; halves a year later, so it declines at ln 2 a year',
      given: { amount: { days: [1, 366], values: [20, 10] }, first: 1, epochDays: 1 },
      after: {
        'ledger.emission': 0,
        'emission.comingYear': 20 * 364,
        'emission.decline': log((20 * 364) / (20 + 10 * 364)) / 365,
      },
    },
  ],
});

/** What the table gives for the 365 days from `day`. Steps count from their day, not from the next epoch. */
function scheduled(
  amount: { readonly days: readonly number[]; readonly values: readonly number[] },
  epochDays: number,
  first: number,
  day: number,
): number {
  return totalOver(amount, floor(max(day, first)), day + 365) / epochDays;
}
