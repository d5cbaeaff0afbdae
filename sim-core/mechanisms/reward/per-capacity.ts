import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** The simplest split: everyone by reward weight, whatever was served. */
export const perCapacity = mechanism({
  id: 'reward.per-capacity',
  version: 1,
  slot: 'reward',
  title: 'Per capacity',
  summary: "Splits the providers' share of emission in proportion to capacity, used or not.",
  sources: [sources.hip20],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.62,
      step: 0.01,
      why: 'Share of emission that providers get; the rest goes to the treasury (founders, governance, consensus).',
      source: sources.hip20,
    }),
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers'],
  follows: ['providers.multiplier'],
  reads: [...rewardReads],
  writes: [...rewardWrites],
  step(world, { providerShare }) {
    const { network, state, ledger } = world;
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    const pool = providerShare * ledger.balance('emission');
    pay(world, state.capacity, state.rewardWeight > 0 ? pool / state.rewardWeight : 0, 0);
  },
  examples: [
    {
      says: 'Half of 1,000 tokens, split among ten equals',
      given: { providerShare: 0.5 },
      before: {
        'ledger.emission': 1000,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': 50,
        'ledger.providers': 500,
        'ledger.treasury': 500,
        'ledger.emission': 0,
      },
    },
    {
      says: 'A spoofer that claims three times the weight gets three times the reward',
      given: { providerShare: 1 },
      before: {
        'ledger.emission': 120,
        'providers.status': 2,
        'providers.rewardWeight': [1, 3, 1, 1, 1, 1, 1, 1, 1, 1],
        'providers.multiplier': 1,
        'providers.spoofing': [0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.reward': [10, 30, 10, 10, 10, 10, 10, 10, 10, 10], 'reward.toSpoofers': 30 },
    },
    {
      says: 'The honest who take part share the dollars that customers paid, by capacity; who is paused sees what it misses',
      before: {
        'settlement.toProviders': 60,
        'providers.status': [2, 3, 2, 2, 2, 0, 0, 0, 0, 0],
        'providers.capacity': 10,
        'providers.suspendedUntil': [0, 0, 0, 0, 9, 0, 0, 0, 0, 0],
        'providers.spoofing': [0, 0, 3, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.fiat': [30, 30, 0, 30, 0, 0, 0, 0, 0, 0] },
    },
    {
      says: 'Nobody there: all goes to the treasury, never nowhere',
      before: {
        'ledger.emission': 100,
        'providers.status': 0,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      after: { 'ledger.treasury': 100, 'providers.reward': 0 },
    },
  ],
});
