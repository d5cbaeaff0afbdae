import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { circulatingTokens } from '../../kernel/circulating.ts';
import { clamp, emaWeight, exp, log, max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/**
 * All orders of a day are filled at one price against a constant-product pool, so that their order cannot matter. With S
 * tokens offered, B dollars bid and a pool of X tokens and Y dollars the price is (Y + B) / (X + S).
 */
export const uniformBatch = mechanism({
  id: 'market.uniform-batch',
  version: 1,
  slot: 'market',
  title: 'Uniform batch against a pool',
  summary:
    'Fills all orders of a day at one price against a constant-product pool whose depth follows the market cap.',
  sources: [sources.constantProduct],
  parameters: {
    depth: number({
      label: 'Depth of the pool',
      unit: 'share of market cap',
      min: 0.0001,
      max: 1,
      default: 0.05,
      step: 0.005,
      why: 'Dollars in the pool over the value of circulating tokens: how far an order moves the price.',
    }),
    provision: number({
      label: 'Liquidity follows at',
      unit: '1/day',
      min: 0,
      max: 1,
      default: 0.02,
      step: 0.01,
      why: 'Providers of liquidity follow value; with a fixed pool the result is about depth, not economics.',
    }),
  },
  follows: ['orders.buyUsd', 'orders.sellTokens'],
  reads: [
    'orders.sellTokens',
    'orders.buyUsd',
    'orders.burnUsd',
    'ledger.providers',
    'ledger.exiting',
    'ledger.insiders',
  ],
  writes: [
    'market.price',
    'market.smoothedPrice',
    'market.executed',
    'market.poolUsd',
    'ledger.pool',
    'ledger.selling',
    'ledger.traders',
  ],
  start({ market, ledger }, { depth }) {
    const liquidity = min(depth * circulatingTokens(ledger), ledger.balance('traders'));
    ledger.move('traders', 'pool', liquidity, 'liquidity');
    market.poolUsd = ledger.balance('pool') * market.price;
  },
  step({ market, orders, ledger }, { depth, provision }) {
    const tokens = ledger.balance('pool');
    const offered = orders.sellTokens;
    const price = (market.poolUsd + orders.buyUsd + orders.burnUsd) / (tokens + offered);
    ledger.move('selling', 'pool', offered, 'sold');
    ledger.burn('pool', orders.burnUsd / price, 'burned for credits');
    ledger.move('pool', 'traders', orders.buyUsd / price, 'bought');
    market.executed = price;
    market.poolUsd = tokens * price;
    market.price = market.poolUsd / ledger.balance('pool');
    market.smoothedPrice += emaWeight(14) * (market.price - market.smoothedPrice);

    const target = (depth * market.price * circulatingTokens(ledger)) / market.poolUsd;
    const wanted = exp(clamp(provision * log(target), -0.05, 0.05)) - 1;
    // Traders part with at most a fifth of what they have; price stays, since both sides scale alike.
    const scale = min(wanted, (0.2 * ledger.balance('traders')) / ledger.balance('pool'));
    const moved = scale * ledger.balance('pool');
    if (moved >= 0) ledger.move('traders', 'pool', moved, 'liquidity');
    else ledger.move('pool', 'traders', max(0, -moved), 'liquidity');
    market.poolUsd *= 1 + scale;
  },
  invariants: [{ says: 'The price is above zero.', holds: ({ market }) => market.price > 0 }],
  examples: [
    {
      says: '100 tokens against 100 USD, 25 offered and 25 USD bid by burners: one price of 1, 25 burned',
      given: { provision: 0 },
      before: {
        'market.poolUsd': 100,
        'ledger.pool': 100,
        'ledger.selling': 25,
        'orders.sellTokens': 25,
        'orders.burnUsd': 25,
      },
      after: {
        'market.executed': 1,
        'market.price': 1,
        'ledger.pool': 100,
        'market.poolUsd': 100,
        'ledger.selling': 0,
      },
    },
    {
      says: 'Only sellers: 25 tokens into 100 are filled at 0.8, the close is its square',
      given: { provision: 0 },
      before: { 'market.poolUsd': 100, 'ledger.pool': 100, 'ledger.selling': 25, 'orders.sellTokens': 25 },
      after: { 'market.executed': 0.8, 'market.price': 0.64, 'ledger.pool': 125, 'market.poolUsd': 80 },
    },
    {
      says: 'Half of all tokens are the pool; burners empty half of it, and liquidity comes back by 5 % a day, as an exponent',
      given: { provision: 1, depth: 0.5 },
      before: { 'market.price': 1, 'market.poolUsd': 500, 'ledger.traders': 1000, 'orders.burnUsd': 500 },
      after: {
        'market.executed': 2,
        'market.price': 4,
        'ledger.pool': 250 * exp(0.05),
        'ledger.traders': 750 - 250 * exp(0.05),
        'market.poolUsd': 1000 * exp(0.05),
      },
    },
  ],
});
