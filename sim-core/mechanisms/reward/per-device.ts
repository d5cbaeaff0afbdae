import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { max, min } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/**
 * What was minted for a device is the device's, whatever the others do: by its quality and multipliers, in full for the first
 * of a cell, while the others there share one more. What is not earned stays with the treasury.
 */
export const perDevice = mechanism({
  id: 'reward.per-device',
  version: 1,
  slot: 'reward',
  title: 'Per device, first in its cell',
  summary:
    'Pays each device what was minted for it, by quality; in a cell the first is paid in full, the others share.',
  sources: [sources.geodnetHex, sources.geodnetMetrics],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.05,
      why: 'Share of emission that devices can earn; the rest goes to the treasury.',
    }),
    shared: number({
      label: 'The others share',
      unit: 'unit',
      min: 0,
      max: 1e6,
      default: 1,
      step: 1,
      why: 'Rewards of a device that all but the first of a cell share; 1: a second one is paid in full, a third halves it.',
      source: sources.geodnetHex,
    }),
  },
  columns: {
    first: { table: 'cells', type: 'u32', meaning: 'row after the one that came first; 0 if nobody runs' },
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers', 'cells'],
  follows: ['providers.multiplier'],
  reads: [
    ...rewardReads.filter((path) => path !== 'providers.multiplier'),
    'providers.id',
    'providers.cell',
    'providers.quality',
    'providers.joinedAt',
    'cells.occupants',
  ],
  writes: [...rewardWrites, 'providers.multiplier'],
  step(world, { providerShare, shared }) {
    const { providers, cells, network, state, ledger } = world;
    const { count, status: statuses, cell, quality, multiplier } = providers;
    const { first } = world.own;
    const { weight } = network;
    findFirst(world, first);
    for (let i = 0; i < count; i++) {
      if (statuses[i] === status.exited) continue;
      const c = cell[i];
      // Whoever does not run yet would add itself.
      const there = cells.occupants[c] + (statuses[i] === status.active ? 0 : weight);
      const part = there > 1 ? min(1, shared / (there - 1)) : 1;
      const isFirst = first[c] === i + 1 || first[c] === 0;
      multiplier[i] *= quality[i] * (isFirst ? (1 + (weight - 1) * part) / weight : part);
    }
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    // Bonuses may ask for more than was minted; then all get less.
    const sharing = max(weightOfActive(world), state.rewardWeight);
    pay(world, state.capacity, sharing > 0 ? (providerShare * ledger.balance('emission')) / sharing : 0, 0);
  },
  examples: [
    {
      says: 'One cell: the first of three gets the 100 minted for it, the two others 50 each; of quality 0.8 one alone gets 80',
      before: {
        'ledger.emission': 400,
        'providers.status': [2, 2, 2, 2, 4, 4, 4, 4, 4, 4],
        'providers.cell': [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        'providers.joinedAt': [-3, -9, -5, 0, -99, 0, 0, 0, 0, 0],
        'providers.quality': [1, 1, 1, 0.8, 1, 1, 1, 1, 1, 1],
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'cells.occupants': [3, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: {
        'providers.reward': [50, 100, 50, 80, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': [0.5, 1, 0.5, 0.8, 1, 1, 1, 1, 1, 1],
        'network.rewardWeight': 2.8,
        'ledger.treasury': 120,
      },
      tolerance: 1e-11,
    },
    {
      says: 'Came on the same day: the lower id is first. Suspended, it keeps its place and earns nothing',
      given: { providerShare: 0.5 },
      before: {
        'ledger.emission': 600,
        'providers.status': [2, 2, 2, 4, 4, 4, 4, 4, 4, 4],
        'providers.suspendedUntil': [9, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'cells.occupants': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.reward': [0, 50, 50, 0, 0, 0, 0, 0, 0, 0], 'ledger.treasury': 500 },
    },
    {
      says: 'A newcomer would be alone in an empty cell, a second in one, a third in another',
      before: {
        'providers.status': [2, 2, 2, 0, 0, 0, 1, 3, 4, 4],
        'providers.cell': [0, 1, 1, 2, 0, 1, 1, 2, 0, 0],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'cells.occupants': [1, 2, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.multiplier': [1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1] },
    },
    {
      says: 'Rows of three units in a cell of their own: one in full, two share one more',
      before: {
        'ledger.emission': 30,
        'providers.status': [2, 4, 4, 4, 4, 4, 4, 4, 4, 4],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'network.weight': 3,
        'cells.occupants': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'ledger.providers': 20, 'ledger.treasury': 10 },
      tolerance: 1e-11,
    },
    {
      says: 'Bonuses of more than was minted scale all down: 3 and 1 share 200',
      before: {
        'ledger.emission': 200,
        'providers.status': [2, 2, 4, 4, 4, 4, 4, 4, 4, 4],
        'providers.cell': [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': [3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        'cells.occupants': [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.reward': [150, 50, 0, 0, 0, 0, 0, 0, 0, 0], 'ledger.treasury': 0 },
    },
    {
      says: 'Nobody there: all goes to the treasury',
      before: { 'ledger.emission': 5 },
      after: { 'ledger.treasury': 5 },
    },
  ],
});

/** Writes, for each cell, which active row came first. */
function findFirst({ providers, cells }: World, first: Uint32Array): void {
  const { count, status: statuses, joinedAt, id, cell } = providers;
  for (let c = 0; c < cells.count; c++) first[c] = 0;
  for (let i = 0; i < count; i++) {
    if (statuses[i] !== status.active) continue;
    const now = first[cell[i]] - 1;
    if (now >= 0 && (joinedAt[i] > joinedAt[now] || (joinedAt[i] === joinedAt[now] && id[i] > id[now])))
      continue;
    first[cell[i]] = i + 1;
  }
}

/** Reward weight of all that run, before any rule multiplies it: what emission was minted for. */
function weightOfActive({ providers, network }: World): number {
  const { count, status: statuses, rewardWeight } = providers;
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) if (statuses[i] === status.active) block += rewardWeight[i];
    total += block;
  }
  return total * network.weight;
}
