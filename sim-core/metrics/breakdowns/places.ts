import { userStatus } from '../../contract/vocabulary.ts';
import type { WorldBreakdown } from './world-breakdown.ts';

/** What there is and is used, by region. */
export const places: readonly WorldBreakdown[] = [
  {
    id: 'network.cells',
    title: 'Occupied cells',
    unit: 'cell',
    definition: 'Coverage cells of the region in which a provider runs at the last close, spoofers included.',
    source: 'cells',
    needs: ['cells.occupants'],
    by: ['region'],
    read({ cells }, _, out) {
      const { count, region, occupants } = cells;
      out.fill(0);
      for (let c = 0; c < count; c++) if (occupants[c] > 0) out[region[c]] += 1;
    },
  },
  {
    id: 'users.active',
    title: 'Customers',
    unit: 'user',
    definition: 'Users of the region who are on the network rather than with the incumbent.',
    source: 'demand mechanism',
    needs: ['users.region'],
    by: ['region'],
    read({ users }, _, out) {
      const { count, region, status } = users;
      out.fill(0);
      for (let u = 0; u < count; u++) if (status[u] === userStatus.onNetwork) out[region[u]] += 1;
    },
  },
  {
    id: 'demand.served',
    title: 'Demand served',
    unit: 'unit/day',
    definition: 'Service given today to the users of the region, by whichever provider.',
    source: 'demand mechanism',
    needs: ['users.served'],
    by: ['region'],
    read({ users }, _, out) {
      const { count, region, served } = users;
      out.fill(0);
      for (let u = 0; u < count; u++) out[region[u]] += served[u];
    },
  },
];
