import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import { runningToday } from '../../kernel/provider-rows.ts';
import { rowKernel } from '../../kernel/row-kernel/row-kernel.ts';

/** What a provider sells today: what costs need, a part of the rest of its income, and a little of what it held before. */
const sold = rowKernel({
  columns: {
    status: 'u8',
    reward: 'f64',
    opex: 'f64',
    fiat: 'f64',
    sellFraction: 'f64',
    profit: 'f64',
    held: 'f64',
  },
  scalars: ['price', 'costFactor', 'slow', 'fast'],
  row({ column, scalar }) {
    const { reward: income, held } = column;
    const active = column.status.is(status.active);
    const liquid = held.plus(income);
    // Dollars from customers pay costs first.
    const due = active.choose(column.opex.times(scalar.costFactor).minus(column.fiat), 0);
    const need = due.above(0).choose(due.over(scalar.price), 0);
    const cost = need.below(liquid).choose(need, liquid);
    const rest = income.above(cost).choose(income.minus(cost), 0);
    const flow = column.sellFraction.times(rest);
    const old = liquid.minus(cost).minus(rest);
    const sold = cost.plus(flow).plus(old.times(column.profit.below(0).choose(scalar.fast, scalar.slow)));
    return {
      only: active.or(column.status.is(status.paused)),
      // Rounding must not leave less than nothing.
      set: { held: sold.below(liquid).choose(liquid.minus(sold), 0) },
      sum: { total: sold },
    };
  },
});

/**
 * Providers sell what their costs need and a fraction of the rest of today's income; what they hold flows back slowly. A
 * fraction of the flow, not of the stock: a drained stock sells as much as it earns whatever the fraction.
 */
export const sellFlow = mechanism({
  id: 'supply.sell-flow',
  version: 1,
  slot: 'supply',
  title: 'Selling of income',
  summary:
    'Providers sell to cover costs, sell a fraction of the rest, hold what remains and release it slowly.',
  sources: [],
  parameters: {
    holdTime: number({
      label: 'Held for',
      unit: 'day',
      min: 1,
      max: 10_000,
      default: 365,
      step: 30,
      why: 'Average time before held tokens are sold. Nobody publishes it.',
    }),
    hurry: number({
      label: 'Hurry when losing',
      unit: '1',
      min: 1,
      max: 100,
      default: 5,
      step: 1,
      why: 'Providers at a loss release what they hold this many times faster.',
    }),
    exitTime: number({
      label: 'Leavers sell over',
      unit: 'day',
      min: 1,
      max: 1000,
      default: 30,
      step: 5,
      why: 'What leavers held comes to the market over about this time.',
    }),
  },
  needs: ['providers', 'market.executed'],
  reads: [
    'providers.status',
    'providers.reward',
    'providers.opex',
    'providers.fiat',
    'providers.sellFraction',
    'providers.profit',
    'network.weight',
    'market.price',
    'shocks.cost',
  ],
  writes: ['providers.held', 'orders.sellTokens', 'ledger.providers', 'ledger.exiting', 'ledger.selling'],
  step(world, { holdTime, hurry, exitTime }) {
    const { providers, network, market, orders, ledger, shocks } = world;
    const { status, reward, opex, fiat, sellFraction, profit, held } = providers;
    const { price } = market;
    const { cost: costFactor } = shocks;
    const slow = min(1, 1 / holdTime);
    const fast = min(1, hurry / holdTime);
    const { total } = sold({
      count: providers.count,
      rows: runningToday(world),
      columns: { status, reward, opex, fiat, sellFraction, profit, held },
      scalars: { price, costFactor, slow, fast },
    });
    const byProviders = total * network.weight;
    const byLeavers = ledger.balance('exiting') / exitTime;
    ledger.move('providers', 'selling', byProviders, 'providers sell');
    ledger.move('exiting', 'selling', byLeavers, 'leavers sell');
    orders.sellTokens += byProviders + byLeavers;
  },
  examples: [
    {
      says: 'Of 10 tokens, 2 cover costs, half of the other 8 are sold, and 1/100 of the 100 held before',
      given: { holdTime: 100 },
      before: {
        'providers.status': 2,
        'providers.reward': 10,
        'providers.held': 100,
        'providers.opex': 4,
        'providers.sellFraction': 0.5,
        'market.price': 2,
        'ledger.providers': 1100,
      },
      after: {
        'providers.held': 103,
        'orders.sellTokens': 70,
        'ledger.selling': 70,
        'ledger.providers': 1030,
      },
    },
    {
      says: 'At a loss held tokens come five times faster',
      given: { holdTime: 100 },
      before: {
        'providers.status': 3,
        'providers.held': 100,
        'providers.profit': -1,
        'market.price': 2,
        'ledger.providers': 1000,
      },
      after: { 'providers.held': 95, 'orders.sellTokens': 50 },
    },
    {
      says: 'Dollars from customers pay costs first; costs that doubled sell more',
      before: {
        'providers.status': 2,
        'providers.reward': 10,
        'providers.opex': 4,
        'providers.fiat': [0, 2, 8, 9, 8, 8, 8, 8, 8, 8],
        'shocks.cost': 2,
        'market.price': 2,
        'ledger.providers': 100,
      },
      after: { 'providers.held': [6, 7, 10, 10, 10, 10, 10, 10, 10, 10], 'orders.sellTokens': 7 },
    },
    {
      says: 'Nobody sells more than it has, and leavers sell a thirtieth a day',
      before: {
        'providers.status': 2,
        'providers.reward': 1,
        'providers.opex': 100,
        'market.price': 1,
        'ledger.providers': 10,
        'ledger.exiting': 300,
      },
      after: { 'providers.held': 0, 'orders.sellTokens': 20, 'ledger.exiting': 290 },
    },
  ],
});
