import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { emaWeight, max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/**
 * The network sells at one price and pays providers at another, both in dollars; the treasury earns or bears the difference.
 */
export const stablecoinPayout = mechanism({
  id: 'settlement.stablecoin-payout',
  version: 1,
  slot: 'settlement',
  title: 'Stablecoin payout',
  summary:
    'Pays providers a fixed dollar rate for what they serve; the treasury earns or bears the difference.',
  sources: [sources.storjPayout],
  parameters: {
    payout: number({
      label: 'Paid for a unit',
      unit: 'USD/unit',
      min: 0,
      max: 1e9,
      default: 0.05,
      step: 0.01,
      why: 'What a provider gets for a unit, whatever the customer paid: 1.50 USD a TB and month are 0.05 a TB and day.',
      source: sources.storjPayout,
    }),
    reserve: number({
      label: 'Reserve at start',
      unit: 'USD',
      min: 0,
      max: 1e12,
      default: 0,
      step: 100_000,
      why: 'Dollars from which the treasury can pay more than customers do. Without them it pays what comes in.',
    }),
  },
  needs: ['demand.served'],
  reads: ['demand.served', 'demand.unitPrice'],
  writes: [
    'settlement.fees',
    'settlement.toProviders',
    'settlement.toTreasury',
    'treasury.usd',
    'treasury.spent',
  ],
  start({ treasury }, { reserve }) {
    treasury.usd += reserve;
  },
  step({ demand, settlement, treasury }, { payout }) {
    const fees = demand.served * demand.unitPrice;
    const paid = min(demand.served * payout, fees + treasury.usd);
    settlement.fees = fees;
    settlement.toProviders += paid;
    settlement.toTreasury += max(0, fees - paid);
    treasury.usd += fees - paid;
    treasury.spent += emaWeight(30) * (paid - fees - treasury.spent);
  },
  invariants: [{ says: 'The treasury does not go below zero.', holds: ({ treasury }) => treasury.usd >= 0 }],
  examples: [
    {
      says: 'Of 100 USD for 200 units providers get 30, the treasury keeps 70',
      given: { payout: 0.15 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5 },
      after: {
        'settlement.fees': 100,
        'settlement.toProviders': 30,
        'settlement.toTreasury': 70,
        'treasury.usd': 70,
        'treasury.spent': -70 * (2 / 31),
      },
    },
    {
      says: 'Paid 0.75 for what is sold at 0.50, a reserve of 70 lasts a day and a half',
      given: { payout: 0.75, reserve: 70 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5, 'treasury.usd': 70 },
      days: 2,
      after: { 'settlement.toProviders': 120, 'settlement.toTreasury': 0, 'treasury.usd': 0 },
    },
    {
      says: 'A reserve of 500 USD is there on the first day, and stays where customers pay as much as providers get',
      given: { payout: 0.5, reserve: 500 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5 },
      after: { 'treasury.usd': 500, 'settlement.toProviders': 100 },
    },
  ],
});
