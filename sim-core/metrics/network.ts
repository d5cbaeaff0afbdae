import type { World } from '../contract/vocabulary.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { activeAtClose } from '../kernel/provider-rows.ts';
import { blockRows } from '../kernel/sum.ts';
import type { WorldMetric } from './world-metric.ts';

const seen = new Uint8Array(256);

/** How many regions have an active provider, and how many people live there. */
const reached = onceADay((world: World) => {
  const { providers, regions } = world;
  const { rows, ends } = activeAtClose(world);
  seen.fill(0);
  let active = 0;
  let people = 0;
  for (let block = 0; block < ends.length; block++) {
    for (let at = block * blockRows; at < ends[block] && active < regions.count; at++) {
      const region = providers.region[rows[at]];
      if (seen[region] === 1) continue;
      seen[region] = 1;
      active += 1;
      people += regions.population[region];
    }
  }
  return { active, people };
});

/** Who is there, who comes and goes, and how much of it is used. */
export const network: readonly WorldMetric[] = [
  {
    id: 'providers.active',
    title: 'Active providers',
    unit: 'unit',
    definition: 'Real units that run at the end of the day: rows times units per row.',
    source: 'supply mechanisms',
    read: ({ network }) => network.active,
  },
  {
    id: 'providers.ordered',
    title: 'Ordered',
    unit: 'unit/day',
    definition: 'Units ordered on the day.',
    source: 'supply mechanisms',
    read: ({ flows }) => flows.ordered,
  },
  {
    id: 'providers.joined',
    title: 'Joined',
    unit: 'unit/day',
    definition: 'Units that became active on the day.',
    source: 'supply mechanisms',
    read: ({ flows }) => flows.joined,
  },
  {
    id: 'providers.left',
    title: 'Left',
    unit: 'unit/day',
    definition: 'Units that left for good on the day, expelled spoofers among them.',
    source: 'supply and verification mechanisms',
    read: ({ flows }) => flows.left,
  },
  {
    id: 'providers.churn',
    title: 'Churn',
    unit: '1/year',
    definition: 'Units that left on the day, times 365, over active units.',
    source: 'supply mechanisms',
    gaps: 'nobody is active',
    read: ({ flows, network }) => (network.active > 0 ? (flows.left * 365) / network.active : Number.NaN),
  },
  {
    id: 'providers.paused',
    title: 'Paused',
    unit: 'unit',
    definition: 'Units switched off for the time being.',
    source: 'supply mechanisms',
    read: ({ network }) => network.paused,
  },
  {
    id: 'network.capacity',
    title: 'Capacity',
    unit: 'unit/day',
    definition: 'Service that honest active providers can give.',
    source: 'supply mechanisms',
    read: ({ network }) => network.capacity,
  },
  {
    id: 'network.utilisation',
    title: 'Utilisation',
    unit: 'share',
    definition: 'Service given over capacity.',
    source: 'demand and supply mechanisms',
    gaps: 'there is no capacity',
    read: ({ demand, network }) => (network.capacity > 0 ? demand.served / network.capacity : Number.NaN),
  },
  {
    id: 'network.unserved',
    title: 'Unserved demand',
    unit: 'unit/day',
    definition: 'Service that customers wanted and did not get.',
    source: 'demand mechanism',
    read: ({ demand }) => demand.wanted - demand.served,
  },
  {
    id: 'network.coverage',
    title: 'Coverage',
    unit: 'share',
    definition: 'Occupied cells over target cells, at most 1.',
    source: 'cells',
    needs: ['cells.occupants'],
    read: ({ customers }) => customers.coverage,
  },
  {
    id: 'network.regions',
    title: 'Regions active',
    unit: 'region',
    definition: 'Regions in which at least one provider is active.',
    source: 'supply mechanisms',
    read: (world) => reached(world).active,
  },
  {
    id: 'network.people',
    title: 'People reached at most',
    unit: 'person',
    definition:
      'Population of the regions in which at least one provider is active; how many of them are within reach of a provider is not known.',
    source: 'supply mechanisms, population of the scenario',
    needs: ['regions.population'],
    read: (world) => reached(world).people,
  },
  {
    id: 'demand.served',
    title: 'Demand served',
    unit: 'unit/day',
    definition: 'Service given on the day.',
    source: 'demand mechanism',
    read: ({ demand }) => demand.served,
  },
  {
    id: 'users.active',
    title: 'Customers',
    unit: 'user',
    definition: 'Users who are on the network rather than with the incumbent.',
    source: 'demand mechanism',
    needs: ['users.status'],
    read: ({ customers }) => customers.count,
  },
  {
    id: 'users.aware',
    title: 'Awareness',
    unit: 'share',
    definition: 'Users who know of the network.',
    source: 'demand mechanism',
    needs: ['users.status'],
    read: ({ customers }) => customers.aware,
  },
];
