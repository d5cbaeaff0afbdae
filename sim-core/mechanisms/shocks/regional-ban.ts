import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { rowOfRegion } from '../region-row.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** One region forbids running the hardware: who stands there has to leave, and nobody new may start. */
export const regionalBan = mechanism({
  id: 'shocks.regional-ban',
  version: 1,
  slot: 'shocks',
  title: 'Regional ban',
  summary: 'Forbids running hardware in one region for a time.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(36_500, 'A ban seldom ends within a run: the default outlasts every one.'),
    region: number({
      label: 'Region',
      unit: 'row of regions',
      min: 1,
      max: 255,
      default: 1,
      step: 1,
      integer: true,
      why: "Which one: 1 is the first row of the providers' regions. The more providers it has, the harder it hits.",
    }),
  },
  state: { until: 0, row: 0 },
  reads: [],
  writes: ['regions.banned'],
  start({ regions, state }, { region }) {
    state.row = rowOfRegion('shocks.regional-ban.region', region, regions.count);
  },
  step(world, given) {
    world.regions.banned[world.state.row] = isOn(world, given) ? 1 : 0;
  },
  examples: [
    {
      says: 'From its day on the region is banned',
      given: { after: 1 },
      days: 2,
      after: { 'regions.banned': 1 },
    },
    { says: 'Not before', given: { after: 1 }, after: { 'regions.banned': 0 } },
    {
      says: 'When the ban ends one may run there again',
      given: { after: 0, duration: 2 },
      days: 3,
      after: { 'regions.banned': 0 },
    },
  ],
});
