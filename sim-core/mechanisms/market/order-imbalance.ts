import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { circulatingTokens } from '../../kernel/circulating.ts';
import { clamp, exp } from '../../kernel/math.ts';
import { fillAgainstTraders, fillReads, fillWrites } from '../market-fill.ts';
import { sources } from '../sources.ts';

/** For the examples: 2,000 tokens circulate, with what is offered, and 500 are locked. */
const market = {
  'market.price': 1,
  'market.smoothedPrice': 1,
  'ledger.pool': 100,
  'ledger.traders': 985,
  'ledger.providers': 300,
  'ledger.exiting': 200,
  'ledger.insiders': 400,
  'ledger.locked': 500,
};

/** The price moves with what is bid beyond what is offered, over the depth of the market: no pool, one coefficient. */
export const orderImbalance = mechanism({
  id: 'market.order-imbalance',
  version: 1,
  slot: 'market',
  title: 'Impact of order imbalance',
  summary:
    'Moves the price in proportion to net orders over the depth of the market, and fills them on the way.',
  sources: [sources.kyle],
  parameters: {
    impact: number({
      label: 'Impact',
      unit: '1',
      min: 0,
      max: 100,
      default: 2,
      step: 0.25,
      why: 'Logarithm of the price move for net orders as large as the depth. 2 is that of a pool whose one side is the depth.',
      source: sources.kyle,
    }),
    depth: number({
      label: 'Depth',
      unit: 'share of market cap',
      min: 0.0001,
      max: 1,
      default: 0.05,
      step: 0.005,
      why: 'Dollars that stand against orders, over the value of circulating tokens.',
    }),
    largest: number({
      label: 'Largest move',
      unit: '1',
      min: 0.01,
      max: 5,
      default: 0.7,
      step: 0.1,
      why: 'Logarithm of what a day can do at most: 0.7 halves or doubles. Linear impact has no bounds of its own.',
    }),
  },
  follows: ['orders.buyUsd', 'orders.sellTokens'],
  reads: [
    ...fillReads,
    'orders.buyUsd',
    'shocks.crash',
    'ledger.pool',
    'ledger.providers',
    'ledger.exiting',
    'ledger.insiders',
  ],
  writes: [...fillWrites, 'market.poolUsd'],
  start({ market, ledger }, { depth }) {
    market.poolUsd = depth * circulatingTokens(ledger) * market.price;
  },
  step(world, { impact, depth, largest }) {
    const { market, orders, shocks, ledger } = world;
    const { price } = market;
    const stands = depth * circulatingTokens(ledger) * price;
    const net = orders.buyUsd + orders.burnUsd - orders.sellTokens * price;
    const move = stands > 0 ? clamp((impact * net) / stands, -largest, largest) : 0;
    const close = price * exp(move) * (1 - shocks.crash);
    fillAgainstTraders(world, price * exp(move / 2), close);
    // Traders reckon their orders by it.
    market.poolUsd = depth * circulatingTokens(ledger) * close;
  },
  invariants: [{ says: 'The price is above zero.', holds: ({ market }) => market.price > 0 }],
  examples: [
    {
      says: 'Of 2,000 tokens at 1 USD 5 % stand against orders: 15 USD net, twice over, move it by e^0.3',
      before: {
        ...market,
        'orders.buyUsd': 20,
        'orders.burnUsd': 10,
        'orders.sellTokens': 15,
        'ledger.selling': 15,
      },
      after: {
        'market.price': exp(0.3),
        'market.executed': exp(0.15),
        'market.smoothedPrice': 1 + (2 / 15) * (exp(0.3) - 1),
        'ledger.selling': 0,
        'ledger.traders': 1000 - 10 / exp(0.15),
        'market.poolUsd': 0.05 * (2000 - 10 / exp(0.15)) * exp(0.3),
      },
    },
    {
      says: 'More sellers than the market can bear move it by the largest move; a crash by half comes on top',
      given: { largest: 0.5 },
      before: {
        ...market,
        'orders.sellTokens': 985,
        'ledger.traders': 15,
        'ledger.selling': 985,
        'shocks.crash': 0.5,
      },
      after: { 'market.price': 0.5 * exp(-0.5), 'market.executed': exp(-0.25), 'ledger.traders': 1000 },
    },
    {
      says: 'Nothing circulates, nothing moves',
      before: { 'market.price': 1, 'orders.buyUsd': 10 },
      after: { 'market.price': 1, 'market.poolUsd': 0 },
    },
  ],
});
