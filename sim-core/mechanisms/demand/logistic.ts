import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { exp } from '../../kernel/math.ts';
import { aggregateParameters, aggregateReads, aggregateWrites, wantShare } from '../aggregate-demand.ts';

/**
 * Adoption that grows in proportion to what is there and to what is left: dF/dt = r F (1 - F). Each day follows the exact
 * solution, in which the odds F / (1 - F) grow by e^r a year.
 */
export const logistic = mechanism({
  id: 'demand.logistic',
  version: 1,
  slot: 'demand',
  title: 'Logistic adoption',
  summary: 'Demand grows from a first share towards its potential along a logistic curve.',
  sources: [],
  parameters: {
    ...aggregateParameters,
    growth: number({
      label: 'Growth at first',
      unit: '1/year',
      min: -10,
      max: 100,
      default: 1.5,
      step: 0.1,
      why: 'Rate while the network is small: 1.5 a year is 4.5 times as much after a year. Below zero demand dies out.',
    }),
    atStart: number({
      label: 'There at start',
      unit: 'share',
      min: 1e-9,
      max: 1,
      default: 0.01,
      step: 0.01,
      why: 'Share of the potential on the first day: the curve needs one to grow from.',
    }),
  },
  state: { adopted: 0 },
  reads: [...aggregateReads],
  writes: [...aggregateWrites],
  start({ state }, { atStart }) {
    state.adopted = atStart;
  },
  step(world, given) {
    const { state } = world;
    wantShare(world, state.adopted, given);
    const grown = state.adopted * exp(given.growth / 365);
    state.adopted = grown / (1 - state.adopted + grown);
  },
  invariants: [
    { says: 'Adoption is a share.', holds: ({ state }) => state.adopted >= 0 && state.adopted <= 1 },
  ],
  examples: [
    {
      says: 'Odds of 1 to 3 grow by e in a year: e / (e + 3) of 100 units; capacity gives 30',
      given: { potential: 100, growth: 1, atStart: 0.25, unitPrice: 2, incumbentPrice: 5 },
      before: { 'network.capacity': 30 },
      days: 366,
      after: {
        'demand.wanted': (100 * exp(1)) / (exp(1) + 3),
        'demand.served': 30,
        'demand.unitPrice': 2,
        'customers.incumbentPrice': 5,
      },
      tolerance: 1e-10,
    },
    {
      says: 'Of four fifths of 100 units a shock leaves half; capacity gives half of that, and customers notice',
      given: { potential: 100, atStart: 0.8 },
      before: { 'shocks.demand': 0.5, 'network.capacity': 20 },
      after: { 'demand.wanted': 40, 'demand.served': 20, 'customers.service': 1 - 0.5 * (2 / 31) },
    },
  ],
});
