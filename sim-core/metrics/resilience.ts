import type { World } from '../contract/vocabulary.ts';
import { min } from '../kernel/math.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { activeAtClose } from '../kernel/provider-rows.ts';
import { blockRows } from '../kernel/sum.ts';
import type { WorldMetric } from './world-metric.ts';

const byRegion = new Float64Array(256);

/** Honest active capacity of the largest region and of the largest unit. */
const largest = onceADay((world: World) => {
  const { providers, regions, network } = world;
  byRegion.fill(0);
  let ofRegion = 0;
  let ofUnit = 0;
  const { spoofing, region, capacity } = providers;
  const { rows, ends } = activeAtClose(world);
  for (let block = 0; block < ends.length; block++) {
    for (let at = block * blockRows, end = ends[block]; at < end; at++) {
      const i = rows[at];
      if (spoofing[i] !== 0) continue;
      const service = capacity[i];
      byRegion[region[i]] += service;
      if (service > ofUnit) ofUnit = service;
    }
  }
  for (let r = 0; r < regions.count; r++) if (byRegion[r] > ofRegion) ofRegion = byRegion[r];
  return { region: ofRegion * network.weight, unit: ofUnit };
});

/** Part of today's demand that what is left of the capacity could serve. */
const without = ({ network, demand }: World, lost: number): number =>
  demand.served === 0 ? Number.NaN : min(1, (network.capacity - lost) / demand.served);

/** What the network could still do without its largest part. */
export const resilience: readonly WorldMetric[] = [
  {
    id: 'resilience.without-largest-region',
    title: 'Served without the largest region',
    unit: 'share',
    definition: 'Part of the demand served today that the capacity outside the largest region could serve.',
    source: 'assumption: service is not bound to a region',
    gaps: 'nothing was served',
    read: (world) => without(world, largest(world).region),
  },
  {
    id: 'resilience.without-largest-operator',
    title: 'Served without the largest operator',
    unit: 'share',
    definition:
      'Part of the demand served today that the capacity without the largest unit could serve; each unit counts as an operator of its own, since who runs several is not known.',
    source: 'assumption: one operator runs one unit',
    gaps: 'nothing was served',
    read: (world) => without(world, largest(world).unit),
  },
];
