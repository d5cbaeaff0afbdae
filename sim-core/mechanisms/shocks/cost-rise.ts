import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** Running costs rise for everyone: energy, connectivity, compliance. */
export const costRise = mechanism({
  id: 'shocks.cost-rise',
  version: 1,
  slot: 'shocks',
  title: 'Cost rise',
  summary: "Raises every provider's running costs for a time.",
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(36_500, 'Regulation seldom goes away: the default outlasts every run.'),
    size: number({
      label: 'Costs rise by',
      unit: 'share',
      min: 0,
      max: 100,
      default: 0.3,
      step: 0.05,
      why: 'Of power and attention. A third more tests regulation that has to be complied with.',
    }),
  },
  state: { until: 0 },
  reads: [],
  writes: ['shocks.cost'],
  step(world, given) {
    if (isOn(world, given)) world.shocks.cost *= 1 + given.size;
  },
  examples: [
    {
      says: 'From the second day on costs are 30 % higher, on top of another shock',
      given: { after: 1, size: 0.3 },
      before: { 'shocks.cost': 2 },
      days: 3,
      after: { 'shocks.cost': 2.6 },
    },
    {
      says: 'After two days it is over',
      given: { after: 0, duration: 2, size: 0.3 },
      days: 3,
      after: { 'shocks.cost': 1 },
    },
    {
      says: 'On its second day it is still on',
      given: { after: 0, duration: 2, size: 0.3 },
      days: 2,
      after: { 'shocks.cost': 1.3 },
    },
    {
      says: 'At random, ever so often, it strikes every day',
      given: { when: 'random', after: 9, rate: 365, duration: 50, size: 1 },
      days: 30,
      after: { 'shocks.cost': 2 },
    },
  ],
});
