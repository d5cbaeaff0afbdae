import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import { runningToday } from '../../kernel/provider-rows.ts';
import { blockRows } from '../../kernel/sum.ts';

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
    const { status: statuses, reward, opex, fiat, sellFraction, profit, held } = providers;
    const { price } = market;
    const { cost: costFactor } = shocks;
    const slow = min(1, 1 / holdTime);
    const fast = min(1, hurry / holdTime);
    const { rows, ends } = runningToday(world);
    let total = 0;
    for (let block = 0; block < ends.length; block++) {
      let soldInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        const s = statuses[i];
        if (s !== status.active && s !== status.paused) continue;
        const income = reward[i];
        const liquid = held[i] + income;
        // Dollars from customers pay costs first.
        const due = s === status.active ? opex[i] * costFactor - fiat[i] : 0;
        const need = due > 0 ? due / price : 0;
        const cost = need < liquid ? need : liquid;
        const rest = income > cost ? income - cost : 0;
        const flow = sellFraction[i] * rest;
        const old = liquid - cost - rest;
        const sold = cost + flow + old * (profit[i] < 0 ? fast : slow);
        // Rounding must not leave less than nothing.
        held[i] = sold < liquid ? liquid - sold : 0;
        soldInBlock += sold;
      }
      total += soldInBlock;
    }
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
