import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { max } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Inflation rises a step a round while too little is staked and falls a step while too much is. */
export const targetBonding = mechanism({
  id: 'emission.target-bonding',
  version: 1,
  slot: 'emission',
  title: 'Target bonding',
  summary:
    'Mints a share of supply each round; the share moves by a fixed step towards a target of what is staked.',
  sources: [sources.livepeerMinter, sources.lip40, sources.lip107],
  parameters: {
    inflation: number({
      label: 'Inflation at start',
      unit: 'share/round',
      min: 0,
      max: 1,
      default: 0.000455,
      step: 0.00001,
      why: 'Where the rate stands on the first day; it only moves in steps. That of Livepeer in July 2020.',
      source: sources.lip40,
    }),
    change: number({
      label: 'Step',
      unit: 'share/round',
      min: 0,
      max: 0.01,
      default: 5e-7,
      step: 1e-7,
      why: 'Small steps take months to matter: 500 parts in a billion.',
      source: sources.livepeerMinter,
    }),
    target: number({
      label: 'Target',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.01,
      why: 'Share of supply that is meant to be staked.',
      source: sources.livepeerMinter,
    }),
    roundsPerYear: number({
      label: 'Rounds a year',
      unit: 'round/year',
      min: 1,
      max: 100_000,
      default: 414.7,
      step: 1,
      why: 'A round is about 21 hours; some days have two.',
      source: sources.lip107,
    }),
  },
  state: { inflation: 0, rounds: 0 },
  needs: ['ledger.staked'],
  reads: ['ledger.staked'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.comingYear'],
  start({ state }, { inflation }) {
    state.inflation = inflation;
  },
  step({ ledger, emission, state }, { change, target, roundsPerYear }) {
    state.rounds += roundsPerYear / 365;
    while (state.rounds >= 1) {
      state.rounds -= 1;
      const supply = ledger.genesis + ledger.minted - ledger.burned;
      state.inflation = nextInflation(state.inflation, change, ledger.balance('staked'), supply, target);
      const amount = supply * state.inflation;
      ledger.mint('emission', amount, 'inflation');
      emission.scheduled += amount;
    }
    const outstanding = ledger.genesis + ledger.minted - ledger.burned;
    emission.comingYear += outstanding * state.inflation * roundsPerYear;
  },
  invariants: [{ says: 'inflation is not negative', holds: ({ state }) => state.inflation >= 0 }],
  examples: [
    {
      says: 'Too little staked: one step up, then that share of supply',
      given: { inflation: 0.001, change: 0.0001, roundsPerYear: 365 },
      before: { 'ledger.staked': 400, 'ledger.traders': 600 },
      after: {
        'emission.scheduled': 1.1,
        'ledger.emission': 1.1,
        'emission.comingYear': 1001.1 * 0.0011 * 365,
      },
    },
    {
      says: 'Too much: one step down',
      given: { inflation: 0.001, change: 0.0001, roundsPerYear: 365 },
      before: { 'ledger.staked': 600, 'ledger.traders': 400 },
      after: { 'emission.scheduled': 0.9 },
    },
    {
      says: 'Exactly the target: as before, and never below zero',
      given: { inflation: 0.001, change: 0.0001, roundsPerYear: 365 },
      before: { 'ledger.staked': 500, 'ledger.traders': 500 },
      after: { 'emission.scheduled': 1 },
    },
    {
      says: 'A round of two days: nothing on the first',
      given: { inflation: 0.001, change: 0, roundsPerYear: 182.5 },
      before: { 'ledger.staked': 500, 'ledger.traders': 500 },
      days: 2,
      after: { 'ledger.emission': 1, 'emission.scheduled': 1 },
    },
  ],
});

/** The share of supply of the next round. Without supply nothing is bonded, so it rises. */
export function nextInflation(
  inflation: number,
  change: number,
  bonded: number,
  supply: number,
  target: number,
): number {
  const rate = supply > 0 ? bonded / supply : 0;
  if (rate < target) return inflation + change;
  return rate > target ? max(0, inflation - change) : inflation;
}
