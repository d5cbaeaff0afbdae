import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** Chips are short, ships are late: hardware that leaves the maker during the shock takes longer. */
export const hardwareDelay = mechanism({
  id: 'shocks.hardware-delay',
  version: 1,
  slot: 'shocks',
  title: 'Hardware delay',
  summary: 'Multiplies the lead time of hardware shipped while it lasts.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(180, 'Half a year: the backlog of wireless hotspots in 2021 lasted longer.'),
    factor: number({
      label: 'Lead time times',
      unit: '1',
      min: 1,
      max: 100,
      default: 2.5,
      step: 0.5,
      why: 'From 60 to 150 days with the default, as buyers of hotspots waited for months in 2021.',
    }),
  },
  state: { until: 0 },
  reads: [],
  writes: ['shocks.leadTime'],
  step(world, given) {
    if (isOn(world, given)) world.shocks.leadTime *= given.factor;
  },
  examples: [
    {
      says: 'Lead times two and a half times as long, on top of another delay',
      given: { after: 0, factor: 2.5 },
      before: { 'shocks.leadTime': 2 },
      after: { 'shocks.leadTime': 5 },
    },
    {
      says: 'Not before its day, and not after its last',
      given: { after: 1, duration: 1 },
      days: 3,
      after: { 'shocks.leadTime': 1 },
    },
  ],
});
