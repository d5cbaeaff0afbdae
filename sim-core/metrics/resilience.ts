import { status, type World } from '../contract/vocabulary.ts';
import { min } from '../kernel/math.ts';
import type { WorldMetric } from './world-metric.ts';

const byRegion = new Float64Array(256);

/** What the network could still do without its largest part. */
export const resilience: readonly WorldMetric[] = [
  {
    id: 'resilience.without-largest-region',
    title: 'Served without the largest region',
    unit: 'share',
    definition: 'Part of the demand served today that the capacity outside the largest region could serve.',
    source: 'assumption: service is not bound to a region',
    gaps: 'nothing was served',
    read: withoutLargestRegion,
  },
];

function withoutLargestRegion({ providers, regions, network, demand }: World): number {
  if (demand.served === 0) return Number.NaN;
  byRegion.fill(0);
  let largest = 0;
  const { count, status: statuses, spoofing, region, capacity } = providers;
  for (let i = 0; i < count; i++) {
    if (statuses[i] === status.active && spoofing[i] === 0) byRegion[region[i]] += capacity[i];
  }
  for (let r = 0; r < regions.count; r++) if (byRegion[r] > largest) largest = byRegion[r];
  return min(1, (network.capacity - largest * network.weight) / demand.served);
}
