import { mechanism } from '../../contract/mechanism.ts';
import { date, number } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { clamp, exp, expm1, log1p } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Mints a little less in every epoch than in the one before, always by the same share. */
export const exponentialDecay = mechanism({
  id: 'emission.exponential-decay',
  version: 1,
  slot: 'emission',
  title: 'Exponential decay',
  summary: 'Mints an amount each epoch that falls by the same share from epoch to epoch.',
  sources: [sources.ionet],
  parameters: {
    initial: number({
      label: 'First epoch',
      unit: 'token/epoch',
      min: 0,
      max: 1e15,
      default: 4566.2100456621,
      step: 100,
      why: 'Everything minted later follows. io.net: 9.1324200913242e-6 of 500 million in the first hour.',
      source: sources.ionet,
    }),
    decline: number({
      label: 'Falls each epoch by',
      unit: 'share/epoch',
      min: 0,
      max: 0.999,
      default: 1.38869523959793e-5,
      step: 1e-6,
      why: 'Faster: scarcer sooner, and a smaller total: the first epoch over this share.',
      source: sources.ionet,
    }),
    epochsPerDay: number({
      label: 'Epochs a day',
      unit: 'epoch/day',
      min: 1 / 365,
      max: 100_000,
      default: 24,
      step: 1,
      why: 'io.net counts hours: 24. For a rate a day set 1; for a weekly one 1/7.',
      source: sources.ionet,
    }),
    epochs: number({
      label: 'Ends after',
      unit: 'epoch',
      min: 1,
      max: 1e9,
      default: 175_319,
      step: 1,
      integer: true,
      why: 'The tail is cut here: io.net stops after 20 years of hours, when 300 million are minted.',
      source: sources.ionet,
    }),
    first: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2024, 6, 11),
      why: 'The first epoch begins with this day, here that on which the IO token came to the market.',
    }),
  },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  step({ clock, ledger, emission }, { initial, decline, epochsPerDay, epochs, first }) {
    const day = clock.day - first;
    const from = clamp(day * epochsPerDay, 0, epochs);
    const to = clamp((day + 1) * epochsPerDay, 0, epochs);
    const nextYear = clamp((day + 365) * epochsPerDay, 0, epochs);
    const amount = mintedInEpochs(initial, decline, from, to);
    ledger.mint('emission', amount, 'schedule');
    emission.scheduled += amount;
    emission.decline = -log1p(-decline) * epochsPerDay;
    emission.comingYear += mintedInEpochs(initial, decline, from, nextYear);
  },
  examples: [
    {
      says: 'Half as much every day: 8, then 4',
      given: { initial: 8, decline: 0.5, epochsPerDay: 1, first: 0 },
      days: 2,
      after: { 'ledger.emission': 12, 'emission.scheduled': 4, 'emission.comingYear': 8 },
    },
    {
      says: 'The rate of decline is that of the logarithm, a day',
      given: { initial: 8, decline: 0.5, epochsPerDay: 2, first: 0 },
      after: { 'emission.scheduled': 12, 'emission.decline': 2 * 0.6931471805599453 },
    },
    {
      says: 'io.net: 24 hours of the first day',
      given: { first: 0 },
      after: { 'emission.scheduled': 109_571.54151339494 },
    },
    {
      says: 'Nothing before the first day and after the last epoch; the coming year sees what falls into it',
      given: { initial: 3, decline: 0, epochsPerDay: 1, epochs: 2, first: 1 },
      days: 4,
      after: { 'ledger.emission': 6, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
    {
      says: 'A day before the first, the coming year holds all of it',
      given: { initial: 3, decline: 0, epochsPerDay: 1, epochs: 2, first: 1 },
      after: { 'ledger.emission': 0, 'emission.comingYear': 6 },
    },
  ],
});

/** Tokens of the epochs `from` .. `to` - 1; parts of epochs count as the smooth curve through whole ones does. */
export function mintedInEpochs(initial: number, decline: number, from: number, to: number): number {
  if (decline === 0) return initial * (to - from);
  const rate = log1p(-decline);
  return (initial * exp(rate * from) * -expm1(rate * (to - from))) / decline;
}
