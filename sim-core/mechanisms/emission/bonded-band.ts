import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { clamp, max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Inflation inside a band, by the minter that chains of the Cosmos SDK share: up while too little is staked, else down. */
export const bondedBand = mechanism({
  id: 'emission.bonded-band',
  version: 1,
  slot: 'emission',
  title: 'Inflation in a band',
  summary:
    'Mints a share of supply a year that rises while less than a goal is staked and falls while more is, inside a band.',
  sources: [sources.cosmosMinter],
  parameters: {
    inflation: number({
      label: 'Inflation at start',
      unit: 'share/year',
      min: 0,
      max: 10,
      default: 0.13,
      step: 0.005,
      why: 'Where the rate stands on the first day, if that is inside the band.',
      source: sources.cosmosMinter,
    }),
    lowest: number({
      label: 'Lowest',
      unit: 'share/year',
      min: 0,
      max: 10,
      default: 0.07,
      step: 0.005,
      why: 'Stakers are paid this much however many they are.',
      source: sources.cosmosMinter,
    }),
    highest: number({
      label: 'Highest',
      unit: 'share/year',
      min: 0,
      max: 10,
      default: 0.2,
      step: 0.005,
      why: 'What holders who do not stake lose at most. Where the goal is out of reach the rate stays here.',
      source: sources.cosmosMinter,
    }),
    goal: number({
      label: 'Goal',
      unit: 'share',
      min: 0.01,
      max: 1,
      default: 0.67,
      step: 0.01,
      why: 'Share of supply that is meant to be staked: two thirds is what it takes to agree on a block.',
      source: sources.cosmosMinter,
    }),
    change: number({
      label: 'Changes at most by',
      unit: 'share/year',
      min: 0,
      max: 100,
      default: 0.13,
      step: 0.01,
      why: 'How much the rate rises in a year in which nothing is staked; in proportion to what is missing otherwise.',
      source: sources.cosmosMinter,
    }),
    cap: number({
      label: 'Stops at a supply of',
      unit: 'token',
      min: 1,
      max: 1e18,
      default: 1e18,
      step: 1_000_000,
      why: 'Maximum supply, if the network promises one: inflation ends there. The default is none.',
    }),
  },
  state: { inflation: 0 },
  needs: ['ledger.staked'],
  reads: ['ledger.staked'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.comingYear'],
  refuses: ({ lowest, highest }) =>
    lowest <= highest
      ? undefined
      : {
          parameter: 'lowest',
          message: `The lowest inflation is ${lowest} and the highest ${highest}.`,
          hint: `The lowest can be ${highest} at most.`,
        },
  start({ state }, { inflation }) {
    state.inflation = inflation;
  },
  step({ ledger, emission, state }, { lowest, highest, goal, change, cap }) {
    const supply = ledger.genesis + ledger.minted - ledger.burned;
    const bonded = supply > 0 ? ledger.balance('staked') / supply : 0;
    state.inflation = nextRate(state.inflation, bonded, goal, change, lowest, highest);
    const room = max(0, cap - supply);
    const amount = min((supply * state.inflation) / 365, room);
    ledger.mint('emission', amount, 'inflation');
    emission.scheduled += amount;
    emission.comingYear += min(supply * state.inflation, room);
  },
  examples: [
    {
      says: 'Nothing staked: up by 0.365 a year, a thousandth today, from 7 %; that share of 1,000 tokens a year',
      given: { inflation: 0.07, change: 0.365 },
      before: { 'ledger.traders': 1000 },
      after: {
        'ledger.emission': 71 / 365,
        'emission.scheduled': 71 / 365,
        'emission.comingYear': 71,
      },
    },
    {
      says: 'Half staked of a goal of 67 %, from 10 %: up by a quarter of it (17/67)',
      given: { inflation: 0.1, change: 3.65 },
      before: { 'ledger.traders': 500, 'ledger.staked': 500 },
      after: { 'emission.comingYear': 1000 * (0.1 + (0.01 * 17) / 67) },
    },
    {
      says: 'Everything staked, from 20 %: down by half of it (33/67)',
      given: { inflation: 0.2, change: 3.65 },
      before: { 'ledger.staked': 1000 },
      after: { 'emission.comingYear': 1000 * (0.2 - (0.01 * 33) / 67) },
    },
    {
      says: 'Never below the band, nor above it',
      given: { inflation: 0.0700000001, change: 100 },
      before: { 'ledger.staked': 1000 },
      after: { 'emission.comingYear': 70 },
    },
    {
      says: 'On the second day it goes on from the rate, and the supply, of the first',
      given: { inflation: 0.1, change: 0.365, highest: 0.1015 },
      before: { 'ledger.traders': 365 },
      days: 2,
      after: { 'ledger.emission': 0.101 + (365.101 * 0.1015) / 365, 'emission.comingYear': 365.101 * 0.1015 },
    },
    {
      says: 'Three tokens below the cap three are minted, and none in the coming year but these',
      given: { inflation: 0.2, cap: 365_003 },
      before: { 'ledger.traders': 365_000 },
      days: 2,
      after: { 'ledger.emission': 3, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
    {
      says: 'Above the cap, as where others mint too, nothing is minted',
      given: { cap: 999 },
      before: { 'ledger.traders': 1000 },
      after: { 'ledger.emission': 0, 'emission.comingYear': 0 },
    },
    {
      says: 'No tokens, no inflation',
      before: { 'ledger.staked': 0 },
      after: { 'ledger.emission': 0 },
    },
  ],
});

/** The yearly rate of the next day: what is missing of `goal` moves it by as much of `change`, inside the band. */
function nextRate(
  rate: number,
  bonded: number,
  goal: number,
  change: number,
  lowest: number,
  highest: number,
): number {
  return clamp(rate + ((1 - bonded / goal) * change) / 365, lowest, highest);
}
