import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor, max } from '../../kernel/math.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Each day the best devices of a cell are paid by their score, the seniors first among equals; the others get nothing. */
export const cellRanking = mechanism({
  id: 'reward.cell-ranking',
  version: 1,
  slot: 'reward',
  title: 'Ranking within cells',
  summary:
    'Pays the best of each cell by score, as many as the cell has places, and leaves the rest to the treasury.',
  sources: [sources.weatherxm, sources.weatherxmCapacity],
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
    places: number({
      label: 'Places in a cell',
      unit: 'unit',
      min: 1,
      max: 10_000,
      default: 10,
      step: 1,
      integer: true,
      why: 'Devices of a cell that are paid. A limit sends the next one elsewhere: ten in some five square kilometres.',
      source: sources.weatherxmCapacity,
    }),
  },
  columns: {
    ranked: { table: 'providers', type: 'u8', meaning: '1 if it has a place in its cell today' },
    next: {
      table: 'providers',
      type: 'u32',
      meaning: 'row after the next better one of its cell; 0 if it is the best',
    },
    worst: { table: 'cells', type: 'u32', meaning: 'row after the worst that has a place; 0 if nobody has' },
    taken: { table: 'cells', type: 'u32', meaning: 'places that are taken, in rows' },
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
  ],
  writes: [...rewardWrites, 'providers.multiplier'],
  step(world, { providerShare, places }) {
    const { providers, network, state, ledger } = world;
    const { count, status: statuses, quality, multiplier } = providers;
    // Who scores nothing is not a part of what the others could earn; who finds no place is.
    for (let i = 0; i < count; i++) if (quality[i] === 0) multiplier[i] = 0;
    sumTakingPart(world, state);
    const most = state.rewardWeight;
    rank(world, world.own, max(1, floor(places / network.weight)));
    for (let i = 0; i < count; i++)
      if (statuses[i] !== status.exited) multiplier[i] *= world.own.ranked[i] * quality[i];
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    pay(world, state.capacity, most > 0 ? (providerShare * ledger.balance('emission')) / most : 0, 0);
  },
  examples: [
    {
      says: 'Two places: of three in a cell the best two are paid, each by its score, as if the third were paid too',
      given: { places: 2 },
      before: {
        'ledger.emission': 400,
        'providers.status': [2, 2, 2, 2, 4, 4, 4, 4, 4, 4],
        'providers.cell': [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        'providers.quality': [0.5, 1, 0.75, 0.25, 0, 0, 0, 0, 0, 0],
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      after: {
        'providers.reward': [0, 100, 75, 25, 0, 0, 0, 0, 0, 0],
        'network.rewardWeight': 2,
        'ledger.treasury': 200,
      },
    },
    {
      says: 'Among equals the senior has the place, then the lower id; whoever scores nothing takes none and dilutes nobody',
      given: { places: 2, providerShare: 0.8 },
      before: {
        'ledger.emission': 500,
        'providers.status': [2, 2, 2, 2, 2, 4, 4, 4, 4, 4],
        'providers.quality': [1, 1, 0, 1, 1, 1, 1, 1, 1, 1],
        'providers.joinedAt': [-5, -5, -50, -9, -5, 0, 0, 0, 0, 0],
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      days: 1,
      after: { 'providers.reward': [100, 0, 0, 100, 0, 0, 0, 0, 0, 0], 'ledger.treasury': 300 },
    },
    {
      says: 'A newcomer reckons with a place if it is free, or if it would score better than the last who has one',
      given: { places: 2 },
      before: {
        'providers.status': [2, 2, 0, 0, 1, 3, 0, 2, 4, 4],
        'providers.cell': [0, 0, 0, 0, 0, 0, 1, 2, 0, 0],
        'providers.quality': [0.5, 0.75, 0.5, 0.625, 0.25, 1, 0.5, 1, 1, 1],
        'providers.suspendedUntil': [0, 0, 0, 0, 0, 0, 0, 9, 0, 0],
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      after: { 'providers.multiplier': [0.5, 0.75, 0, 0.625, 0, 1, 0.5, 1, 1, 1] },
    },
    {
      says: 'Rows of five units: two of three rows fit into ten places',
      before: {
        'ledger.emission': 30,
        'providers.status': [2, 2, 2, 4, 4, 4, 4, 4, 4, 4],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'network.weight': 5,
      },
      after: { 'providers.reward': [2, 2, 0, 0, 0, 0, 0, 0, 0, 0], 'ledger.treasury': 10 },
    },
    {
      says: 'Nobody there: all goes to the treasury',
      before: { 'ledger.emission': 5, 'providers.quality': 1 },
      after: { 'ledger.treasury': 5 },
    },
  ],
});

interface Places {
  readonly ranked: Uint8Array;
  readonly next: Uint32Array;
  readonly worst: Uint32Array;
  readonly taken: Uint32Array;
}

/** Gives the places of each cell to the best rows that take part; then marks of the others who would get one. */
function rank({ providers, cells, clock }: World, at: Places, places: number): void {
  const { count, status: statuses, suspendedUntil, quality, cell } = providers;
  const { ranked, next, worst, taken } = at;
  for (let c = 0; c < cells.count; c++) {
    worst[c] = 0;
    taken[c] = 0;
  }
  for (let i = 0; i < count; i++) {
    ranked[i] = 0;
    if (statuses[i] !== status.active || suspendedUntil[i] > clock.tick || quality[i] === 0) continue;
    const c = cell[i];
    if (taken[c] === places) {
      const last = worst[c] - 1;
      if (!isBetter(providers, i, last)) continue;
      ranked[last] = 0;
      worst[c] = next[last];
      taken[c] -= 1;
    }
    insert(providers, at, c, i);
  }
  // Of those who take part none without a place is better than the worst who has one.
  for (let i = 0; i < count; i++) {
    const c = cell[i];
    if (taken[c] < places || quality[i] > quality[worst[c] - 1]) ranked[i] = 1;
  }
}

/** Puts a row into the list of its cell, which runs from the worst to the best. */
function insert(providers: World['providers'], at: Places, c: number, i: number): void {
  const { ranked, next, worst, taken } = at;
  ranked[i] = 1;
  taken[c] += 1;
  let before = 0;
  let after = worst[c];
  while (after > 0 && isBetter(providers, i, after - 1)) {
    before = after;
    after = next[after - 1];
  }
  next[i] = after;
  if (before > 0) next[before - 1] = i + 1;
  else worst[c] = i + 1;
}

/** By score, then by seniority, then by identity. */
function isBetter({ quality, joinedAt, id }: World['providers'], a: number, b: number): boolean {
  if (quality[a] !== quality[b]) return quality[a] > quality[b];
  if (joinedAt[a] !== joinedAt[b]) return joinedAt[a] < joinedAt[b];
  return id[a] < id[b];
}
