import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { emaWeight, max } from '../../kernel/math.ts';
import { runningToday } from '../../kernel/provider-rows.ts';
import { freely, underBans } from './patient-exit-rule.ts';

/**
 * Providers watch a shadow profit (what they earn, or would if they ran), pause when it is bad, resume when it is good, and
 * leave when their patience ends. Hardware fails; it is replaced where that still pays.
 */
export const patientExit = mechanism({
  id: 'supply.patient-exit',
  version: 1,
  slot: 'supply',
  title: 'Pause, resume and exit',
  summary:
    'Providers pause and leave on a lasting loss, and leave when failed hardware is not worth replacing.',
  sources: [],
  parameters: {
    memory: number({
      label: 'Profit averaged over',
      unit: 'day',
      min: 1,
      max: 365,
      default: 30,
      step: 5,
      why: 'Providers look at about a month, not at a day.',
    }),
    pauseLoss: number({
      label: 'Pauses at a loss of',
      unit: 'share of opex',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.05,
      why: 'Average loss, relative to running costs, at which a provider switches off.',
    }),
    pausePatience: number({
      label: 'Pauses after',
      unit: 'share of patience',
      min: 0,
      max: 1,
      default: 0.3,
      step: 0.05,
      why: 'Part of its patience that must be used up before a provider switches off.',
    }),
    resumeGain: number({
      label: 'Resumes at a gain of',
      unit: 'share of opex',
      min: 0,
      max: 10,
      default: 0.2,
      step: 0.05,
      why: 'Above the pause threshold, so that nobody flaps.',
    }),
    life: number({
      label: 'Life of hardware',
      unit: 'day',
      min: 30,
      max: 36_500,
      default: 1825,
      step: 365,
      why: 'Average time to failure. Five years is common for consumer network hardware.',
    }),
    replaceWorth: number({
      label: 'Replaced if it earns back',
      unit: 'share of price',
      min: 0,
      max: 10,
      default: 0.7,
      step: 0.1,
      why: 'Failed hardware is replaced if the profit over the hurdle time exceeds this part of its price.',
    }),
  },
  columns: {
    lossDays: {
      table: 'providers',
      type: 'f32',
      meaning: 'days of loss, less twice the days of profit since',
    },
  },
  needs: ['providers', 'hardware.price'],
  follows: ['orders.sellTokens'],
  reads: [
    'providers.id',
    'providers.shadowReward',
    'providers.fiat',
    'providers.opex',
    'providers.region',
    'regions.banned',
    'shocks.cost',
    'shocks.capacity',
    'providers.patience',
    'providers.hurdle',
    'providers.hardwareFactor',
    'providers.capacity',
    'providers.spoofing',
    'network.weight',
    'market.price',
    'hardware.price',
  ],
  writes: [
    'providers.status',
    'providers.profit',
    'providers.held',
    'network.active',
    'network.paused',
    'network.inProfit',
    'network.capacity',
    'flows.left',
    'ledger.providers',
    'ledger.exiting',
  ],
  step(world, { memory, pauseLoss, pausePatience, resumeGain, life, replaceWorth }) {
    const { providers, regions, network, market, hardware, flows, shocks, ledger, clock, random, own } =
      world;
    const { id, status, shadowReward, opex, patience, hurdle, profit, held, capacity } = providers;
    const { hardwareFactor, spoofing, fiat, region } = providers;
    const { banned } = regions;
    const bans = banned.includes(1);
    const { lossDays } = own;
    // The average begins at its first value.
    const today = max(emaWeight(memory), 1 / (clock.tick + 1));
    const { price } = market;
    const { cost: costFactor } = shocks;
    const { price: hardwarePrice } = hardware;
    const failure = 1 / life;
    random.turn(clock.tick, 0);
    const { active, paused, inProfit, left, honestCapacity, leftTokens } = (bans ? underBans : freely)({
      count: providers.count,
      rows: runningToday(world),
      columns: {
        ...{ id, status, region, shadowReward, fiat, opex, patience, hurdle, hardwareFactor },
        ...{ spoofing, capacity, profit, held, lossDays },
      },
      tables: { banned },
      scalars: {
        ...{ today, price, costFactor, failure, resumeGain, pausePatience },
        pauseLevel: -pauseLoss,
        replacement: replaceWorth * hardwarePrice,
      },
      luck: { failing: random },
    });
    network.active = active * network.weight;
    network.paused = paused * network.weight;
    network.inProfit = inProfit * network.weight;
    network.capacity = honestCapacity * network.weight * shocks.capacity;
    flows.left += left * network.weight;
    ledger.move('providers', 'exiting', leftTokens * network.weight, 'left behind');
  },
  examples: [
    {
      says: 'Who earns stays, and is counted',
      given: { life: 36_500 },
      before: {
        'providers.status': 2,
        'providers.shadowReward': 3,
        'providers.opex': 1,
        'providers.patience': 90,
        'providers.capacity': 5,
        'providers.hurdle': 365,
        'network.weight': 37,
        'market.price': 2,
      },
      after: {
        'providers.profit': 5,
        'network.active': 370,
        'network.inProfit': 370,
        'network.capacity': 1850,
        'flows.left': 0,
      },
    },
    {
      says: 'A loss longer than the patience of three days ends in leaving, with what was held',
      given: { life: 36_500 },
      before: {
        'providers.status': 2,
        'providers.opex': 1,
        'providers.patience': 3,
        'providers.held': 7,
        'market.price': 1,
        'ledger.providers': 70,
      },
      days: 4,
      after: { 'providers.status': 4, 'ledger.exiting': 70, 'network.active': 0 },
    },
    {
      says: 'Before that, after 0.3 of the patience, it pauses',
      given: { life: 36_500 },
      before: { 'providers.status': 2, 'providers.opex': 1, 'providers.patience': 5, 'market.price': 1 },
      days: 2,
      after: { 'providers.status': 3, 'network.active': 0, 'network.paused': 10, 'flows.left': 0 },
    },
    {
      says: 'Whoever stands in a banned region leaves at once',
      before: {
        'providers.status': 2,
        'providers.shadowReward': 9,
        'market.price': 1,
        'regions.banned': 1,
        'providers.patience': 90,
      },
      after: { 'providers.status': 4, 'flows.left': 10 },
    },
    {
      says: 'Dollars count as income, a cost shock as cost, an outage takes capacity',
      given: { life: 36_500 },
      before: {
        'providers.status': 2,
        'providers.fiat': 7,
        'providers.opex': 2,
        'providers.capacity': 4,
        'providers.patience': 90,
        'market.price': 1,
        'shocks.cost': 3,
        'shocks.capacity': 0.5,
      },
      after: { 'providers.profit': 1, 'network.capacity': 20 },
    },
    {
      says: 'A paused provider that would gain resumes',
      given: { life: 36_500 },
      before: {
        'providers.status': 3,
        'providers.shadowReward': 2,
        'providers.opex': 1,
        'providers.patience': 5,
        'market.price': 1,
        'providers.hurdle': 365,
      },
      after: { 'providers.status': 2 },
    },
  ],
});
