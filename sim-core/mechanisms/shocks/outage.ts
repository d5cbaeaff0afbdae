import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** Part of the network is down: a bad release, a validator halt, a cable. Demand meets less capacity; rewards go on. */
export const outage = mechanism({
  id: 'shocks.outage',
  version: 1,
  slot: 'shocks',
  title: 'Outage',
  summary: 'Takes part of the capacity down for some days.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(3, 'Days until service is back: long enough that customers notice.'),
    share: number({
      label: 'Capacity down',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: 'Part of the capacity that cannot be used: customers notice only where the rest is too little.',
    }),
  },
  state: { until: 0 },
  reads: [],
  writes: ['shocks.capacity'],
  step(world, given) {
    if (isOn(world, given)) world.shocks.capacity *= 1 - given.share;
  },
  examples: [
    {
      says: 'A quarter down leaves three quarters of what another outage left',
      given: { after: 0, share: 0.25 },
      before: { 'shocks.capacity': 0.8 },
      after: { 'shocks.capacity': 0.6 },
    },
    {
      says: 'Three days later all is up again',
      given: { after: 0, duration: 3, share: 0.25 },
      days: 4,
      after: { 'shocks.capacity': 1 },
    },
    {
      says: 'At random: once a day on average strikes on some day of thirty, and a long one is still on',
      given: { when: 'random', after: 99, rate: 365, duration: 99, share: 0.5 },
      days: 30,
      after: { 'shocks.capacity': 0.5 },
    },
  ],
});
