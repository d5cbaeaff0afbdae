// Where a formula says what comes out, to the digits that it says: absorption by traders, one price for all, vesting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { circulatingTokens } from '../../sim-core/kernel/circulating.ts';
import { economy, type Uses } from '../../sim-core/validation/economy.ts';
import { numbers, started } from '../contract/started.ts';
import { atClose, beside, runOf } from './ensemble.ts';
import { last } from './measures.ts';

const economyOf = (ticks: number, uses: Uses): ScenarioSpec => economy('closed-form', 18_600, ticks, uses);

describe('fundamental traders', () => {
  const supply = 1e8;
  const multiple = 10;
  /** Closes of 2,000 days on which a share `f` of market cap is sold; value is 1 USD, from fees alone. */
  const closes = (f: number, fundamental: number, depth: number): readonly number[] => {
    const spec = economyOf(2000, {
      'agents.token': { supply, price: 1, providerShare: 0 },
      'market.traders': {
        multiple,
        fundamental,
        lockedCounts: 1,
        momentum: 0,
        noise: 0,
        sentimentSpread: 0,
        volatilitySpread: 0,
      },
      'market.uniform-batch': { depth },
    });
    const selling = beside('before', 'market.traders', ({ ledger, orders, settlement }) => {
      settlement.fees = supply / (365 * multiple);
      const sold = f * circulatingTokens(ledger);
      ledger.move('traders', 'selling', sold, 'constant selling');
      orders.sellTokens += sold;
    });
    return runOf(spec, '1', selling)('market.price');
  };

  it.each([
    { f: 0.001, speed: 0.15, depth: 0.04 },
    { f: 0.003, speed: 0.15, depth: 0.04 },
    { f: 0.005, speed: 0.15, depth: 0.04 },
    { f: 0.004, speed: 0.1, depth: 0.05 },
    { f: 0.02, speed: 0.4, depth: 0.08 },
  ])(
    'absorb $f of market cap a day at ln(F / P) = 2 artanh(f / (aF depth)): aF $speed, depth $depth',
    (at) => {
      const { f, speed, depth } = at;
      const gap = -Math.log(last(closes(f, speed, depth)));
      expect(Math.abs(gap - 2 * Math.atanh(f / (speed * depth)))).toBeLessThan(1e-4);
    },
  );

  it('do not absorb more than aF times depth: price falls without limit', () => {
    const price = closes(0.0065, 0.15, 0.04);
    for (const day of [250, 500, 1000, 1999]) {
      expect(price[day]).toBeLessThan(0.5 * (price[Math.floor(day / 2)] ?? Number.NaN));
    }
  });
});

describe('the uniform batch', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const one = fc.record({ sell: amount, buy: amount, burn: amount });
  const book = fc.record({
    orders: fc.array(one, { minLength: 1, maxLength: 8 }),
    tokens: fc.double({ min: 1e5, max: 1e9, noNaN: true }),
    price: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  });

  /** Fills a book of orders against a pool that nobody adds to. */
  const fill = (
    orders: readonly { sell: number; buy: number; burn: number }[],
    tokens: number,
    price: number,
  ) => {
    const sum = (of: (order: { sell: number; buy: number; burn: number }) => number): number =>
      orders.reduce((total, order) => total + of(order), 0);
    const before = {
      'market.price': price,
      'market.poolUsd': tokens * price,
      'ledger.pool': tokens,
      'ledger.selling': sum(({ sell }) => sell),
      'orders.sellTokens': sum(({ sell }) => sell),
      'orders.buyUsd': sum(({ buy }) => buy),
      'orders.burnUsd': sum(({ burn }) => burn),
    };
    const on = started('market.uniform-batch', { provision: 0 }, {}, before);
    // What starts puts liquidity into the pool; the pool is the one that is given.
    on.set('ledger.pool', tokens);
    on.set('market.poolUsd', tokens * price);
    on.day(0);
    const [executed = 0, close = 0, usd = 0, left = 0] = [
      'market.executed',
      'market.price',
      'market.poolUsd',
      'ledger.pool',
    ].flatMap((path) => numbers(on.value(path)));
    return { executed, close, product: usd * left };
  };

  it('keeps the product of the pool, fills at the geometric mean of the closes, and does not ask who came first', () => {
    fc.assert(
      fc.property(book, ({ orders, tokens, price }) => {
        const { executed, close, product } = fill(orders, tokens, price);
        expect(Math.abs(executed ** 2 / (price * close) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(product / (tokens * tokens * price) - 1)).toBeLessThan(1e-12);
        const other = fill([...orders].reverse(), tokens, price);
        expect(Math.abs(other.close / close - 1)).toBeLessThan(1e-12);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('vesting', () => {
  /** Days of reward that are locked after each day of a constant emission to providers who all stay. */
  const lockedDays = (n: number, days: number): readonly number[] => {
    const regions = { name: ['A'], share: [1], power_price: [0], import_markup: [0], extra_lead: [0] };
    const spec = economyOf(days, {
      'agents.token': {},
      'agents.providers': { rows: 100, weight: 7, activeAtStart: 1, regions },
      'emission.fixed': { from: 0, until: 30_000 },
      'reward.per-capacity': {},
      'staking.vesting': { share: 1, time: n },
      'market.traders': {},
      'market.uniform-batch': {},
    });
    const locked: number[] = [];
    const look = atClose(({ ledger, reward }) => locked.push(ledger.balance('vesting') / reward.providers));
    runOf(spec, '1', look);
    return locked;
  };

  // An exponential nears (n + 1) / 2 as e^-(2 days / n): 5 n days leave 4.5e-5 of it, 1e-6 takes 7 n.
  it.each([7, 30, 180])(
    'over %i days locks (n + 1) / 2 days of reward: as fast as it can after 5 n, to 1e-6 after 7 n',
    (n) => {
      const locked = lockedDays(n, 7 * n + 1);
      const stock = (n + 1) / 2;
      const missing = ((n - 1) / (n + 1)) ** (5 * n);
      expect(Math.abs((locked[5 * n - 1] ?? Number.NaN) / stock - (1 - missing))).toBeLessThan(1e-9);
      expect(Math.abs(last(locked) / stock - 1)).toBeLessThan(1e-6);
    },
  );
});
