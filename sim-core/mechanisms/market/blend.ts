import { mechanism } from '../../contract/mechanism.ts';
import { number, series } from '../../contract/parameter.ts';
import { circulatingTokens } from '../../kernel/circulating.ts';
import { pow, sqrt } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';
import { fillAgainstTraders, fillReads, fillWrites } from '../market-fill.ts';
import { sources } from '../sources.ts';

/** For the examples: 2,000 tokens circulate, with what is offered. */
const market = {
  'market.price': 1,
  'market.smoothedPrice': 1,
  'ledger.pool': 100,
  'ledger.traders': 975,
  'ledger.providers': 300,
  'ledger.exiting': 200,
  'ledger.insiders': 400,
  'ledger.locked': 500,
};

/**
 * Between a price that nothing in the model can move and one that only the model moves: each day's orders are batched against
 * a pool, and whoever trades elsewhere pulls the close towards the given path.
 */
export const blend = mechanism({
  id: 'market.blend',
  version: 1,
  slot: 'market',
  title: 'Blend of a path and the batch',
  summary:
    'Closes at the geometric mean of a given price path and the price at which a pool would fill the orders.',
  sources: [sources.constantProduct],
  parameters: {
    path: series({
      label: 'Path',
      unit: 'USD/token',
      min: 1e-12,
      max: 1e9,
      why: 'A recorded price, or one that is assumed.',
    }),
    weight: number({
      label: 'Weight of the path',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.05,
      why: '1: the path alone; 0: the orders alone. Between, how much of the world outside decides.',
    }),
    depth: number({
      label: 'Depth of the pool',
      unit: 'share of market cap',
      min: 0.0001,
      max: 1,
      default: 0.05,
      step: 0.005,
      why: 'Dollars in the pool over the value of circulating tokens: how far an order moves the price.',
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
  start({ market, ledger, clock }, { path, weight, depth }) {
    market.price = mean(valueOn(path, clock.day), market.price, weight);
    market.smoothedPrice = market.price;
    market.poolUsd = depth * circulatingTokens(ledger) * market.price;
  },
  step(world, { path, weight, depth }) {
    const { market, orders, shocks, ledger, clock } = world;
    const tokens = depth * circulatingTokens(ledger);
    const bid = orders.buyUsd + orders.burnUsd;
    // As in a pool of these tokens and dollars worth as much: one price for all, and the close is its square over the last.
    const filled = (tokens * market.price + bid) / (tokens + orders.sellTokens);
    const batch = ((filled * filled) / market.price) * (1 - shocks.crash);
    const close = mean(valueOn(path, clock.day), batch, weight);
    fillAgainstTraders(world, sqrt(market.price * close), close);
    market.poolUsd = depth * circulatingTokens(ledger) * close;
  },
  invariants: [{ says: 'The price is above zero.', holds: ({ market }) => market.price > 0 }],
  examples: [
    {
      says: 'Sellers alone take it from 1 to 0.64, as a pool of 100 would; half way to a path of 1.44 is 0.96',
      given: { path: { days: [0], values: [1.44] } },
      before: { ...market, 'orders.sellTokens': 25, 'ledger.selling': 25 },
      after: {
        'market.price': 0.96,
        'market.executed': sqrt(0.96),
        'market.smoothedPrice': 1 - (2 / 15) * 0.04,
        'ledger.selling': 0,
        'ledger.traders': 1000,
        'market.poolUsd': 96,
      },
    },
    {
      says: 'Without a path the orders decide: 10 USD to keep and 15 to burn fill at 1.25 and close at its square',
      given: { path: { days: [0], values: [9] }, weight: 0 },
      before: { ...market, 'ledger.traders': 1000, 'orders.buyUsd': 10, 'orders.burnUsd': 15 },
      after: { 'market.price': 1.5625, 'market.executed': 1.25, 'ledger.traders': 988 },
    },
    {
      says: 'With all weight on the path it is the path, crash or not',
      given: { path: { days: [0, 1], values: [5, 7] }, weight: 1 },
      before: { ...market, 'shocks.crash': 0.5 },
      days: 2,
      after: { 'market.price': 7 },
    },
    {
      says: 'It starts on the path',
      given: { path: { days: [0], values: [3] }, weight: 1 },
      after: { 'market.price': 3, 'market.executed': 3, 'market.smoothedPrice': 3 },
    },
    {
      says: 'With none, a crash by half halves it',
      given: { path: { days: [0], values: [1] }, weight: 0 },
      before: { ...market, 'shocks.crash': 0.5 },
      after: { 'market.price': 0.5 },
    },
  ],
});

/** Geometric mean of two prices, the first with the weight given. */
const mean = (first: number, second: number, weight: number): number =>
  pow(first, weight) * pow(second, 1 - weight);
