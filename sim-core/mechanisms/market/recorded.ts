import { mechanism } from '../../contract/mechanism.ts';
import { series } from '../../contract/parameter.ts';
import { emaWeight } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';

/** The price follows a recorded path; whatever is offered or wanted is filled at it. */
export const recorded = mechanism({
  id: 'market.recorded',
  version: 1,
  slot: 'market',
  title: 'Recorded price',
  summary: 'Fills all orders at a recorded price, which nothing in the model can move.',
  sources: [],
  parameters: {
    price: series({
      label: 'Price',
      unit: 'USD/token',
      min: 1e-12,
      max: 1e9,
      why: 'The real price path: the model is then judged on everything but the price.',
    }),
  },
  reads: ['orders.sellTokens', 'orders.burnUsd'],
  writes: ['market.price', 'market.smoothedPrice', 'market.executed', 'ledger.selling', 'ledger.traders'],
  start({ market, clock }, { price }) {
    market.price = valueOn(price, clock.day);
    market.smoothedPrice = market.price;
  },
  step({ market, orders, ledger, clock }, { price }) {
    market.executed = valueOn(price, clock.day);
    ledger.move('selling', 'traders', orders.sellTokens, 'sold');
    ledger.burn('traders', orders.burnUsd / market.executed, 'burned for credits');
    market.price = market.executed;
    market.smoothedPrice += emaWeight(14) * (market.price - market.smoothedPrice);
  },
  examples: [
    {
      says: '100 USD of credits at 2 USD burn 50 tokens; sellers find buyers',
      given: { price: { days: [0], values: [2] } },
      before: {
        'orders.burnUsd': 100,
        'orders.sellTokens': 30,
        'ledger.traders': 1000,
        'ledger.selling': 30,
      },
      after: { 'ledger.traders': 980, 'ledger.selling': 0, 'market.price': 2, 'market.executed': 2 },
    },
    {
      says: 'On the day of a new price it holds, and prospects see it move by 2/15',
      given: { price: { days: [0, 1], values: [1, 2] } },
      days: 2,
      after: { 'market.price': 2, 'market.smoothedPrice': 1 + 2 / 15 },
    },
  ],
});
