import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { sources } from '../sources.ts';

/** Customers pay dollars; the network takes its rate, may burn a part, and providers get the rest the same day. */
export const directFee = mechanism({
  id: 'settlement.direct-fee',
  version: 1,
  slot: 'settlement',
  title: 'Direct fee with a take rate',
  summary:
    'Customers pay dollars; the treasury takes a share, another may burn tokens, providers get the rest.',
  sources: [sources.aep23],
  parameters: {
    takeRate: number({
      label: 'Take rate',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.2,
      step: 0.01,
      why: 'Share of fees that the treasury keeps: what the network earns, and what providers pay for its customers.',
      source: sources.aep23,
    }),
    burned: number({
      label: 'Burned',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0,
      step: 0.01,
      why: 'Share of fees that buys tokens to burn: ties the token to use. None is the simplest network.',
    }),
  },
  needs: ['demand.served'],
  reads: ['demand.served', 'demand.unitPrice'],
  writes: [
    'settlement.fees',
    'settlement.toProviders',
    'settlement.toTreasury',
    'treasury.usd',
    'orders.burnUsd',
  ],
  refuses: ({ takeRate, burned }) =>
    takeRate + burned <= 1
      ? undefined
      : {
          parameter: 'burned',
          message: `The treasury takes ${takeRate} of fees and ${burned} is burned: more than is paid.`,
          hint: `Together they can be 1 at most: burn ${1 - takeRate} or less.`,
        },
  step({ demand, settlement, treasury, orders }, { takeRate, burned }) {
    const fees = demand.served * demand.unitPrice;
    const taken = fees * takeRate;
    const toBurn = fees * burned;
    settlement.fees = fees;
    settlement.toTreasury += taken;
    treasury.usd += taken;
    orders.burnUsd += toBurn;
    settlement.toProviders += fees - taken - toBurn;
  },
  examples: [
    {
      says: 'Of 100 USD the treasury keeps 20, 5 buy tokens to burn, providers get 75',
      given: { takeRate: 0.2, burned: 0.05 },
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5, 'treasury.usd': 1000 },
      after: {
        'settlement.fees': 100,
        'settlement.toTreasury': 20,
        'treasury.usd': 1020,
        'orders.burnUsd': 5,
        'settlement.toProviders': 75,
      },
    },
  ],
});
