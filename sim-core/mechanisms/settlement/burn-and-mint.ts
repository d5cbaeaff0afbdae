import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { sources } from '../sources.ts';

/** Customers pay with credits of a fixed dollar price, which are made by burning tokens. */
export const burnAndMint = mechanism({
  id: 'settlement.burn-and-mint',
  version: 1,
  slot: 'settlement',
  title: 'Burn and mint',
  summary: 'Service is paid in credits of a fixed price; tokens worth as much are bought and burned.',
  sources: [sources.hip10],
  parameters: {
    creditPrice: number({
      label: 'Price of a credit',
      unit: 'USD/credit',
      min: 1e-9,
      max: 1e6,
      default: 0.00001,
      step: 0.00001,
      why: 'Fixed in dollars, so that what service costs does not follow the token.',
      source: sources.hip10,
    }),
  },
  needs: ['demand.served', 'market.executed'],
  reads: ['demand.served', 'demand.unitPrice'],
  writes: ['settlement.fees', 'settlement.credits', 'orders.burnUsd'],
  step({ demand, settlement, orders }, { creditPrice }) {
    settlement.fees = demand.served * demand.unitPrice;
    settlement.credits = settlement.fees / creditPrice;
    orders.burnUsd += settlement.fees;
  },
  examples: [
    {
      says: '200 GB at 0.50 USD are 10 million credits and bid 100 USD for tokens to burn',
      before: { 'demand.served': 200, 'demand.unitPrice': 0.5 },
      after: { 'settlement.fees': 100, 'settlement.credits': 10_000_000, 'orders.burnUsd': 100 },
    },
  ],
});
