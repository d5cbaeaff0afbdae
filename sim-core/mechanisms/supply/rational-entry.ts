import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { emaWeight, expm1, log, max } from '../../kernel/math.ts';
import { prospectsNow } from '../../kernel/provider-rows.ts';
import { uniform } from '../../kernel/random.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/**
 * Prospects hear of the network (Bass diffusion), reckon what they would earn with the dilution to come, and order if it pays
 * back within their hurdle. Payback is that of an exponentially decaying income.
 */
export const rationalEntry = mechanism({
  id: 'supply.rational-entry',
  version: 1,
  slot: 'supply',
  title: 'Rational entry',
  summary:
    'Prospects order hardware if its expected payback, with some foresight of dilution, is within their hurdle.',
  sources: [sources.bass],
  parameters: {
    innovation: number({
      label: 'Innovation',
      unit: '1/year',
      min: 0,
      max: 10,
      default: 0.02,
      step: 0.01,
      why: 'Rate at which a prospect considers it by itself (Bass p).',
    }),
    imitation: number({
      label: 'Imitation',
      unit: '1/year',
      min: 0,
      max: 50,
      default: 9,
      step: 0.5,
      why: 'Rate at which prospects follow others when everyone runs one (Bass q): 14,000 to 450,000 in eleven months.',
    }),
    foresight: number({
      label: 'Sees orders',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: '0: ignores hardware that is on order; 1: counts all of it as already sharing the reward.',
    }),
    trendSight: number({
      label: 'Sees decline',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: "0: believes today's reward lasts; 1: extrapolates schedule and growth in full.",
    }),
    pledgeCost: number({
      label: 'Counts of the pledge',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: 'Part of the collateral asked of newcomers that must pay back like hardware: it comes back, but capital costs. Half, for a term.',
    }),
    memory: number({
      label: 'Rewards averaged over',
      unit: 'day',
      min: 1,
      max: 365,
      default: 30,
      step: 5,
      why: 'Prospects look at about a month of rewards.',
    }),
  },
  state: { reward: 0, data: 0, fiat: 0, previousWeight: 0 },
  needs: ['providers', 'hardware.price', 'reward.providers'],
  follows: ['hardware.price'],
  reads: [
    'providers.id',
    'providers.rewardWeight',
    'providers.multiplier',
    'providers.capacity',
    'providers.spoofing',
    'providers.opex',
    'providers.hurdle',
    'providers.hardwareFactor',
    'network.weight',
    'network.active',
    'network.capacity',
    'network.rewardWeight',
    'reward.providers',
    'providers.region',
    'regions.banned',
    'shocks.cost',
    'settlement.toProviders',
    'reward.data',
    'emission.decline',
    'market.smoothedPrice',
    'hardware.price',
    'staking.pledge',
    'staking.flatPledge',
  ],
  writes: ['providers.status', 'network.growth', 'flows.ordered', 'hardware.waitingWeight'],
  step(world, { innovation, imitation, foresight, trendSight, pledgeCost, memory }) {
    const { providers, regions, network, reward, settlement, emission, market, hardware, flows, shocks } =
      world;
    const { staking, clock, state, random } = world;
    const {
      count,
      id,
      status: statuses,
      rewardWeight,
      multiplier,
      capacity,
      spoofing,
      opex,
      hurdle,
      hardwareFactor,
      region,
    } = providers;

    const today = max(emaWeight(memory), 1 / (clock.tick + 1));
    state.reward += today * (reward.providers - reward.data - state.reward);
    state.data += today * (reward.data - state.data);
    state.fiat += today * (settlement.toProviders - state.fiat);
    if (state.previousWeight > 0 && network.rewardWeight > 0) {
      const growth = 365 * log(network.rewardWeight / state.previousWeight);
      network.growth += emaWeight(60) * (growth - network.growth);
    }
    state.previousWeight = network.rewardWeight;

    const sharing = network.rewardWeight + foresight * hardware.waitingWeight;
    const usdPerWeight = sharing > 0 ? (state.reward / sharing) * market.smoothedPrice : 0;
    const usdPerCapacity =
      network.capacity > 0 ? (state.data * market.smoothedPrice + state.fiat) / network.capacity : 0;
    const decay = trendSight * (emission.decline + max(0, network.growth / 365));
    const hazard = (innovation + (imitation * network.active) / (count * network.weight)) / 365;

    random.turn(clock.tick, 0);
    const { k0, k1 } = random;
    const { rows, ends } = prospectsNow(world);
    for (let block = 0; block < ends.length; block++) {
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        if (uniform(k0, k1, id[i]) >= hazard) continue;
        const data = spoofing[i] === 0 ? usdPerCapacity * capacity[i] : 0;
        const weight = rewardWeight[i] * multiplier[i];
        const earning = usdPerWeight * weight + data - opex[i] * shocks.cost;
        if (earning <= 0 || regions.banned[region[i]] === 1) continue;
        const collateral = staking.pledge * rewardWeight[i] + staking.flatPledge;
        const price = hardware.price * hardwareFactor[i] + pledgeCost * collateral * market.smoothedPrice;
        // Income within the hurdle covers the price: the integral of earning * e^(-decay t), in multiplied form.
        const covered =
          decay > 0 ? -earning * expm1(-decay * hurdle[i]) >= decay * price : earning * hurdle[i] >= price;
        if (!covered) continue;
        statuses[i] = status.ordered;
        flows.ordered += network.weight;
        hardware.waitingWeight += weight * network.weight;
      }
    }
  },
  examples: [
    {
      says: 'Everyone considers it; 1 USD a day pays 300 USD back within 365 days',
      given: { innovation: 365, imitation: 0, trendSight: 0 },
      before: {
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.hurdle': 365,
        'providers.hardwareFactor': 1,
        'network.rewardWeight': 10,
        'reward.providers': 10,
        'market.smoothedPrice': 1,
        'hardware.price': 300,
        'network.weight': 37,
      },
      after: { 'providers.status': 1, 'flows.ordered': 370 },
    },
    {
      says: 'Rules that halve what a prospect would count halve what it expects: 1 USD a day is too little for 300 USD in 200 days',
      given: { innovation: 365, imitation: 0, trendSight: 0 },
      before: {
        'providers.rewardWeight': 2,
        'providers.multiplier': [0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1],
        'providers.hurdle': 200,
        'providers.hardwareFactor': 1,
        'network.rewardWeight': 10,
        'reward.providers': 10,
        'market.smoothedPrice': 1,
        'hardware.price': 300,
      },
      after: { 'providers.status': [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 'hardware.waitingWeight': 10 },
    },
    {
      says: 'Half of 30 tokens for each of a weight of 2, and of 40 for being there, at 2 USD, must pay back too: 100 + 100 USD',
      given: { innovation: 365, imitation: 0, trendSight: 0 },
      before: {
        'providers.rewardWeight': 2,
        'providers.multiplier': 1,
        'providers.hurdle': [99, 99, 99, 99, 99, 101, 101, 101, 101, 101],
        'providers.hardwareFactor': 1,
        'network.rewardWeight': 10,
        'reward.providers': 5,
        'market.smoothedPrice': 2,
        'hardware.price': 100,
        'staking.pledge': 30,
        'staking.flatPledge': 40,
      },
      after: { 'providers.status': [0, 0, 0, 0, 0, 1, 1, 1, 1, 1] },
    },
    {
      says: 'Who expects a loss does not order, however cheap the hardware',
      given: { innovation: 365 },
      before: {
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.opex': 2,
        'providers.hurdle': 365,
        'network.rewardWeight': 10,
        'reward.providers': 10,
        'market.smoothedPrice': 1,
      },
      after: { 'providers.status': 0, 'flows.ordered': 0 },
    },
    {
      says: 'Dollars from customers count; costs that doubled and banned regions keep prospects away',
      given: { innovation: 365, trendSight: 0 },
      before: {
        'providers.capacity': [4, 4, 4, 4, 4, 2, 2, 2, 2, 2],
        'providers.opex': 1,
        'providers.hurdle': 100,
        'providers.hardwareFactor': 1,
        'network.capacity': 40,
        'settlement.toProviders': 40,
        'hardware.price': 150,
        'shocks.cost': 2,
      },
      after: { 'providers.status': [1, 1, 1, 1, 1, 0, 0, 0, 0, 0] },
    },
    {
      says: 'Nobody orders for a banned region',
      given: { innovation: 365 },
      before: {
        'providers.capacity': 4,
        'network.capacity': 40,
        'settlement.toProviders': 40,
        'regions.banned': 1,
      },
      after: { 'flows.ordered': 0 },
    },
    {
      says: 'An income that falls by e in 100 days never pays back more than 100 days of it',
      given: { innovation: 365, trendSight: 1 },
      before: {
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.hurdle': 10_000,
        'providers.hardwareFactor': [0.99, 0.99, 0.99, 0.99, 0.99, 1.01, 1.01, 1.01, 1.01, 1.01],
        'network.rewardWeight': 10,
        'reward.providers': 10,
        'market.smoothedPrice': 1,
        'hardware.price': 100,
        'emission.decline': 0.01,
      },
      after: { 'flows.ordered': 5, 'providers.status': [1, 1, 1, 1, 1, 0, 0, 0, 0, 0] },
    },
  ],
});
