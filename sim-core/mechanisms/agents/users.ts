import { mechanism } from '../../contract/mechanism.ts';
import { distribution, number } from '../../contract/parameter.ts';
import { userStatus } from '../../contract/vocabulary.ts';
import { drawn } from '../../kernel/distribution.ts';
import { pow } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { sum } from '../../kernel/sum.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const usersParameters = {
  count: number({
    label: 'Customers',
    unit: 'user',
    min: 1,
    max: 1_000_000,
    default: 500,
    step: 100,
    integer: true,
    why: 'Everyone who may ever buy the service, simulated one by one.',
  }),
  potential: number({
    label: 'Potential demand',
    unit: 'USD/day',
    min: 0,
    max: 1e12,
    default: 200_000,
    step: 10_000,
    why: 'What all of them would spend at the first price. Fitted, not measured: the upper limit of what five years of HNT burns allow.',
  }),
  zipf: number({
    label: 'Concentration',
    unit: '1',
    min: 0,
    max: 4,
    default: 1.75,
    step: 0.05,
    why: 'A customer of rank r wants r^-k as much as the largest. 1.75 gives the two largest two thirds, as on Helium; 1.05 an HHI of 0.045, as on GEODNET.',
  }),
  unitPrice: number({
    label: 'Price of a unit',
    unit: 'USD/unit',
    min: 1e-9,
    max: 1e9,
    default: 0.5,
    step: 0.05,
    why: 'What the network asks today: 0.50 USD a GB on the wireless network until 2026. The first one turns potential dollars into units.',
  }),
  incumbentPrice: number({
    label: "Incumbent's price",
    unit: 'USD/unit',
    min: 1e-9,
    max: 1e9,
    default: 1.15,
    step: 0.05,
    why: 'What the centralised alternative asks for the same unit at the start: 2.3 times as much in tables of such prices.',
  }),
  incumbentDecline: number({
    label: 'Incumbent gets cheaper by',
    unit: '1/year',
    min: -1,
    max: 0.99,
    default: 0,
    step: 0.05,
    why: 'Share that the incumbent takes off its price in a year. Zero is the simplest assumption, and kind to the network.',
  }),
  bias: distribution({
    label: 'Liking',
    unit: '1',
    min: -50,
    max: 50,
    default: { kind: 'normal', mean: -0.5, sd: 1 },
    why: 'What speaks for the network beside price, coverage and service, as a logit: below zero, customers distrust the new.',
  }),
  topUpDays: distribution({
    label: 'Tops up for',
    unit: 'day',
    min: 1,
    max: 3650,
    default: { kind: 'uniform', min: 1, max: 28 },
    why: 'Days of use that a customer buys at a time: makes payments lumpy. Up to 90 gives burns as lumpy as those of HNT.',
  }),
  awareAtStart: number({
    label: 'Aware at start',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.05,
    step: 0.05,
    why: 'Share of customers that know of the network on the first day.',
  }),
  customersAtStart: number({
    label: 'On the network at start',
    unit: 'share of aware',
    min: 0,
    max: 1,
    default: 0,
    step: 0.05,
    why: 'Share of those who know that already use it; they came in the course of the last year. None: a network before its first sale.',
  }),
};

/** Those who buy the service, or could: one row each, the largest first. */
export const users = mechanism({
  id: 'agents.users',
  version: 1,
  slot: 'agents',
  title: 'Customers',
  summary:
    'Creates customers with their own size, region, liking and way of paying, and says what service costs.',
  sources: [],
  parameters: usersParameters,
  needs: ['regions'],
  follows: ['regions.share'],
  reads: ['regions.share'],
  writes: [
    'users.id',
    'users.region',
    'users.demand',
    'users.bias',
    'users.status',
    'users.joinedAt',
    'users.credit',
    'users.topUpDays',
    'customers.aware',
    'customers.count',
    'customers.incumbentPrice',
    'demand.unitPrice',
  ],
  rows: ({ count }) => ({ users: count }),
  start({ users, regions, customers, random }, given) {
    const { count, id, region, demand, status, credit, topUpDays } = users;
    const each = (question: number, set: (row: number, u: number) => void): void => {
      random.turn(genesis, question);
      for (let i = 0; i < count; i++) set(i, uniform(random.k0, random.k1, i));
    };
    for (let i = 0; i < count; i++) demand[i] = pow(i + 1, -given.zipf);
    const perSize = given.potential / given.unitPrice / sum(demand, count);
    each(0, (i, u) => {
      id[i] = i;
      demand[i] *= perSize;
      region[i] = regionAt(regions.share, u);
    });
    each(1, (i, u) => {
      users.bias[i] = drawn(given.bias, usersParameters.bias, u);
    });
    each(2, (i, u) => {
      topUpDays[i] = drawn(given.topUpDays, usersParameters.topUpDays, u);
    });
    let aware = 0;
    each(3, (i, u) => {
      if (u >= given.awareAtStart) return;
      status[i] = userStatus.incumbent;
      aware += 1;
    });
    customers.aware = aware / count;
    each(4, (i, u) => {
      if (status[i] === userStatus.unaware || u >= given.customersAtStart) return;
      status[i] = userStatus.onNetwork;
      customers.count += 1;
    });
    each(5, (i, u) => {
      if (status[i] === userStatus.onNetwork) users.joinedAt[i] = -1 - 365 * u;
    });
    // Partly used, so that customers of the first day do not all pay again on the same one.
    each(6, (i, u) => {
      if (status[i] === userStatus.onNetwork) credit[i] = u * topUpDays[i] * demand[i] * given.unitPrice;
    });
  },
  step({ customers, demand, clock }, { unitPrice, incumbentPrice, incumbentDecline }) {
    demand.unitPrice = unitPrice;
    customers.incumbentPrice = incumbentPrice * pow(1 - incumbentDecline, clock.tick / 365);
  },
  examples: [
    {
      says: 'Three customers of Zipf 1 share 11 USD a day at 0.50 USD a unit as 12, 6 and 4 units; nobody knows of the network',
      given: { count: 3, potential: 11, zipf: 1, unitPrice: 0.5, awareAtStart: 0 },
      before: { 'regions.share': 1 },
      after: {
        'users.id': [0, 1, 2],
        'users.demand': [12, 6, 4],
        'users.status': 0,
        'customers.aware': 0,
        'demand.unitPrice': 0.5,
      },
    },
    {
      says: 'All know of it, none uses it; each likes it and pays as it was drawn',
      given: {
        count: 4,
        awareAtStart: 1,
        bias: { kind: 'fixed', value: -2 },
        topUpDays: { kind: 'fixed', value: 7 },
      },
      before: { 'regions.share': 1 },
      after: {
        'users.status': 1,
        'users.bias': -2,
        'users.topUpDays': 7,
        'users.credit': 0,
        'customers.aware': 1,
        'customers.count': 0,
      },
    },
    {
      says: 'All four are customers already',
      given: { count: 4, awareAtStart: 1, customersAtStart: 1 },
      before: { 'regions.share': 1 },
      after: { 'users.status': 2, 'customers.count': 4 },
    },
    {
      says: 'An incumbent of 1 USD that takes off half a year asks 0.25 USD after two',
      given: { incumbentPrice: 1, incumbentDecline: 0.5 },
      before: { 'regions.share': 1 },
      days: 731,
      after: { 'customers.incumbentPrice': 0.25 },
    },
  ],
});

/** The region whose part of the cumulative shares holds `u`. */
function regionAt(shares: Float64Array, u: number): number {
  let total = 0;
  for (let region = 0; region < shares.length; region++) {
    total += shares[region];
    if (u < total) return region;
  }
  return shares.length - 1;
}
