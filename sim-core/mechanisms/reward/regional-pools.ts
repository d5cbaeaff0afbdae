import { mechanism } from '../../contract/mechanism.ts';
import { number, table } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { blockRows } from '../../kernel/sum.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Each region has a pool of its own that grows with its progress, and its providers share it: emptier regions pay each more. */
export const regionalPools = mechanism({
  id: 'reward.regional-pools',
  version: 1,
  slot: 'reward',
  title: 'Regional pools',
  summary:
    'Splits emission among regions by their progress, times a multiplier, and within a region by reward weight.',
  sources: [sources.hivemapper, sources.mip7],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.9,
      step: 0.05,
      why: 'Share of emission that those who cover the map get; the rest goes to the treasury, which pays for operation.',
      source: sources.hivemapperWays,
    }),
    multipliers: table({
      label: 'Multipliers by progress',
      unit: 'row',
      why: 'A region counts its share times its progress times the multiplier of the last row that it has reached.',
      columns: {
        progress: { kind: 'number', label: 'From a progress of', unit: 'share', min: 0, max: 1 },
        multiplier: { kind: 'number', label: 'Multiplier', unit: '1', min: 0, max: 1000 },
      },
      default: { progress: [0, 0.7, 0.8, 0.9], multiplier: [1, 1.5, 2, 3] },
      source: sources.mip7,
    }),
  },
  columns: {
    weight: { table: 'regions', type: 'f64', meaning: 'reward weight of its units that take part' },
    pool: { table: 'regions', type: 'f64', meaning: 'what it counts in the split among regions' },
  },
  state: { rewardWeight: 0, capacity: 0, pools: 0 },
  needs: ['providers', 'regions.progress'],
  follows: ['providers.multiplier'],
  reads: [
    ...rewardReads.filter((path) => path !== 'providers.multiplier'),
    'providers.region',
    'regions.share',
    'regions.progress',
  ],
  writes: [...rewardWrites, 'providers.multiplier'],
  step(world, { providerShare, multipliers }) {
    const { providers, regions, network, ledger, state, own } = world;
    const { count, status: statuses, region, multiplier } = providers;
    const { weight, pool } = own;
    sumTakingPart(world, state);
    const whole = state.rewardWeight;
    weigh(world, weight);
    state.pools = 0;
    for (let r = 0; r < regions.count; r++) {
      const progress = regions.progress[r];
      pool[r] = weight[r] > 0 ? regions.share[r] * progress * multiplierAt(multipliers, progress) : 0;
      state.pools += pool[r];
    }
    for (let i = 0; i < count; i++) {
      const r = region[i];
      // Where nobody is yet, a newcomer reckons with the average region.
      if (statuses[i] === status.exited || state.pools === 0 || weight[r] === 0) continue;
      multiplier[i] *= (pool[r] / state.pools) * (whole / weight[r]);
    }
    // Pools move weight between regions; all of it stays what it was.
    network.rewardWeight = whole;
    pay(world, state.capacity, whole > 0 ? (providerShare * ledger.balance('emission')) / whole : 0, 0);
  },
  examples: [
    {
      says: 'In a world of one region its pool is all there is: 0.8 of 1,000 by weight',
      given: { providerShare: 0.8 },
      before: {
        'ledger.emission': 1000,
        'regions.share': 1,
        'regions.progress': 0.3,
        'providers.status': [2, 2, 3, 4, 4, 4, 4, 4, 4, 4],
        'providers.rewardWeight': [1, 3, 1, 1, 1, 1, 1, 1, 1, 1],
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': [200, 600, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.shadowReward': [200, 600, 200, 0, 0, 0, 0, 0, 0, 0],
        'ledger.treasury': 200,
        'network.rewardWeight': 4,
      },
    },
    {
      says: 'Nobody there: all goes to the treasury',
      before: { 'ledger.emission': 5, 'regions.share': 1, 'regions.progress': 1 },
      after: { 'ledger.treasury': 5 },
    },
  ],
});

/** Reward weight of the units of each region that take part. */
function weigh({ providers, regions, network, clock }: World, into: Float64Array): void {
  const { count, status: statuses, suspendedUntil, rewardWeight, multiplier, region } = providers;
  const { tick } = clock;
  for (let r = 0; r < regions.count; r++) {
    let total = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let block = 0;
      for (let i = from; i < to; i++) {
        if (region[i] !== r || statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
        block += rewardWeight[i] * multiplier[i];
      }
      total += block;
    }
    into[r] = total * network.weight;
  }
}

/** The multiplier of the last row whose progress is reached. */
function multiplierAt(
  rows: { readonly progress: readonly number[]; readonly multiplier: readonly number[] },
  progress: number,
): number {
  let at = 1;
  for (let row = 0; row < rows.progress.length; row++)
    if (progress >= rows.progress[row]) at = rows.multiplier[row];
  return at;
}
