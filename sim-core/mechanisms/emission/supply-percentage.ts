import { mechanism } from '../../contract/mechanism.ts';
import { date, number } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { floor, log, max, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Mints a share of supply a year; the share may fall from year to year down to a floor. */
export const supplyPercentage = mechanism({
  id: 'emission.supply-percentage',
  version: 1,
  slot: 'emission',
  title: 'Share of supply',
  summary:
    'Mints in a year a share of the supply at its beginning, the same every day; the share may fall each year.',
  sources: [sources.peaq],
  parameters: {
    rate: number({
      label: 'Inflation in the first year',
      unit: 'share/year',
      min: 0,
      max: 10,
      default: 0.035,
      step: 0.001,
      why: 'What holders who do not stake lose each year to those who are paid.',
      source: sources.peaq,
    }),
    decline: number({
      label: 'Falls each year by',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.01,
      why: 'A share of the rate, not points: 3.5 % becomes 3.15 %.',
      source: sources.peaq,
    }),
    floor: number({
      label: 'Never below',
      unit: 'share/year',
      min: 0,
      max: 10,
      default: 0.01,
      step: 0.001,
      why: 'Pays for security and service for ever.',
      source: sources.peaq,
    }),
    first: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2024, 11, 12),
      why: 'Years of 365 days are counted from this day, here the launch of the peaq token.',
    }),
  },
  refuses: ({ rate, floor: lowest }) =>
    lowest <= rate
      ? undefined
      : {
          parameter: 'floor',
          message: 'The floor is above the rate of the first year.',
          hint: 'It must be at most the rate of the first year.',
        },
  state: { year: -1, supply: 0 },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  step({ clock, ledger, emission, state }, { rate, decline, floor: lowest, first }) {
    const year = floor((clock.day - first) / 365);
    if (year < 0) return;
    if (year !== state.year) {
      state.year = year;
      state.supply = ledger.genesis + ledger.minted - ledger.burned;
    }
    const now = rateIn(year, rate, decline, lowest);
    const next = rateIn(year + 1, rate, decline, lowest);
    const amount = (state.supply * now) / 365;
    const nextAmount = (state.supply * (1 + now) * next) / 365;
    const daysLeft = 365 * (year + 1) - (clock.day - first);
    ledger.mint('emission', amount, 'inflation');
    emission.scheduled += amount;
    emission.comingYear += amount * daysLeft + nextAmount * (365 - daysLeft);
    emission.decline = now > 0 ? max(0, log(now / ((1 + now) * next || now)) / 365) : 0;
  },
  examples: [
    {
      says: 'peaq: 3.5 % of 4.2 billion, in 365 equal parts',
      given: { first: 0 },
      before: { 'ledger.traders': 4_200_000_000 },
      after: {
        'emission.scheduled': 147_000_000 / 365,
        'ledger.emission': 147_000_000 / 365,
        'emission.comingYear': 147_000_000,
        'emission.decline': log(0.035 / (1.035 * 0.0315)) / 365,
      },
    },
    {
      says: 'Within a year supply counts as it was at its beginning',
      given: { first: 0, rate: 0.365, decline: 0 },
      before: { 'ledger.traders': 1000 },
      days: 2,
      after: { 'emission.scheduled': 1, 'ledger.emission': 2, 'emission.comingYear': 364 + 1.365 },
    },
    {
      says: 'In the second year 3.15 %; the floor holds for good',
      given: { first: -365, floor: 0.02 },
      before: { 'ledger.traders': 365_000 },
      after: { 'emission.scheduled': 31.5, 'emission.comingYear': 31.5 * 365 },
    },
    {
      says: 'In the twelfth the rate would be 1.10 %: the floor of 2 % holds',
      given: { first: -365 * 11, floor: 0.02 },
      before: { 'ledger.traders': 365_000 },
      after: { 'emission.scheduled': 20, 'emission.decline': 0 },
    },
    {
      says: 'Nothing before the first day, also years before it',
      given: { first: 400 },
      before: { 'ledger.traders': 365_000 },
      after: { 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
  ],
});

function rateIn(year: number, rate: number, decline: number, lowest: number): number {
  return max(lowest, rate * pow(1 - decline, year));
}
