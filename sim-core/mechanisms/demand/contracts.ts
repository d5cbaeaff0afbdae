import { mechanism } from '../../contract/mechanism.ts';
import { distribution, number } from '../../contract/parameter.ts';
import { userStatus } from '../../contract/vocabulary.ts';
import { drawn } from '../../kernel/distribution.ts';
import { exp, min } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import {
  placeOfService,
  serveUsers,
  serviceColumns,
  serviceReads,
  serviceWrites,
  sumOffered,
} from '../serve-users.ts';

const contractsParameters = {
  signing: number({
    label: 'Signs at',
    unit: '1/year',
    min: 0,
    max: 365,
    default: 0.25,
    step: 0.05,
    why: 'Rate at which customers without a contract sign one if they like the network; of those who do not, as many as its logit says. They decide in years, not days.',
  }),
  term: number({
    label: 'Term',
    unit: 'day',
    min: 1,
    max: 3650,
    default: 365,
    step: 30,
    integer: true,
    why: 'Days a contract runs. Until then the customer stays, whatever happens.',
  }),
  renewal: number({
    label: 'Renewed',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.8,
    step: 0.05,
    why: 'Chance that a contract is followed by another. Four fifths a year is ordinary in business services.',
  }),
  volume: distribution({
    label: 'Covers of the need',
    unit: 'share',
    min: 0,
    max: 1,
    default: { kind: 'uniform', min: 0.25, max: 1 },
    why: 'Part of what the customer needs that a contract is for; the rest stays with the incumbent. Drawn for each contract.',
  }),
  place: placeOfService,
};

/** Customers sign for a fixed term and a fixed volume; nobody leaves before the term is over, not even to a competitor. */
export const contracts = mechanism({
  id: 'demand.contracts',
  version: 1,
  slot: 'demand',
  title: 'Contracts',
  summary:
    'Customers sign contracts of a fixed term and volume at a rate, and renew them with a probability.',
  sources: [],
  parameters: contractsParameters,
  columns: {
    ...serviceColumns,
    ends: { table: 'users', type: 'i32', meaning: 'tick at which the contract ends' },
    share: { table: 'users', type: 'f64', meaning: 'part of its need that the contract covers' },
    poached: { table: 'users', type: 'u8', meaning: '1 if a competitor has won it: it does not renew' },
  },
  needs: ['users'],
  reads: [...serviceReads, 'users.id', 'users.demand', 'users.bias', 'shocks.demand', 'shocks.poached'],
  writes: [
    ...serviceWrites,
    'users.status',
    'users.joinedAt',
    'customers.count',
    'customers.aware',
    'flows.usersJoined',
    'flows.usersLeft',
  ],
  start({ users, own }, { term }) {
    // Those who are there at the start are somewhere in the term of their contract, for all of their need.
    for (let i = 0; i < users.count; i++) {
      own.ends[i] = term - (-users.joinedAt[i] % term);
      own.share[i] = 1;
    }
  },
  step(world, { signing, term, renewal, volume, place }) {
    const { users, customers, flows, shocks, clock, random, own } = world;
    const { count, id, status, demand, bias, joinedAt, wanted } = users;
    const { ends, share, poached } = own;
    const { tick } = clock;
    const rival = shocks.poached;
    const signs = min(1, signing / 365);
    random.turn(tick, 0);
    const { k0, k1 } = random;
    random.turn(tick, 1);
    const volume0 = random.k0;
    const volume1 = random.k1;
    random.turn(tick, 2);
    const poached0 = random.k0;
    const poached1 = random.k1;
    let under = 0;
    let aware = 0;
    for (let i = 0; i < count; i++) {
      wanted[i] = 0;
      const before = status[i] === userStatus.onNetwork;
      if (before && rival > 0 && uniform(poached0, poached1, id[i]) < rival) poached[i] = 1;
      if (!before || tick >= ends[i]) {
        const chance = before ? (poached[i] === 1 ? 0 : renewal) : signs / (1 + exp(-bias[i]));
        if (uniform(k0, k1, id[i]) < chance) {
          ends[i] = tick + term;
          share[i] = drawn(volume, contractsParameters.volume, uniform(volume0, volume1, id[i]));
          poached[i] = 0;
          if (!before) {
            status[i] = userStatus.onNetwork;
            joinedAt[i] = tick;
            flows.usersJoined += 1;
          }
        } else if (before) {
          status[i] = userStatus.incumbent;
          flows.usersLeft += 1;
        }
      }
      if (status[i] !== userStatus.unaware) aware += 1;
      if (status[i] !== userStatus.onNetwork) continue;
      under += 1;
      wanted[i] = demand[i] * share[i] * shocks.demand;
    }
    customers.count = under;
    customers.aware = aware / count;
    sumOffered(world, own, place);
    serveUsers(world, own, place);
  },
  examples: [
    {
      says: 'All ten sign at once for half of their need of 6 units; demand is 0.8 of that, capacity gives 12 of 24',
      given: { signing: 365, volume: { kind: 'fixed', value: 0.5 } },
      before: {
        'users.demand': 6,
        'users.bias': 40,
        'users.joinedAt': -7,
        'shocks.demand': 0.8,
        'network.capacity': 12,
      },
      after: {
        'users.status': 2,
        'customers.count': 10,
        'customers.aware': 1,
        'flows.usersJoined': 10,
        'users.joinedAt': 0,
        'demand.wanted': 24,
        'demand.served': 12,
        'users.served': 1.2,
      },
    },
    {
      says: 'Who dislikes the network does not sign',
      given: { signing: 365 },
      before: { 'users.bias': -40 },
      after: { 'users.status': 0, 'customers.count': 0, 'customers.aware': 0 },
    },
    {
      says: 'Signed on the first day for two days and not renewed, they leave on the third',
      given: { signing: 365, term: 2, renewal: 0, volume: { kind: 'fixed', value: 1 } },
      before: { 'users.demand': 6, 'users.bias': 40, 'network.capacity': 100 },
      days: 3,
      after: { 'users.status': 1, 'flows.usersLeft': 10, 'users.wanted': 0, 'customers.count': 0 },
    },
    {
      says: 'Renewed, they stay, and came when they first signed: after the second term for the part drawn then',
      given: { signing: 0, term: 2, renewal: 1, volume: { kind: 'fixed', value: 0.5 } },
      before: { 'users.status': 2, 'users.joinedAt': -3, 'users.demand': 6, 'network.capacity': 100 },
      days: 2,
      after: { 'users.joinedAt': -3, 'flows.usersLeft': 0, 'demand.wanted': 30 },
    },
    {
      says: 'Until then, of those who came three days ago the contract covers all that they need',
      given: { signing: 0, term: 2, renewal: 1, volume: { kind: 'fixed', value: 0.5 } },
      before: { 'users.status': 2, 'users.joinedAt': -3, 'users.demand': 6, 'network.capacity': 100 },
      after: { 'demand.wanted': 60 },
    },
    {
      says: 'Whom a competitor has won does not renew, but stays until the term is over',
      given: { signing: 0, term: 2, renewal: 1 },
      before: { 'users.status': 2, 'users.joinedAt': -3, 'shocks.poached': 1 },
      after: { 'users.status': 2 },
    },
    {
      says: 'and leaves then',
      given: { signing: 0, term: 2, renewal: 1 },
      before: { 'users.status': 2, 'users.joinedAt': -3, 'shocks.poached': 1 },
      days: 2,
      after: { 'users.status': 1, 'customers.count': 0 },
    },
  ],
});
