import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { pow } from '../../kernel/math.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** Another network, or the incumbent with an offer, takes customers over some weeks; they may be won back one by one. */
export const competitor = mechanism({
  id: 'shocks.competitor',
  version: 1,
  slot: 'shocks',
  title: 'Competitor',
  summary: 'A competitor poaches a share of the customers over some days.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(
      30,
      'Days over which customers are taken, the same share of those left each day.',
    ),
    share: number({
      label: 'Customers taken',
      unit: 'share',
      min: 0,
      max: 0.99,
      default: 0.25,
      step: 0.05,
      why: 'Of those on the network; a quarter is a serious rival. Demand as one number shrinks by it for good.',
    }),
  },
  state: { until: 0, kept: 1 },
  reads: ['users.status'],
  writes: ['shocks.poached', 'shocks.demand'],
  step(world, given) {
    const { users, shocks, state } = world;
    if (isOn(world, given)) {
      const stay = pow(1 - given.share, 1 / given.duration);
      shocks.poached = 1 - (1 - shocks.poached) * stay;
      if (users.count === 0) state.kept *= stay;
    }
    shocks.demand *= state.kept;
  },
  examples: [
    {
      says: 'In one day a quarter, of what another rival leaves',
      given: { after: 0, duration: 1, share: 0.25 },
      before: { 'shocks.poached': 0.5 },
      after: { 'shocks.poached': 0.625, 'shocks.demand': 1 },
    },
    {
      says: 'Over two days the same share of those left each day',
      given: { after: 0, duration: 2, share: 0.75 },
      days: 2,
      after: { 'shocks.poached': 0.5 },
    },
    {
      says: 'Then it is over',
      given: { after: 0, duration: 2, share: 0.75 },
      days: 3,
      after: { 'shocks.poached': 0 },
    },
  ],
});
