import { mechanism } from '../../contract/mechanism.ts';
import { date, number } from '../../contract/parameter.ts';
import { dateOf, dayNumber } from '../../kernel/calendar.ts';
import { log, max, min, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Every device earns a fixed amount an hour, whatever the others do; it halves on one day of every year. */
export const perDeviceHalving = mechanism({
  id: 'emission.per-device-halving',
  version: 1,
  slot: 'emission',
  title: 'Per device, halving',
  summary: 'Mints a fixed amount an hour for each active device, which halves on the same day of every year.',
  sources: [sources.geodnet],
  parameters: {
    base: number({
      label: 'An hour of a device at first',
      unit: 'token/hour',
      min: 0,
      max: 1e9,
      default: 2,
      step: 0.1,
      why: 'Nobody dilutes anyone: emission grows with the network instead.',
      source: sources.geodnet,
    }),
    first: date({
      label: 'Base since',
      unit: 'date',
      default: dayNumber(2022, 6, 30),
      why: 'Halves on this day of each later year: 30 June is published, the year is that in which mining began.',
    }),
    budget: number({
      label: 'Left to mine',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 350_000_000,
      step: 1_000_000,
      why: 'When it is used up nothing more is minted. 35 % of a billion for GEODNET, less what was mined before the run.',
      source: sources.geodnet,
    }),
  },
  state: { left: 0 },
  reads: ['network.active'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  start({ state }, { budget }) {
    state.left = budget;
  },
  step({ clock, network, ledger, emission, state }, { base, first }) {
    const halvings = halvingsBy(clock.day, first);
    const daily = 24 * base * network.active * pow(0.5, halvings);
    const untilNext = nextHalving(halvings, first) - clock.day;
    const coming = daily * min(365, untilNext) + (daily / 2) * max(0, 365 - untilNext);
    emission.decline = log(2) / 365.25;
    emission.comingYear += min(coming, state.left);
    const amount = min(daily, state.left);
    state.left -= amount;
    ledger.mint('emission', amount, 'schedule');
    emission.scheduled += amount;
  },
  invariants: [{ says: 'no more is mined than there was', holds: ({ state }) => state.left >= 0 }],
  examples: [
    {
      says: '10 stations at 2 an hour are 480 a day, the same on the eve of 30 June',
      given: { first: dayNumber(1969, 6, 30) },
      before: { 'network.active': 10 },
      after: {
        'emission.scheduled': 480,
        'ledger.emission': 480,
        'emission.decline': log(2) / 365.25,
        'emission.comingYear': 480 * 180 + 240 * 185,
      },
    },
    {
      says: 'On 30 June 1970 half of it',
      given: { first: dayNumber(1969, 6, 30) - 180 },
      before: { 'network.active': 10 },
      after: { 'emission.scheduled': 240 },
    },
    {
      says: 'What is left to mine ends it',
      given: { first: 0, budget: 700 },
      before: { 'network.active': 10 },
      days: 3,
      after: { 'ledger.emission': 700, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
  ],
});

/** How often the day of the year of `first` came back by `day`. */
function halvingsBy(day: number, first: number): number {
  const from = dateOf(first);
  const to = dateOf(day);
  const early = to.month < from.month || (to.month === from.month && to.dayOfMonth < from.dayOfMonth);
  return max(0, to.year - from.year - (early ? 1 : 0));
}

function nextHalving(halvings: number, first: number): number {
  const { year, month, dayOfMonth } = dateOf(first);
  return dayNumber(year + halvings + 1, month, dayOfMonth);
}
