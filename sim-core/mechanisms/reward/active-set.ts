import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor } from '../../kernel/math.ts';
import { select } from '../../kernel/select.ts';
import { sources } from '../sources.ts';

/** Only so many seats: the providers of the largest weight are paid, the others wait. List it before the split. */
export const activeSet = mechanism({
  id: 'reward.active-set',
  version: 1,
  slot: 'reward',
  title: 'Active set',
  summary:
    'Pays only so many providers, those of the largest reward weight; list it before the split of rewards.',
  sources: [sources.livepeerSet],
  parameters: {
    seats: number({
      label: 'Seats',
      unit: 'unit',
      min: 1,
      max: 1e9,
      default: 100,
      step: 10,
      why: 'How many can take part at a time. With few, what it takes to come in is the stake of the last of them.',
      source: sources.livepeerSet,
    }),
  },
  columns: {
    ranked: { table: 'providers', type: 'f64', meaning: 'weights of those who run, for ranking' },
  },
  needs: ['providers'],
  follows: ['providers.multiplier'],
  reads: ['providers.status', 'providers.rewardWeight', 'network.weight'],
  writes: ['providers.multiplier'],
  step({ providers, network, own }, { seats }) {
    const { count, status: statuses, rewardWeight, multiplier } = providers;
    const { ranked } = own;
    let running = 0;
    for (let i = 0; i < count; i++)
      if (statuses[i] === status.active) ranked[running++] = rewardWeight[i] * multiplier[i];
    const rows = floor(seats / network.weight);
    // The largest weight without a seat: whoever has more than that has one, also those who only think of coming.
    const last = running > rows ? select(ranked, 0, running, running - rows - 1) : -1;
    for (let i = 0; i < count; i++) if (rewardWeight[i] * multiplier[i] <= last) multiplier[i] = 0;
  },
  examples: [
    {
      says: 'Three seats of a unit, five who run: the three largest keep them',
      given: { seats: 3 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 4, 4, 4, 4, 4],
        'providers.rewardWeight': [5, 1, 4, 2, 3, 0, 0, 0, 0, 0],
        'providers.multiplier': 1,
      },
      after: { 'providers.multiplier': [1, 0, 1, 0, 1, 0, 0, 0, 0, 0] },
    },
    {
      says: 'Whoever only thinks of coming, or is paused, counts if it would take the seat of another, and takes none',
      given: { seats: 2 },
      before: {
        'providers.status': [2, 2, 2, 0, 0, 3, 3, 4, 4, 4],
        'providers.rewardWeight': [5, 1, 4, 3, 0.5, 9, 0.5, 0, 0, 0],
        'providers.multiplier': 1,
      },
      after: { 'providers.multiplier': [1, 0, 1, 1, 0, 1, 0, 0, 0, 0] },
    },
    {
      says: 'Weight counts as other rules have multiplied it: 2 times 3 beats 5',
      given: { seats: 1 },
      before: {
        'providers.status': [2, 2, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.rewardWeight': [5, 2, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': [1, 3, 1, 1, 1, 1, 1, 1, 1, 1],
      },
      after: { 'providers.multiplier': [0, 3, 0, 0, 0, 0, 0, 0, 0, 0] },
    },
    {
      says: 'Rows of four units: nine seats are two rows',
      given: { seats: 9 },
      before: {
        'providers.status': [2, 2, 2, 4, 4, 4, 4, 4, 4, 4],
        'providers.rewardWeight': [1, 2, 3, 4, 4, 4, 4, 4, 4, 4],
        'providers.multiplier': 1,
        'network.weight': 4,
      },
      after: { 'providers.multiplier': [0, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    },
    {
      says: 'More seats than there are providers: nobody waits',
      given: { seats: 10 },
      before: { 'providers.status': 2, 'providers.rewardWeight': 1, 'providers.multiplier': 0.5 },
      after: { 'providers.multiplier': 0.5 },
    },
  ],
});
