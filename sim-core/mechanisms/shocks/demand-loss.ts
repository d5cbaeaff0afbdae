import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { userStatus } from '../../contract/vocabulary.ts';
import { shockTiming, strikes } from '../shock-timing.ts';
import { sources } from '../sources.ts';

/** A liking of the network so low that nobody with it comes back, as a logit: e^-1000 is 0. */
const never = -1000;

/** The largest customers leave for the incumbent and do not come back. */
export const demandLoss = mechanism({
  id: 'shocks.demand-loss',
  version: 1,
  slot: 'shocks',
  title: 'Loss of the largest customers',
  summary: 'The largest customers leave for good; without individual customers a share of demand does.',
  sources: [sources.demandConcentration],
  parameters: {
    ...shockTiming,
    customers: number({
      label: 'Customers lost',
      unit: 'user',
      min: 1,
      max: 1000,
      default: 2,
      step: 1,
      integer: true,
      why: 'The largest on the network on that day. Demand of most networks hangs on a few.',
    }),
    share: number({
      label: 'Demand lost',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.66,
      step: 0.05,
      why: 'Where demand is one number and no customers are simulated: what two largest burners stood for.',
      source: sources.demandConcentration,
    }),
  },
  state: { kept: 1 },
  reads: ['users.demand'],
  writes: ['users.status', 'users.bias', 'flows.usersLeft', 'shocks.demand'],
  step(world, given) {
    const { users, shocks, flows, state } = world;
    if (strikes(world, given)) {
      if (users.count === 0) state.kept *= 1 - given.share;
      const { status, bias } = users;
      for (let lost = 0; lost < given.customers; lost++) {
        const largest = largestCustomer(users);
        if (largest < 0) break;
        status[largest] = userStatus.incumbent;
        bias[largest] = never;
        flows.usersLeft += 1;
      }
    }
    shocks.demand *= state.kept;
  },
  examples: [
    {
      says: 'Of four customers on the network the two largest leave, and will not like it again',
      given: { after: 0, customers: 2 },
      before: {
        'users.status': [2, 1, 2, 2, 2, 0, 0, 0, 0, 0],
        'users.demand': [5, 9, 7, 6, 1, 9, 9, 9, 9, 9],
        'users.bias': 1,
      },
      after: {
        'users.status': [2, 1, 1, 1, 2, 0, 0, 0, 0, 0],
        'users.bias': [1, 1, never, never, 1, 1, 1, 1, 1, 1],
        'flows.usersLeft': 2,
        'shocks.demand': 1,
      },
    },
    {
      says: 'More than there are: all leave',
      given: { after: 0, customers: 5 },
      before: { 'users.status': [2, 0, 0, 0, 0, 0, 0, 0, 0, 2], 'users.demand': 1 },
      after: { 'flows.usersLeft': 2, 'users.status': [1, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    },
    {
      says: 'Before its day they stay',
      given: { after: 1 },
      before: { 'users.status': 2, 'users.demand': 1 },
      after: { 'users.status': 2, 'flows.usersLeft': 0 },
    },
  ],
});

/** The row of the customer on the network that wants most; the first of equals, -1 if there is none. */
function largestCustomer(users: {
  readonly count: number;
  readonly status: Uint8Array;
  readonly demand: Float64Array;
}): number {
  const { count, status, demand } = users;
  let largest = -1;
  for (let i = 0; i < count; i++) {
    if (status[i] === userStatus.onNetwork && (largest < 0 || demand[i] > demand[largest])) largest = i;
  }
  return largest;
}
