import { mechanism } from '../../contract/mechanism.ts';
import { series } from '../../contract/parameter.ts';
import { status, type World } from '../../contract/vocabulary.ts';
import { floor, min } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';
import { blockRows } from '../../kernel/sum.ts';

/** Providers and capacity as they were: as many rows run as the record says, and share its capacity by size. */
export const recorded = mechanism({
  id: 'supply.recorded',
  version: 1,
  slot: 'supply',
  title: 'Recorded supply',
  summary:
    'Active providers and capacity follow recorded series, so that what depends on them can be held against the record.',
  sources: [],
  parameters: {
    active: series({
      label: 'Active providers',
      unit: 'unit',
      min: 0,
      max: 1e9,
      default: { days: [0], values: [0] },
      why: 'Units that ran on each day, up to rows times units per row. 0: not recorded, those of the start go on.',
    }),
    capacity: series({
      label: 'Capacity',
      unit: 'unit/day',
      min: 0,
      max: 1e18,
      default: { days: [0], values: [0] },
      why: 'What all of them could give; costs and weights of each follow its capacity. 0: not recorded, each keeps its own.',
    }),
  },
  // Who leaves takes along what it holds: what it earned today has to be there by then.
  follows: ['orders.sellTokens'],
  reads: ['providers.spoofing', 'network.weight'],
  writes: [
    'providers.status',
    'providers.joinedAt',
    'providers.capacity',
    'providers.rewardWeight',
    'providers.opex',
    'providers.held',
    'network.active',
    'network.capacity',
    'flows.joined',
    'flows.left',
    'ledger.providers',
    'ledger.exiting',
  ],
  refuses: ({ active, capacity }) =>
    active.values.some((value) => value > 0) || capacity.values.some((value) => value > 0)
      ? undefined
      : {
          parameter: 'active',
          message: 'Neither providers nor capacity are recorded.',
          hint: 'Give a series for one of them, or use a supply that decides by itself.',
        },
  step(world, given) {
    const { providers, network, clock } = world;
    const { count, status: statuses } = providers;
    const { weight } = network;
    const units = valueOn(given.active, clock.day);
    if (units > 0) keepActive(world, min(count, floor(units / weight + 0.5)));

    let rows = 0;
    let honest = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let block = 0;
      for (let i = from; i < to; i++) {
        if (statuses[i] !== status.active) continue;
        rows += 1;
        if (providers.spoofing[i] === 0) block += providers.capacity[i];
      }
      honest += block;
    }
    network.active = rows * weight;
    network.capacity = honest * weight;

    const target = valueOn(given.capacity, clock.day);
    if (target === 0 || network.capacity === 0) return;
    const scale = target / network.capacity;
    for (let i = 0; i < count; i++) {
      providers.capacity[i] *= scale;
      providers.rewardWeight[i] *= scale;
      providers.opex[i] *= scale;
    }
    network.capacity = target;
  },
  examples: [
    {
      says: '21 units in rows of 5 are four rows; their 20 of capacity become the 60 recorded, at three times the cost',
      given: { active: { days: [0], values: [21] }, capacity: { days: [0], values: [60] } },
      before: {
        'providers.status': [0, 2, 3, 1, 2, 3, 0, 1, 4, 2],
        'providers.joinedAt': -9,
        'providers.capacity': 1,
        'providers.rewardWeight': 2,
        'providers.opex': 4,
        'providers.held': 7,
        'network.weight': 5,
        'ledger.providers': 500,
      },
      after: {
        'providers.status': [0, 2, 2, 1, 2, 2, 0, 1, 4, 4],
        'providers.joinedAt': -9,
        'providers.held': [7, 7, 7, 7, 7, 7, 7, 7, 7, 0],
        'providers.capacity': 3,
        'providers.rewardWeight': 6,
        'providers.opex': 12,
        'network.active': 20,
        'network.capacity': 60,
        'flows.joined': 0,
        'flows.left': 5,
        'ledger.exiting': 35,
      },
    },
    {
      says: 'Two more than run: the first prospects join, on this day',
      given: { active: { days: [0], values: [20] } },
      before: {
        'providers.status': [4, 2, 1, 0, 0, 2, 0, 0, 0, 0],
        'providers.joinedAt': -9,
        'network.weight': 5,
      },
      after: {
        'providers.status': [4, 2, 1, 2, 2, 2, 0, 0, 0, 0],
        'providers.joinedAt': [-9, -9, -9, 0, 0, -9, -9, -9, -9, -9],
        'flows.joined': 10,
        'flows.left': 0,
      },
    },
    {
      says: 'Without recorded capacity it is that of the honest who run; those who left come back when nobody else is there',
      given: { active: { days: [0], values: [1e6] } },
      before: {
        'providers.status': [4, 1, 0, 0, 0, 0, 2, 2, 2, 2],
        'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.capacity': 2,
        'network.weight': 5,
      },
      after: { 'network.active': 50, 'network.capacity': 90, 'providers.capacity': 2 },
    },
    {
      says: 'Without recorded providers those who run go on, with the capacity that is recorded on the day',
      given: { capacity: { days: [0, 1], values: [10, 30] } },
      before: { 'providers.status': [2, 2, 0, 0, 0, 0, 0, 0, 0, 0], 'providers.capacity': 4 },
      days: 2,
      after: { 'network.active': 2, 'network.capacity': 30, 'providers.capacity': 15, 'flows.left': 0 },
    },
    {
      says: 'Nobody runs: nothing is shared out',
      given: { capacity: { days: [0], values: [10] } },
      before: { 'providers.capacity': 4 },
      after: { 'network.capacity': 0, 'providers.capacity': 4 },
    },
  ],
});

/**
 * Lets as many rows run as are given: those that do go on, prospects join in the order of rows, then others that do not run; of
 * too many the last ones leave, with what they hold.
 */
function keepActive({ providers, network, flows, ledger, clock }: World, rows: number): void {
  const { count, status: statuses, held, joinedAt } = providers;
  let running = 0;
  let tokens = 0;
  for (let i = 0; i < count; i++) {
    if (statuses[i] !== status.active && statuses[i] !== status.paused) continue;
    if (running < rows) {
      statuses[i] = status.active;
      running += 1;
      continue;
    }
    statuses[i] = status.exited;
    tokens += held[i];
    held[i] = 0;
    flows.left += network.weight;
  }
  // Whoever has left comes back only where the record needs more than there are prospects.
  for (let last = 0; last < 2 && running < rows; last++) {
    for (let i = 0; i < count && running < rows; i++) {
      const comes = last === 0 ? statuses[i] === status.prospect : statuses[i] !== status.active;
      if (!comes) continue;
      statuses[i] = status.active;
      joinedAt[i] = clock.tick;
      running += 1;
      flows.joined += network.weight;
    }
  }
  ledger.move('providers', 'exiting', tokens * network.weight, 'left behind');
}
