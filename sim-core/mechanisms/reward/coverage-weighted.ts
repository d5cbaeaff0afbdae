import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Coverage is paid, crowds are not: units beyond a cell's limit share what the limit earns. */
export const coverageWeighted = mechanism({
  id: 'reward.coverage-weighted',
  version: 1,
  slot: 'reward',
  title: 'Coverage-weighted',
  summary: 'Splits by capacity and quality, scaled down in cells with more units than the limit.',
  sources: [sources.weatherxm],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.05,
      why: 'Share of emission that providers get; the rest goes to the treasury.',
    }),
    most: number({
      label: 'Most in a cell',
      unit: 'unit',
      min: 1,
      max: 1e6,
      default: 10,
      step: 1,
      why: 'Units of a cell that earn in full. Beyond it each one earns less: the reason to go elsewhere.',
      source: sources.weatherxmCapacity,
    }),
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers', 'cells'],
  follows: ['providers.multiplier'],
  reads: [
    ...rewardReads.filter((path) => path !== 'providers.multiplier'),
    'providers.cell',
    'providers.quality',
    'cells.occupants',
  ],
  writes: [...rewardWrites, 'providers.multiplier'],
  step(world, { providerShare, most }) {
    const { providers, cells, network, state, ledger } = world;
    const { count, status: statuses, cell, quality, multiplier } = providers;
    const { occupants } = cells;
    const { weight } = network;
    for (let i = 0; i < count; i++) {
      const s = statuses[i];
      if (s === status.exited) continue;
      // Whoever does not run yet would add itself.
      const there = occupants[cell[i]] + (s === status.active ? 0 : weight);
      multiplier[i] *= there > most ? (quality[i] * most) / there : quality[i];
    }
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    pay(
      world,
      state.capacity,
      state.rewardWeight > 0 ? (providerShare * ledger.balance('emission')) / state.rewardWeight : 0,
      0,
    );
  },
  examples: [
    {
      says: 'Four in a cell for two count as two; with one elsewhere three shares are paid',
      given: { most: 2, providerShare: 0.6 },
      before: {
        'ledger.emission': 1000,
        'providers.status': [2, 2, 2, 2, 2, 0, 0, 0, 0, 0],
        'providers.cell': [0, 0, 0, 0, 1, 0, 1, 2, 0, 0],
        'cells.occupants': [4, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.rewardWeight': 1,
        'providers.quality': 1,
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': [100, 100, 100, 100, 200, 0, 0, 0, 0, 0],
        'providers.multiplier': [0.5, 0.5, 0.5, 0.5, 1, 0.4, 1, 1, 0.4, 0.4],
        'network.rewardWeight': 3,
        'ledger.treasury': 400,
      },
    },
    {
      says: 'Quality and what other rules multiply count too; who left is not asked',
      before: {
        'ledger.emission': 900,
        'providers.status': [2, 2, 4, 4, 4, 4, 4, 4, 4, 4],
        'providers.rewardWeight': 1,
        'providers.quality': [1, 0.5, 1, 1, 1, 1, 1, 1, 1, 0.5],
        'providers.multiplier': [1, 4, 1, 1, 1, 1, 1, 1, 1, 1],
      },
      after: {
        'providers.reward': [300, 600, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': [1, 2, 1, 1, 1, 1, 1, 1, 1, 1],
      },
    },
    {
      says: 'Nobody there: all goes to the treasury',
      before: { 'ledger.emission': 5 },
      after: { 'ledger.treasury': 5 },
    },
  ],
});
