import { mechanism } from '../../contract/mechanism.ts';
import { date, number, series } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { max, min } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';
import { sources } from '../sources.ts';
import { overflow, supplementOn, topUp, worth } from './floor-and-cap-rule.ts';

/** Providers get at least half and at most three times what payers spent: HIP-149's backstop, with its supplement. */
export const floorAndCap = mechanism({
  id: 'emission.floor-and-cap',
  version: 1,
  slot: 'emission',
  title: 'Floor and cap',
  summary:
    'Mints burned tokens again, more where providers earn less than a share of what payers spent, and takes from them what lies above a multiple of it; stands after the schedule and in place of net emissions.',
  sources: [sources.hip149, sources.heliumProgram],
  parameters: {
    window: number({
      label: 'Burns averaged over',
      unit: 'day',
      min: 1,
      max: 365,
      default: 7,
      step: 1,
      why: 'Burns come in lumps: today counts 1/window, what was remembered the rest.',
      source: sources.heliumProgram,
    }),
    netCap: series({
      label: 'Cap of net emissions',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: { days: [0], values: [600_000 / 365] },
      why: 'What is minted again anyway; only burns above it can pay for the floor. 600,000 a year.',
      source: sources.hip138,
    }),
    atStart: number({
      label: 'Average at start',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: 0.000003,
      step: 1,
      why: 'What is remembered on the first day; the chain starts at 300 bones.',
      source: sources.heliumProgram,
    }),
    networkShare: number({
      label: "Sub-network's share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.8927,
      step: 0.01,
      why: 'Share of emission of the sub-network whose payers these are; 1 where there is but one.',
      source: sources.heliumProgram,
    }),
    dataBucket: number({
      label: 'Data bucket',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.7,
      step: 0.05,
      why: "Share of the sub-network's emission that pays for data; with its share, how much of a token reaches providers.",
      source: sources.hip149,
    }),
    stakerShare: number({
      label: "Stakers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.06,
      step: 0.01,
      why: "Taken off the sub-network's emission first: the overflow cannot be more than the rest.",
      source: sources.hip149,
    }),
    floor: number({
      label: 'Floor',
      unit: '1',
      min: 0,
      max: 100,
      default: 0.5,
      step: 0.1,
      why: 'Providers get at least this multiple of what payers spent, as far as burns allow.',
      source: sources.hip149,
    }),
    cap: number({
      label: 'Cap',
      unit: '1',
      min: 0,
      max: 100,
      default: 3,
      step: 0.1,
      why: 'Above this multiple of what payers spent the rest goes to stakers: nobody gains by paying himself.',
      source: sources.hip149,
    }),
    priceBand: number({
      label: "Oracle's band",
      unit: 'share',
      min: 0,
      max: 0.5,
      default: 0,
      step: 0.005,
      why: 'How far below its average the price for the floor is taken (two deviations on chain). It varies; none is assumed.',
    }),
    supplement: number({
      label: 'Supplement',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: 196_000,
      step: 1000,
      why: 'Minted to the treasury for operations and growth: about 141 million tokens in all. 0 leaves it out.',
      source: sources.hip149,
    }),
    supplementFirst: date({
      label: 'Supplement from',
      unit: 'date',
      default: dayNumber(2026, 8, 6),
      why: 'Starts at noon of 2026-08-05 and is paid at midnights.',
      source: sources.heliumProgram,
    }),
    flatDays: number({
      label: 'Supplement is flat for',
      unit: 'day',
      min: 0,
      max: 10_000,
      default: 360,
      step: 30,
      why: 'Then it falls.',
      source: sources.hip149,
    }),
    taperDays: number({
      label: 'Supplement falls for',
      unit: 'day',
      min: 1,
      max: 10_000,
      default: 720,
      step: 30,
      why: 'In a line to zero.',
      source: sources.hip149,
    }),
  },
  refuses: ({ floor, cap }) =>
    floor <= cap
      ? undefined
      : { parameter: 'floor', message: 'The floor is above the cap.', hint: 'It must be at most the cap.' },
  state: { average: 0, burnedBefore: 0 },
  reads: ['settlement.fees', 'market.price'],
  writes: [
    'ledger.emission',
    'ledger.traders',
    'ledger.treasury',
    'emission.scheduled',
    'emission.reemitted',
    'emission.comingYear',
  ],
  start({ state }, { atStart }) {
    state.average = atStart;
  },
  step({ clock, ledger, emission, settlement, market, state }, given) {
    // Yesterday's burns: today's orders are filled only when the market acts.
    const burned = ledger.burned - state.burnedBefore;
    state.burnedBefore = ledger.burned;
    if (clock.tick > 0) state.average += (burned - state.average) / given.window;

    const netCap = valueOn(given.netCap, clock.day);
    const base = emission.scheduled + min(state.average, netCap);
    const floorTokens = worth(settlement.fees, given.floor, market.price * (1 - given.priceBand));
    const reaches = given.networkShare * given.dataBucket;
    const more = topUp(base, reaches, floorTokens, state.average, netCap);
    const again = min(state.average, netCap) + more;
    ledger.mint('emission', again, 're-emitted');
    emission.reemitted += again;

    const rewards = given.networkShare * (base + more);
    const ceiling = worth(settlement.fees, given.cap, market.price);
    const over = overflow(given.dataBucket * rewards, ceiling, rewards * (1 - given.stakerShare));
    ledger.move('emission', 'traders', over, 'overflow to stakers');

    const day = clock.day - given.supplementFirst;
    const supplement = supplementOn(day, given.supplement, given.flatDays, given.taperDays);
    ledger.mint('treasury', supplement, 'supplement');
    emission.scheduled += supplement;
    const ends = min(day + 365, given.flatDays + given.taperDays);
    for (let ahead = max(day, 0); ahead < ends; ahead++)
      emission.comingYear += supplementOn(ahead, given.supplement, given.flatDays, given.taperDays);
  },
  examples: [
    {
      says: 'Between floor and cap only the net emissions come: 13,870 for providers, ceiling 27,300',
      given: { atStart: 1644, netCap: { days: [0], values: [1644] } },
      before: {
        'ledger.emission': 20_548,
        'emission.scheduled': 20_548,
        'settlement.fees': 9100,
        'market.price': 1,
      },
      after: {
        'emission.reemitted': 1644,
        'ledger.emission': 22_192,
        'ledger.traders': 0,
        'emission.comingYear': 0,
      },
    },
    {
      says: 'At 0.10 USD the floor is 45,500 tokens: burns pay for a top-up of 7,456 and no more',
      given: { atStart: 9100, netCap: { days: [0], values: [1644] } },
      before: {
        'ledger.emission': 20_548,
        'emission.scheduled': 20_548,
        'settlement.fees': 9100,
        'market.price': 0.1,
      },
      after: { 'emission.reemitted': 9100, 'ledger.emission': 29_648 },
    },
    {
      says: 'At 2.50 USD providers get 10,920 and stakers what is above it',
      given: { atStart: 1644, netCap: { days: [0], values: [1644] } },
      before: {
        'ledger.emission': 20_548,
        'emission.scheduled': 20_548,
        'settlement.fees': 9100,
        'market.price': 2.5,
      },
      after: { 'ledger.traders': 0.7 * 0.8927 * 22_192 - 10_920 },
    },
    {
      says: 'A seventh of the average is forgotten on a day without burns; nobody pays, so there is no ceiling',
      given: { atStart: 7, netCap: { days: [0], values: [100] } },
      before: { 'market.price': 1 },
      days: 2,
      after: { 'emission.reemitted': 6, 'ledger.emission': 13 },
    },
    {
      says: 'The supplement is flat, then falls: the second of two days of taper pays a quarter',
      given: { supplement: 8, supplementFirst: 0, flatDays: 1, taperDays: 2, atStart: 0 },
      before: { 'market.price': 1 },
      days: 3,
      after: { 'ledger.treasury': 8 + 6 + 2, 'emission.scheduled': 2, 'emission.comingYear': 2 },
    },
    {
      says: 'The band lowers the price for the floor alone: 45,500 / 0.9 lacks more than burns can pay',
      given: {
        atStart: 80_000,
        netCap: { days: [0], values: [1644] },
        priceBand: 0.1,
        networkShare: 1,
        dataBucket: 1,
      },
      before: {
        'ledger.emission': 20_548,
        'emission.scheduled': 20_548,
        'settlement.fees': 9100,
        'market.price': 0.1,
      },
      after: { 'ledger.emission': 45_500 / 0.9 },
    },
  ],
});
