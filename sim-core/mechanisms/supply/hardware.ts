import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { exp, floor, max, min, normalQuantile, pow } from '../../kernel/math.ts';
import { orderedNow } from '../../kernel/provider-rows.ts';
import { uniform } from '../../kernel/random.ts';
import { blockRows } from '../../kernel/sum.ts';

/** Hardware is made at a limited rate, first come first served, takes time to arrive, and gets cheaper with experience. */
export const hardware = mechanism({
  id: 'supply.hardware',
  version: 1,
  slot: 'supply',
  title: 'Hardware supply',
  summary:
    'Orders wait in a queue for the maker, travel for a lead time, and become active providers on arrival.',
  sources: [],
  parameters: {
    price: number({
      label: 'Price of a device',
      unit: 'USD',
      min: 0,
      max: 1e7,
      default: 350,
      step: 10,
      why: "The maker's price on the first day; paybacks scale with it.",
    }),
    learning: number({
      label: 'Learning exponent',
      unit: '1',
      min: 0,
      max: 1,
      default: 0.08,
      step: 0.01,
      why: 'Price falls with cumulative output to this power: 0.08 is 5 % with each doubling.',
    }),
    output: number({
      label: 'Output of makers',
      unit: 'share of market/month',
      min: 0,
      max: 10,
      default: 0.06,
      step: 0.01,
      why: 'Largest share of all rows that can be shipped in 30 days. Helium: some 80,000 a month in 2021.',
    }),
    rampTime: number({
      label: 'Makers ramp up in',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 365,
      step: 30,
      why: 'Output grows from a tenth to all of it in this time; 0 where makers already produce.',
    }),
    leadTime: number({
      label: 'Lead time',
      unit: 'day',
      min: 1,
      max: 1000,
      default: 60,
      step: 10,
      why: 'Median days from shipping to running, before what the region adds. Helium 2021: months.',
    }),
    leadSpread: number({
      label: 'Spread of lead time',
      unit: '1',
      min: 0,
      max: 2,
      default: 0.25,
      step: 0.05,
      why: 'Standard deviation of the logarithm of the lead time.',
    }),
  },
  columns: {
    arrival: {
      table: 'providers',
      type: 'i32',
      meaning: 'tick of arrival; -1 waiting for the maker; 0 not queued',
    },
    queue: { table: 'providers', type: 'u32', meaning: 'ring of rows that wait, oldest first' },
  },
  state: { head: 0, waiting: 0, made: 0, firstMade: 0, output: 0 },
  needs: ['providers'],
  follows: ['providers.profit'],
  reads: [
    'providers.id',
    'providers.region',
    'providers.rewardWeight',
    'providers.multiplier',
    'providers.capacity',
    'providers.spoofing',
    'regions.extraLead',
    'network.weight',
    'shocks.leadTime',
  ],
  writes: [
    'providers.status',
    'providers.joinedAt',
    'network.active',
    'network.capacity',
    'flows.joined',
    'hardware.price',
    'hardware.waitingWeight',
  ],
  start({ hardware, network, state, providers }, { price }) {
    hardware.price = price;
    // What was made before the first day is at least one row, so that the first order does not look like a doubling.
    state.made = max(network.active / network.weight, 0.01 * providers.count);
    state.firstMade = state.made;
  },
  step(world, { price, learning, output, rampTime, leadTime, leadSpread }) {
    const { providers, regions, network, hardware, flows, shocks, clock, state, own, random } = world;
    const { count, status: statuses, rewardWeight, multiplier } = providers;
    const { arrival, queue } = own;
    const { tick } = clock;
    let waitingWeight = 0;
    const { rows, ends } = orderedNow(world);
    for (let block = 0; block < ends.length; block++) {
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        const arrives = arrival[i];
        if (arrives > 0 && arrives <= tick) {
          statuses[i] = status.active;
          providers.joinedAt[i] = tick;
          network.active += network.weight;
          if (providers.spoofing[i] === 0) network.capacity += providers.capacity[i] * network.weight;
          flows.joined += network.weight;
          continue;
        }
        waitingWeight += rewardWeight[i] * multiplier[i];
        if (arrives !== 0) continue;
        arrival[i] = -1;
        queue[(state.head + state.waiting) % count] = i;
        state.waiting += 1;
      }
    }
    hardware.waitingWeight = waitingWeight * network.weight;

    const ramp = rampTime > 0 ? min(1, 0.1 + (0.9 * tick) / rampTime) : 1;
    state.output += (output * count * ramp) / 30;
    random.turn(tick, 0);
    const { k0, k1 } = random;
    for (; state.output >= 1 && state.waiting > 0; state.output -= 1) {
      const row = queue[state.head];
      state.head = (state.head + 1) % count;
      state.waiting -= 1;
      state.made += 1;
      const spread = exp(leadSpread * normalQuantile(uniform(k0, k1, providers.id[row])));
      arrival[row] =
        tick +
        max(1, floor((leadTime + regions.extraLead[providers.region[row]]) * spread * shocks.leadTime));
    }
    // Makers do not stock what nobody ordered.
    if (state.waiting === 0) state.output = min(state.output, 1);
    hardware.price = learning > 0 ? price * pow(state.made / state.firstMade, -learning) : price;
  },
  examples: [
    {
      says: 'Ten orders, an output of five a day and a lead time of two days: five arrive after two days',
      given: { output: 15, rampTime: 0, leadTime: 2, leadSpread: 0, learning: 0 },
      before: { 'providers.status': 1, 'providers.capacity': 4, 'network.weight': 37 },
      days: 3,
      after: { 'network.active': 185, 'network.capacity': 740, 'flows.joined': 185, 'hardware.price': 350 },
    },
    {
      says: 'What is on order counts as rules multiply it',
      given: { output: 0 },
      before: {
        'providers.status': 1,
        'providers.rewardWeight': 2,
        'providers.multiplier': 0.5,
        'network.weight': 37,
      },
      after: { 'hardware.waitingWeight': 370 },
    },
    {
      says: 'The other five arrive a day later',
      given: { output: 15, rampTime: 0, leadTime: 2, leadSpread: 0, learning: 0 },
      before: { 'providers.status': 1, 'providers.rewardWeight': 2 },
      days: 4,
      after: {
        'network.active': 10,
        'providers.status': 2,
        'hardware.waitingWeight': 0,
        'providers.joinedAt': [2, 2, 2, 2, 2, 3, 3, 3, 3, 3],
      },
    },
    {
      says: 'A delay that doubles lead times: after three days nobody has come, after five the first',
      given: { output: 15, rampTime: 0, leadTime: 2, leadSpread: 0 },
      before: { 'providers.status': 1, 'shocks.leadTime': 2 },
      days: 5,
      after: { 'flows.joined': 5, 'network.active': 5 },
    },
    {
      says: 'With ten rows made before, the eleventh to twentieth halve the price, which stays when no more are ordered',
      given: { output: 30, rampTime: 0, learning: 1, price: 100 },
      before: { 'providers.status': 1, 'network.active': 10 },
      days: 3,
      after: { 'hardware.price': 50 },
    },
  ],
});
