import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { emaWeight, max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';
import { wantedStake } from '../stake-choice.ts';

/** Holders lock tokens for a time; the longer, the more votes. They are paid a share of emission out of the treasury. */
export const voteEscrow = mechanism({
  id: 'staking.vote-escrow',
  version: 1,
  slot: 'staking',
  title: 'Vote escrow',
  summary: 'Holders lock part of what they have for months, vote with a multiple of it and are paid for it.',
  sources: [sources.hip51, sources.hip76],
  parameters: {
    wanted: number({
      label: 'Locked at most',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.3,
      step: 0.05,
      why: "Part of holders' tokens that they lock when it pays as usual. How much is locked is a choice nobody can derive.",
    }),
    usualYield: number({
      label: 'Usual yield',
      unit: '1/year',
      min: 0.001,
      max: 10,
      default: 0.06,
      step: 0.01,
      why: 'Yield at which that part is locked.',
    }),
    response: number({
      label: 'Response to yield',
      unit: '1',
      min: 0,
      max: 5,
      default: 0.1,
      step: 0.05,
      why: 'Elasticity of what is locked to the yield. Yield was found to matter less than the market.',
      source: sources.lip107,
    }),
    lockTime: number({
      label: 'Locked for',
      unit: 'month',
      min: 1,
      max: 48,
      default: 36,
      step: 1,
      why: 'Average time; a month is a twelfth of 365 days. It decides votes and how slowly tokens come back.',
    }),
    longest: number({
      label: 'Longest lock',
      unit: 'month',
      min: 1,
      max: 120,
      default: 48,
      step: 6,
      why: 'Lock that has the full multiplier; shorter ones have it in proportion.',
      source: sources.hip76,
    }),
    multiplier: number({
      label: 'Multiplier at the longest',
      unit: 'vote/token',
      min: 1,
      max: 1000,
      default: 100,
      step: 10,
      why: 'Votes of a token that is locked for longest.',
      source: sources.hip76,
    }),
    adjustment: number({
      label: 'Locks within',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 90,
      step: 10,
      why: 'Time in which holders come to lock what they want to.',
    }),
    emissionShare: number({
      label: 'Paid of emission',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.06,
      step: 0.01,
      why: 'Share of what is minted that those who lock are paid, out of what rewards leave to the treasury.',
      source: sources.hip51,
    }),
    atStart: number({
      label: 'Locked at start',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 1_000_000,
      why: 'What is locked before the first day, out of what traders hold.',
    }),
  },
  state: { stake: 0, yield: 0 },
  reads: ['emission.scheduled', 'emission.reemitted'],
  writes: [
    'staking.locked',
    'staking.released',
    'staking.yield',
    'staking.votes',
    'ledger.traders',
    'ledger.staked',
    'ledger.treasury',
  ],
  start({ ledger, state }, { atStart, usualYield }) {
    state.stake = min(atStart, ledger.balance('traders'));
    ledger.move('traders', 'staked', state.stake, 'locked at start');
    state.yield = usualYield;
  },
  step({ emission, staking, ledger, state }, given) {
    const { lockTime, longest, multiplier, adjustment } = given;
    const minted = emission.scheduled + emission.reemitted;
    const paid = min(given.emissionShare * minted, max(0, ledger.balance('treasury')));
    if (state.stake > 0) {
      ledger.move('treasury', 'traders', paid, 'paid to those who lock');
      staking.yield = (365 * paid) / state.stake;
      state.yield += emaWeight(30) * (staking.yield - state.yield);
    }

    const free = ledger.balance('traders');
    const wanted = wantedStake(
      free + state.stake,
      given.wanted,
      given.response,
      state.yield,
      given.usualYield,
    );
    const missing = wanted - state.stake;
    if (missing > 0) {
      const locked = min(missing / adjustment, free);
      ledger.move('traders', 'staked', locked, 'locked');
      state.stake += locked;
      staking.locked += locked;
    } else {
      // Only locks that run out can be let go.
      const released = min(-missing, state.stake / ((lockTime * 365) / 12));
      ledger.move('staked', 'traders', released, 'lock ran out');
      state.stake -= released;
      staking.released += released;
    }
    staking.votes += state.stake * multiplier * min(1, lockTime / longest);
  },
  examples: [
    {
      says: 'Of 1,000 tokens 300 are wanted; within ten days means 30 on the first, with 100 votes each at the longest lock',
      given: { wanted: 0.3, adjustment: 10, lockTime: 48 },
      before: { 'ledger.traders': 1000, 'ledger.treasury': 50, 'emission.scheduled': 100 },
      after: {
        'ledger.staked': 30,
        'ledger.traders': 970,
        'staking.locked': 30,
        'staking.votes': 3000,
        'ledger.treasury': 50,
        'staking.yield': 0,
      },
    },
    {
      says: 'HIP-51: 6 % of what is minted is paid, 6 a day on 730: 3 a year',
      given: { wanted: 1, response: 0, adjustment: 1, atStart: 730, lockTime: 12 },
      before: {
        'ledger.traders': 1000,
        'ledger.treasury': 50,
        'emission.scheduled': 90,
        'emission.reemitted': 10,
      },
      after: { 'staking.yield': 3, 'ledger.treasury': 44, 'ledger.staked': 1006, 'staking.votes': 25 * 1006 },
    },
    {
      says: 'Twice the usual yield, on average, draws twice as many at an elasticity of 1',
      given: { wanted: 0.25, response: 1, adjustment: 1, usualYield: 1.5, atStart: 100, emissionShare: 1 },
      // A yield of 1.5 + 1.5 * 31/2 on this day makes the 30-day average 3.
      before: {
        'ledger.traders': 1000,
        'ledger.treasury': 1e6,
        'emission.scheduled': (24.75 * 100) / 365,
      },
      after: { 'ledger.staked': 0.5 * (1000 + (24.75 * 100) / 365), 'staking.yield': 24.75 },
    },
    {
      says: 'A treasury with 4 tokens pays no more than 4',
      given: { wanted: 0, lockTime: 12, atStart: 730 },
      before: { 'ledger.traders': 1000, 'ledger.treasury': 4, 'emission.scheduled': 100 },
      after: {
        'staking.yield': 2,
        'ledger.treasury': 0,
        'staking.released': 2,
        'staking.votes': 25 * 728,
        'ledger.staked': 728,
      },
    },
    {
      says: 'Holders lock no more than they have, and keep it locked while it is wanted',
      given: { wanted: 1, response: 0, adjustment: 1 },
      before: { 'ledger.traders': 10 },
      days: 2,
      after: { 'ledger.staked': 10, 'ledger.traders': 0, 'staking.released': 0, 'staking.locked': 0 },
    },
  ],
});
