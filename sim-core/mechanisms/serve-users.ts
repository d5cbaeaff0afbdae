import { choice } from '../contract/parameter.ts';
import type { World } from '../contract/vocabulary.ts';
import { status } from '../contract/vocabulary.ts';
import { emaWeight, min } from '../kernel/math.ts';
import { blockRows } from '../kernel/sum.ts';

/** Own columns of a mechanism that serves users one by one. Where service knows no place, all is in row 0. */
export const serviceColumns = {
  offered: { table: 'regions', type: 'f64', meaning: 'capacity that works there today' },
  asked: { table: 'regions', type: 'f64', meaning: 'service wanted there today' },
  given: { table: 'regions', type: 'f64', meaning: 'share of it that is served' },
  block: { table: 'regions', type: 'f64', meaning: 'sum over the rows of one block' },
} as const;

type ServiceColumns = Readonly<Record<keyof typeof serviceColumns, Float64Array>>;

/** Whether a customer can be served by providers of its own region only, or by any. */
export type Place = 'local' | 'anywhere';

/** The choice between the two. */
export const placeOfService = choice({
  label: 'Served',
  unit: '1',
  options: ['local', 'anywhere'],
  default: 'anywhere',
  why: "Local: by providers of the customer's region only, as radio coverage is. Anywhere: by any, as storage is.",
});

/** Fills `offered`: what honest active providers can give. `network.capacity` knows of an outage, their rows do not. */
export function sumOffered(
  { providers, regions, network, shocks }: World,
  { offered, block }: ServiceColumns,
  place: Place,
): void {
  offered.fill(0);
  if (place === 'anywhere') {
    offered[0] = network.capacity;
    return;
  }
  const { count, region, status: statuses, spoofing, capacity } = providers;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    block.fill(0);
    for (let i = from; i < to; i++) {
      if (statuses[i] === status.active && spoofing[i] === 0) block[region[i]] += capacity[i];
    }
    for (let r = 0; r < regions.count; r++) offered[r] += block[r];
  }
  for (let r = 0; r < regions.count; r++) offered[r] *= network.weight * shocks.capacity;
}

/**
 * Gives every user its part of what its region offers, everyone there the same share of what it wants. Sets `demand` and
 * what `customers` notice of it.
 */
export function serveUsers(world: World, own: ServiceColumns, place: Place): void {
  const { users, regions, demand, customers } = world;
  const { offered, asked, given, block } = own;
  const { count, region, wanted, served } = users;
  const local = place === 'local';

  asked.fill(0);
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    block.fill(0);
    for (let i = from; i < to; i++) block[local ? region[i] : 0] += wanted[i];
    for (let r = 0; r < regions.count; r++) asked[r] += block[r];
  }
  for (let r = 0; r < regions.count; r++) {
    const there = min(asked[r], offered[r]);
    given[r] = asked[r] > 0 ? there / asked[r] : 0;
    demand.wanted += asked[r];
    demand.served += there;
  }

  let first = 0;
  let second = 0;
  for (let i = 0; i < count; i++) {
    const used = wanted[i] * given[local ? region[i] : 0];
    served[i] = used;
    if (used > first) {
      second = first;
      first = used;
    } else if (used > second) second = used;
  }
  customers.largestShare = demand.served > 0 ? (first + second) / demand.served : 0;
  noticeService(world);
}

/** Customers remember for about a month how much of what they wanted they got. */
export function noticeService({ demand, customers }: Pick<World, 'demand' | 'customers'>): void {
  if (demand.wanted > 0)
    customers.service += emaWeight(30) * (demand.served / demand.wanted - customers.service);
}

/** What serving users reads and writes. */
export const serviceReads = [
  'providers.status',
  'providers.region',
  'providers.spoofing',
  'providers.capacity',
  'network.weight',
  'network.capacity',
  'shocks.capacity',
  'users.region',
] as const;

export const serviceWrites = [
  'users.wanted',
  'users.served',
  'demand.wanted',
  'demand.served',
  'customers.service',
  'customers.largestShare',
] as const;
