import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { sources } from '../sources.ts';

/** Fees come in as dollars. Every so often a share of them buys tokens in the market and burns them. */
export const buyBackAndBurn = mechanism({
  id: 'settlement.buy-back-and-burn',
  version: 1,
  slot: 'settlement',
  title: 'Buy back and burn',
  summary: 'Collects dollar fees and, at intervals, buys tokens with a share of them and burns these.',
  sources: [sources.geodnet],
  parameters: {
    burned: number({
      label: 'Buys and burns',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.8,
      step: 0.05,
      why: 'Share of fees that returns to holders as scarcity: 80 % on GEODNET and on XNET.',
      source: sources.geodnet,
    }),
    toProviders: number({
      label: 'Providers get of the rest',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0,
      step: 0.05,
      why: 'Share of what is not burned that is paid to providers; the treasury keeps what is left. Where fees are burned, emission pays providers.',
    }),
    every: number({
      label: 'Buys every',
      unit: 'day',
      min: 1,
      max: 365,
      default: 7,
      step: 1,
      integer: true,
      why: 'Days between purchases: the longer, the larger each, and the more it moves the price. No rule fixes it: weekly.',
    }),
  },
  state: { waiting: 0 },
  needs: ['demand.served', 'market.executed'],
  reads: ['demand.served', 'demand.unitPrice'],
  writes: [
    'settlement.fees',
    'settlement.toProviders',
    'settlement.toTreasury',
    'treasury.usd',
    'orders.burnUsd',
  ],
  step({ demand, settlement, treasury, orders, clock, state }, { burned, toProviders, every }) {
    const fees = demand.served * demand.unitPrice;
    const toBurn = fees * burned;
    const paid = (fees - toBurn) * toProviders;
    const kept = fees - toBurn - paid;
    settlement.fees = fees;
    settlement.toProviders += paid;
    settlement.toTreasury += kept;
    treasury.usd += kept;
    state.waiting += toBurn;
    if ((clock.tick + 1) % every > 0) return;
    orders.burnUsd += state.waiting;
    state.waiting = 0;
  },
  examples: [
    {
      says: 'Of 100 USD a day 80 wait to be burned; of the other 20 providers get 5 and the treasury 15',
      given: { burned: 0.8, toProviders: 0.25, every: 3 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5, 'treasury.usd': 1000 },
      days: 2,
      after: {
        'settlement.fees': 100,
        'settlement.toProviders': 5,
        'settlement.toTreasury': 15,
        'treasury.usd': 1030,
        'orders.burnUsd': 0,
      },
    },
    {
      says: 'On the third day what waited buys and burns',
      given: { burned: 0.8, every: 3 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5 },
      days: 3,
      after: { 'orders.burnUsd': 240 },
    },
    {
      says: 'and on the sixth only what has come since',
      given: { burned: 0.8, every: 3 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5 },
      days: 6,
      after: { 'orders.burnUsd': 240 },
    },
  ],
});
