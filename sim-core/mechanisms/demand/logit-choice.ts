import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { userStatus } from '../../contract/vocabulary.ts';
import { exp, log } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import {
  placeOfService,
  serveUsers,
  serviceColumns,
  serviceReads,
  serviceWrites,
  sumOffered,
} from '../serve-users.ts';
import { sources } from '../sources.ts';
import { seeCoverage, setTarget } from './logit-choice-rule.ts';

/** What a term adds to the logit of choosing the network. */
const weight = (label: string, value: number, why: string) =>
  number({ label, unit: '1', min: 0, max: 50, default: value, step: 0.1, why });

const samePrice = { 'demand.unitPrice': 1, 'customers.incumbentPrice': 1 };
/** Customers who like the network so much that they choose it whatever their luck. */
const fond = { 'users.bias': 40, ...samePrice };

/**
 * Customers hear of the network from each other and choose between it and the incumbent, now and then, by price, coverage,
 * service and habit; those who come use it more and more.
 */
export const logitChoice = mechanism({
  id: 'demand.logit-choice',
  version: 1,
  slot: 'demand',
  title: 'Choice against the incumbent',
  summary:
    'Customers learn of the network, choose it or the incumbent by price, coverage, service and habit, and grow into it.',
  sources: [sources.bass],
  parameters: {
    innovation: number({
      label: 'Hear of it by themselves',
      unit: '1/year',
      min: 0,
      max: 365,
      default: 0.03,
      step: 0.01,
      why: 'Rate at which the unaware learn of the network without being told: advertising, news.',
    }),
    imitation: number({
      label: 'Hear of it from others',
      unit: '1/year',
      min: 0,
      max: 365,
      default: 1.5,
      step: 0.1,
      why: 'Rate at which they learn of it once everybody else has: makes awareness an S-curve of some years.',
    }),
    reconsider: number({
      label: 'Reconsider every',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 30,
      step: 10,
      why: 'Average time between choices: customers answer to a price within about a month, not on the day.',
    }),
    priceWeight: weight(
      'Weight of price',
      2,
      "Odds of choosing the network grow with this power of the incumbent's price over its own.",
    ),
    coverageWeight: weight(
      'Weight of coverage',
      3,
      'What missing coverage takes from the logit: half of it costs a factor of 4.5 in odds.',
    ),
    serviceWeight: weight(
      'Weight of service',
      3,
      'What being turned away takes from the logit: as much as missing coverage, which it is to a customer.',
    ),
    habit: weight(
      'Switching cost',
      0.8,
      'What being on the network adds to the logit: leaving it costs effort too.',
    ),
    growthTime: number({
      label: 'Grow into it over',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 365,
      step: 30,
      why: 'Time in which a new customer comes to 63 % of what it wants: nobody moves all its load at once.',
    }),
    place: placeOfService,
    covered: choice({
      label: 'Coverage is',
      unit: '1',
      options: ['capacity', 'cells'],
      default: 'capacity',
      why: 'Capacity over that at the start, at most 1; or cells with a provider over all cells.',
    }),
  },
  columns: {
    ...serviceColumns,
    grown: { table: 'users', type: 'f64', meaning: 'share of what it wants that it has moved here' },
    coverage: { table: 'regions', type: 'f64', meaning: 'coverage there at the last close' },
    target: {
      table: 'regions',
      type: 'f64',
      meaning: 'what full coverage is there: cells, or capacity at the start',
    },
  },
  needs: ['users'],
  reads: [
    ...serviceReads,
    'cells.region',
    'cells.occupants',
    'users.id',
    'users.demand',
    'users.bias',
    'demand.unitPrice',
    'customers.incumbentPrice',
    'shocks.demand',
    'shocks.poached',
  ],
  writes: [
    ...serviceWrites,
    'users.status',
    'users.joinedAt',
    'customers.count',
    'customers.aware',
    'customers.coverage',
    'flows.usersJoined',
    'flows.usersLeft',
  ],
  start(world, { place, covered, growthTime }) {
    const { users, own } = world;
    sumOffered(world, own, place);
    setTarget(world, own, place, covered);
    for (let i = 0; i < users.count; i++) {
      if (users.status[i] === userStatus.onNetwork) own.grown[i] = 1 - exp(users.joinedAt[i] / growthTime);
    }
  },
  step(world, given) {
    const { users, demand, customers, flows, shocks, clock, random, own } = world;
    const { count, id, region, status, demand: needs, bias, joinedAt, wanted } = users;
    const { coverage, grown } = own;
    const { tick } = clock;
    const { poached } = shocks;
    const { reconsider } = given;
    const local = given.place === 'local';
    sumOffered(world, own, given.place);
    seeCoverage(world, own, given.place, given.covered);

    // What all customers of a region see alike.
    const common =
      given.priceWeight * log(customers.incumbentPrice / demand.unitPrice) +
      given.serviceWeight * (customers.service - 1);
    const growth = 1 - exp(-1 / given.growthTime);
    const hearing = (given.innovation + given.imitation * customers.aware) / 365;
    random.turn(tick, 0);
    const { k0, k1 } = random;
    random.turn(tick, 1);
    const chosen0 = random.k0;
    const chosen1 = random.k1;
    random.turn(tick, 2);
    const poached0 = random.k0;
    const poached1 = random.k1;
    let aware = 0;
    let onNetwork = 0;
    for (let i = 0; i < count; i++) {
      wanted[i] = 0;
      if (status[i] === userStatus.unaware) {
        if (uniform(k0, k1, id[i]) >= hearing) continue;
        status[i] = userStatus.incumbent;
      } else {
        const before = status[i] === userStatus.onNetwork;
        let now = before;
        if (uniform(k0, k1, id[i]) * reconsider < 1) {
          const reach = given.coverageWeight * (coverage[local ? region[i] : 0] - 1);
          const z = bias[i] + common + reach + (before ? given.habit : 0);
          now = uniform(chosen0, chosen1, id[i]) * (1 + exp(-z)) < 1;
        }
        if (before && poached > 0 && uniform(poached0, poached1, id[i]) < poached) now = false;
        if (now && !before) {
          status[i] = userStatus.onNetwork;
          joinedAt[i] = tick;
          grown[i] = 0;
          flows.usersJoined += 1;
        } else if (before && !now) {
          status[i] = userStatus.incumbent;
          flows.usersLeft += 1;
        }
      }
      aware += 1;
      if (status[i] !== userStatus.onNetwork) continue;
      onNetwork += 1;
      wanted[i] = needs[i] * shocks.demand * grown[i];
      // 1 - e^(-days / growthTime), a day further.
      grown[i] += (1 - grown[i]) * growth;
    }
    customers.aware = aware / count;
    customers.count = onNetwork;
    serveUsers(world, own, given.place);
  },
  examples: [
    {
      says: 'Ten aware customers who reconsider daily and like the network come; on the first day they want nothing yet',
      given: { reconsider: 1 },
      before: { 'users.status': 1, 'users.joinedAt': -7, ...fond },
      after: { 'users.joinedAt': 0, 'flows.usersJoined': 10, 'customers.count': 10, 'demand.wanted': 0 },
    },
    {
      says: 'Two days after they came half of them want 30 (1 - e^-2), of which a shock leaves half, the others nothing',
      given: { reconsider: 1, growthTime: 1 },
      before: {
        'users.status': 1,
        ...fond,
        'users.demand': [30, 30, 30, 30, 30, 0, 0, 0, 0, 0],
        'network.capacity': 1000,
        'shocks.demand': 0.5,
      },
      days: 3,
      after: {
        'demand.wanted': 75 * (1 - exp(-2)),
        'demand.served': 75 * (1 - exp(-2)),
        'users.wanted': [15, 15, 15, 15, 15, 0, 0, 0, 0, 0].map((x) => x * (1 - exp(-2))),
        'customers.largestShare': 0.4,
      },
    },
    {
      says: 'The unaware learn of it when all others know; those who know and dislike it leave',
      given: { innovation: 0, imitation: 365, reconsider: 1 },
      before: {
        'users.status': [0, 0, 0, 0, 0, 2, 2, 2, 2, 2],
        'users.bias': -40,
        'customers.aware': 1,
        ...samePrice,
      },
      after: { 'users.status': 1, 'flows.usersLeft': 5, 'customers.count': 0, 'customers.aware': 1 },
    },
    {
      says: 'A price e times lower, service of a fifth and habit are worth 50 - 40 + 45: at a liking of -35 customers stay, newcomers stay away',
      given: { reconsider: 1, priceWeight: 50, serviceWeight: 50, habit: 45 },
      before: {
        'users.status': [1, 1, 1, 1, 1, 2, 2, 2, 2, 2],
        'users.bias': -35,
        'demand.unitPrice': 1,
        'customers.incumbentPrice': exp(1),
        'customers.service': 0.2,
        'network.capacity': 1,
      },
      after: { 'users.status': [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], 'customers.coverage': 1 },
    },
    {
      says: 'With a provider in three of ten cells coverage is 0.3, which takes 35 from the logit: those who like it by 5 leave',
      given: { reconsider: 1, coverageWeight: 50, covered: 'cells' },
      before: {
        'users.status': 2,
        'users.bias': [5, 5, 5, 5, 5, 60, 60, 60, 60, 60],
        'cells.occupants': [1, 2, 3, 0, 0, 0, 0, 0, 0, 0],
        ...samePrice,
      },
      days: 2,
      after: { 'customers.coverage': 0.3, 'users.status': [1, 1, 1, 1, 1, 2, 2, 2, 2, 2] },
    },
    {
      says: 'Eight honest active rows of four providers give 10 units where half is down: customers of 20 get half, and notice',
      given: { reconsider: 3650, growthTime: 1, place: 'local' },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 2, 2, 2, 3, 2],
        'providers.capacity': 0.625,
        'providers.spoofing': [0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
        'network.weight': 4,
        'shocks.capacity': 0.5,
        'users.status': 2,
        'users.joinedAt': -365,
        'users.demand': [2, 2, 2, 2, 2, 1, 1, 1, 3, 4],
        ...fond,
      },
      after: {
        'demand.wanted': 20,
        'demand.served': 10,
        'users.served': [1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 1.5, 2],
        'customers.largestShare': 0.35,
        'customers.service': 1 - 0.5 * (2 / 31),
      },
    },
    {
      says: 'A competitor takes all of them in a day',
      given: { reconsider: 3650 },
      before: { 'users.status': 2, ...fond, 'shocks.poached': 1 },
      after: { 'users.status': 1, 'flows.usersLeft': 10, 'customers.count': 0 },
    },
  ],
});
