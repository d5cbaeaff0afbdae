import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { exp } from '../../kernel/math.ts';
import { aggregateParameters, aggregateReads, aggregateWrites, wantShare } from '../aggregate-demand.ts';
import { sources } from '../sources.ts';

/**
 * Adoption as Bass describes it: dF/dt = (p + q F)(1 - F). Each day follows the exact solution, in which (1 - F) / (p + q F)
 * falls by e^-(p + q) a year, so that the curve does not depend on the length of a tick.
 */
export const bass = mechanism({
  id: 'demand.bass',
  version: 1,
  slot: 'demand',
  title: 'Bass diffusion',
  summary: 'Demand spreads by itself and by imitation along an S-curve, without single customers.',
  sources: [sources.bass],
  parameters: {
    ...aggregateParameters,
    innovation: number({
      label: 'Innovation',
      unit: '1/year',
      min: 1e-6,
      max: 100,
      default: 0.03,
      step: 0.01,
      why: 'Rate at which demand comes without being told: small, so that those who are there bring most.',
    }),
    imitation: number({
      label: 'Imitation',
      unit: '1/year',
      min: 0,
      max: 100,
      default: 1.5,
      step: 0.1,
      why: 'Rate at which it comes once all the rest has: makes an S-curve of some years.',
    }),
    atStart: number({
      label: 'There at start',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0,
      step: 0.01,
      why: 'Share of the potential that is on the network on the first day. None: a network before its first sale.',
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
    const { innovation: p, imitation: q } = given;
    wantShare(world, state.adopted, given);
    const y = ((1 - state.adopted) / (p + q * state.adopted)) * exp(-(p + q) / 365);
    state.adopted = (1 - p * y) / (1 + q * y);
  },
  invariants: [
    { says: 'Adoption is a share.', holds: ({ state }) => state.adopted >= 0 && state.adopted <= 1 },
  ],
  examples: [
    {
      says: 'A year from nothing with p = 0.5 and q = 1: (1 - e^-1.5) / (1 + 2 e^-1.5) of 100 units; capacity gives 30',
      given: { potential: 100, innovation: 0.5, imitation: 1, unitPrice: 2, incumbentPrice: 5 },
      before: { 'network.capacity': 30 },
      days: 366,
      after: {
        'demand.wanted': (100 * (1 - exp(-1.5))) / (1 + 2 * exp(-1.5)),
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
