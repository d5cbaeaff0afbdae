import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { max } from '../../kernel/math.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** The oracle that tells rules the price is late: they act on the price of some days ago. */
export const oracleLag = mechanism({
  id: 'shocks.oracle-lag',
  version: 1,
  slot: 'shocks',
  title: 'Oracle lag',
  summary: 'Rules that use the price are told one that is some days old.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(14, 'Two weeks: an outage that has to be mended by a vote.'),
    lag: number({
      label: 'Price is old by',
      unit: 'day',
      min: 1,
      max: 90,
      default: 3,
      step: 1,
      integer: true,
      why: 'The longer, the further apart what credits cost and what the tokens behind them are worth.',
    }),
  },
  state: { until: 0 },
  reads: [],
  writes: ['shocks.oracleLag'],
  step(world, given) {
    const { shocks } = world;
    if (isOn(world, given)) shocks.oracleLag = max(shocks.oracleLag, given.lag);
  },
  examples: [
    {
      says: 'Rules are told the price of three days ago',
      given: { after: 0, lag: 3 },
      after: { 'shocks.oracleLag': 3 },
    },
    {
      says: 'Of two lags the longer counts',
      given: { after: 0, lag: 3 },
      before: { 'shocks.oracleLag': 7 },
      after: { 'shocks.oracleLag': 7 },
    },
    {
      says: 'When it is over the price is fresh',
      given: { after: 0, duration: 2 },
      days: 3,
      after: { 'shocks.oracleLag': 0 },
    },
  ],
});
