import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { max, min, pow } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/**
 * Customers pay once to have data kept for ever. The fee buys as much storage as it can pay for over many years at today's
 * cost, in many replicas; the endowment it goes into pays providers what keeping costs. With N years bought, a day takes
 * 1/(365 N) of it and the cost of what is owed falls by k/365: it stays solvent exactly where k >= 1/N. Where rewards in tokens
 * and the part of the fee that is paid at once cover the cost already, an endowment that pays what they leave stays whole.
 */
export const endowment = mechanism({
  id: 'settlement.endowment',
  version: 1,
  slot: 'settlement',
  title: 'Endowment',
  summary: 'A fee paid once buys storage for many years; an endowment pays providers what keeping it costs.',
  sources: [sources.arweaveEndowment],
  parameters: {
    years: number({
      label: 'Years bought',
      unit: 'year',
      min: 1,
      max: 10_000,
      default: 200,
      step: 10,
      why: "Years of today's cost that a fee pays for; one over it is the yearly fall of costs that makes them endless.",
      source: sources.arweaveEndowment,
    }),
    replicas: number({
      label: 'Replicas',
      unit: '1',
      min: 1,
      max: 1000,
      default: 20,
      step: 1,
      why: 'Copies that are kept, each at its own cost: 20 on Arweave since fork 2.6, 45 and 10 before.',
      source: sources.arweavePricing,
    }),
    cost: number({
      label: 'Cost of keeping at start',
      unit: 'USD/unit/year',
      min: 1e-12,
      max: 1e9,
      default: 0.004,
      step: 0.001,
      why: 'What one copy of a unit costs a provider in a year: a disk of 20 USD a TB that lasts five years, for a unit of a GB.',
    }),
    costDecline: number({
      label: 'Cost falls by',
      unit: '1/year',
      min: -1,
      max: 10,
      default: 0.1,
      step: 0.005,
      why: 'A 365th of it comes off every day. Decades of disks fell by 30 to 38 % a year; the last ten years by less.',
    }),
    atOnce: number({
      label: 'Paid at once',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.05,
      step: 0.01,
      why: 'Share of the fee that providers get on the day and that buys no storage. On Arweave a 21st; a sixth before fork 2.6, hence the 5 % and 17 % that are told.',
      source: sources.arweavePricing,
    }),
    pays: choice({
      label: 'Pays',
      unit: '1',
      options: ['the whole cost', 'what rewards leave'],
      default: 'the whole cost',
      why: "Arweave's is asked only for what yesterday's rewards and the fees paid at once do not cover; while coins are still mined, nothing.",
      source: sources.arweavePricing,
    }),
    storedAtStart: number({
      label: 'Stored at start',
      unit: 'unit',
      min: 0,
      max: 1e18,
      default: 0,
      step: 1000,
      why: 'What was paid for before the first day and has to be kept too.',
    }),
    usdAtStart: number({
      label: 'Endowment at start',
      unit: 'USD',
      min: 0,
      max: 1e15,
      default: 0,
      step: 100_000,
      why: 'What is set aside for it on the first day.',
    }),
  },
  state: { stored: 0, cost: 0 },
  needs: ['demand.served'],
  reads: [
    'demand.served',
    'demand.unitPrice',
    'providers.status',
    'providers.reward',
    'network.weight',
    'market.price',
  ],
  writes: ['settlement.fees', 'settlement.toProviders', 'endowment.usd', 'endowment.owed'],
  start({ endowment, state }, { cost, storedAtStart, usdAtStart }) {
    state.cost = cost;
    state.stored = storedAtStart;
    endowment.usd = usdAtStart;
  },
  step(world, { years, replicas, costDecline, atOnce, pays }) {
    const { demand, settlement, endowment, state } = world;
    const fees = demand.served * demand.unitPrice;
    const forStorage = fees * (1 - atOnce);
    settlement.fees = fees;
    endowment.usd += forStorage;
    state.stored += forStorage / (years * replicas * state.cost);
    const cost = (state.stored * replicas * state.cost) / 365;
    const covered = pays === 'the whole cost' ? 0 : rewardsUsd(world) + fees - forStorage;
    const paid = min(max(0, cost - covered), endowment.usd);
    endowment.usd -= paid;
    settlement.toProviders += fees - forStorage + paid;
    state.cost *= 1 - costDecline / 365;
    endowment.owed = state.stored * replicas * state.cost * years;
  },
  invariants: [
    { says: 'The endowment does not go below zero.', holds: ({ endowment }) => endowment.usd >= 0 },
  ],
  examples: [
    {
      says: 'A fee of 5,000 USD, 1,000 of it paid at once, buys one unit in 20 copies for 200 years at 1 USD; a day of it costs 20 / 365',
      given: { cost: 1, costDecline: 0, atOnce: 0.2 },
      before: { 'demand.served': 10, 'demand.unitPrice': 500 },
      after: {
        'settlement.fees': 5000,
        'settlement.toProviders': 1000 + 20 / 365,
        'endowment.usd': 4000 - 20 / 365,
        'endowment.owed': 4000,
      },
    },
    {
      says: 'Costs fall by 1/100 a year, twice as fast as 1/200: after a day 3,999.945 USD are there and 3,999.890 owed',
      given: { cost: 1, costDecline: 0.01, storedAtStart: 1, usdAtStart: 4000 },
      after: { 'endowment.usd': 4000 - 20 / 365, 'endowment.owed': 4000 - 40 / 365 },
    },
    {
      says: 'By exactly 1/200: what is there is what is owed',
      given: { cost: 1, costDecline: 0.005, storedAtStart: 1, usdAtStart: 4000 },
      days: 1000,
      after: {
        'endowment.usd': 4000 * pow(1 - 0.005 / 365, 1000),
        'endowment.owed': 4000 * pow(1 - 0.005 / 365, 1000),
      },
      tolerance: 1e-11,
    },
    {
      says: 'By 1/400: 3,999.945 USD are there and 3,999.973 owed',
      given: { cost: 1, costDecline: 0.0025, storedAtStart: 1, usdAtStart: 4000 },
      after: { 'endowment.usd': 4000 - 20 / 365, 'endowment.owed': 4000 - 10 / 365 },
    },
    {
      says: 'An endowment of 10 USD that has 73 a day to pay pays 10',
      given: { cost: 365, replicas: 73, storedAtStart: 1, usdAtStart: 10 },
      after: { 'settlement.toProviders': 10, 'endowment.usd': 0 },
    },
    {
      says: 'Of a cost of 73 USD rewards of 2 tokens for each of 3 x 3 that run, at 3 USD, cover 54, and 9 paid at once: 10 are taken',
      given: {
        cost: 365,
        replicas: 73,
        storedAtStart: 1,
        usdAtStart: 100,
        atOnce: 1,
        pays: 'what rewards leave',
      },
      before: {
        'providers.status': [2, 2, 2, 3, 4, 0, 1, 0, 0, 0],
        'providers.reward': 2,
        'network.weight': 3,
        'market.price': 3,
        'demand.served': 9,
        'demand.unitPrice': 1,
      },
      after: { 'settlement.toProviders': 19, 'endowment.usd': 90 },
    },
    {
      says: 'Where rewards are more than the cost, nothing is taken',
      given: { cost: 365, replicas: 73, storedAtStart: 1, usdAtStart: 100, pays: 'what rewards leave' },
      before: { 'providers.status': 2, 'providers.reward': 8, 'market.price': 1 },
      after: { 'settlement.toProviders': 0, 'endowment.usd': 100 },
    },
  ],
});

/** What those who run were rewarded with yesterday, in USD at the last close. */
function rewardsUsd({ providers, network, market }: World): number {
  const { count, status: statuses, reward } = providers;
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) if (statuses[i] === status.active) block += reward[i];
    total += block;
  }
  return total * network.weight * market.price;
}
