import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Better service earns more; what bad service loses goes to the others or to the treasury. */
export const qualityWeighted = mechanism({
  id: 'reward.quality-weighted',
  version: 1,
  slot: 'reward',
  title: 'Quality-weighted',
  summary: "Splits the providers' share of emission by capacity times quality.",
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
    base: number({
      label: 'Earned without quality',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0,
      step: 0.1,
      why: '0: reward in proportion to quality; 0.5: half is paid for being there. A quality of zero earns nothing.',
    }),
    lost: choice({
      label: 'What bad quality loses',
      unit: '1',
      options: ['shared', 'treasury'],
      default: 'treasury',
      why: 'Treasury: everyone has the same most to earn, and leftovers go to a fund. Shared: all is always paid out.',
      source: sources.weatherxm,
    }),
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers'],
  follows: ['providers.multiplier'],
  reads: [...rewardReads.filter((path) => path !== 'providers.multiplier'), 'providers.quality'],
  writes: [...rewardWrites, 'providers.multiplier'],
  step(world, { providerShare, base, lost }) {
    const { providers, network, state, ledger } = world;
    const { count, status: statuses, quality, multiplier } = providers;
    // Zero quality is below a threshold: it takes no part, so that it is not a part of what the others could earn.
    for (let i = 0; i < count; i++) if (quality[i] === 0) multiplier[i] = 0;
    sumTakingPart(world, state);
    const most = state.rewardWeight;
    for (let i = 0; i < count; i++) {
      if (statuses[i] !== status.exited) multiplier[i] *= base + (1 - base) * quality[i];
    }
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    const sharing = lost === 'shared' ? state.rewardWeight : most;
    pay(world, state.capacity, sharing > 0 ? (providerShare * ledger.balance('emission')) / sharing : 0, 0);
  },
  examples: [
    {
      says: 'Five score 1, three 0.5, two nothing: eight could earn 100 each, and what is lost goes to the treasury',
      given: { providerShare: 0.8 },
      before: {
        'ledger.emission': 1000,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.quality': [1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0, 0],
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': [100, 100, 100, 100, 100, 50, 50, 50, 0, 0],
        'ledger.treasury': 350,
        'network.rewardWeight': 6.5,
      },
    },
    {
      says: 'Shared: the same weights, and all is paid; a half is paid for being there',
      given: { lost: 'shared', base: 0.5 },
      before: {
        'ledger.emission': 70,
        'providers.status': [2, 2, 4, 4, 4, 4, 4, 4, 4, 4],
        'providers.rewardWeight': 1,
        'providers.quality': [1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': [40, 30, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': [1, 0.75, 1, 1, 1, 1, 1, 1, 1, 1],
        'ledger.treasury': 0,
      },
    },
    {
      says: 'Nobody there: all goes to the treasury',
      before: { 'ledger.emission': 5, 'providers.quality': 1 },
      after: { 'ledger.treasury': 5 },
    },
  ],
});
