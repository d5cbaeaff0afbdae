import { clamp, exp, min, pow } from '../../sim-core/kernel/math.ts';
import { rowKernel } from '../../sim-core/kernel/row-kernel/row-kernel.ts';
import { paidShare, providerMarket } from './provider-market.ts';

/** What active providers can give. */
const offered = rowKernel({
  columns: { capacity: 'f64', active: 'u8' },
  row: ({ column }) => ({ sum: { capacity: column.active.times(column.capacity) } }),
});

/** A day of one provider: it earns and sells where it is active, and joins or leaves by its average profit. */
const traded = rowKernel({
  columns: {
    capacity: 'f64',
    unitCost: 'f64',
    threshold: 'f64',
    balance: 'f64',
    average: 'f64',
    active: 'u8',
  },
  scalars: ['reward', 'price'],
  luck: ['moves'],
  row({ column, scalar, luck }) {
    const { capacity, unitCost } = column;
    const { reward, price } = scalar;
    const active = column.active.is(1);
    const earned = reward.times(capacity);
    const held = column.balance.plus(earned);
    const sale = held.times(0.6);
    const earning = earned.times(price).minus(unitCost.times(capacity)).times(0.1);
    const missed = reward.times(price).minus(unitCost).times(0.1).times(capacity);
    const profit = column.average.times(0.9).plus(active.choose(earning, missed));
    const leaves = profit.below(0).and(luck.moves.below(0.1));
    const joins = profit.above(column.threshold).and(luck.moves.below(0.05));
    const after = active.and(leaves.not()).or(active.not().and(joins));
    return {
      set: {
        balance: active.choose(held.minus(sale), column.balance),
        average: profit,
        active: after.choose(1, 0),
      },
      sum: { sold: active.choose(sale, 0) },
      count: { running: after },
    };
  },
});

/** P1 with its passes over agents as row kernels: the same digest as `providerMarket`. */
export function providerMarketRows(rows: number): ReturnType<typeof providerMarket> {
  const market = providerMarket(rows);
  return {
    ...market,
    steps: [
      {
        id: 'providers',
        run({ agents, market, clock }, random) {
          const { count } = agents;
          const { tick } = clock;
          const emission = count * pow(0.5, tick / 365);
          const demand = 0.3 * count * pow(1.001, tick);
          const { capacity } = offered({ count, columns: agents });
          const fees = min(demand, capacity) * paidShare;
          const { price } = market;
          const reward = capacity > 0 ? emission / capacity + (0.5 * (fees / price)) / capacity : 0;
          random.turn(tick, 0);
          const { sold, running } = traded({
            count,
            columns: agents,
            scalars: { reward, price },
            luck: { moves: random },
          });
          market.active = running;
          market.capacity = capacity;
          market.fees = fees;
          market.sold = sold;
          market.price = price * exp(clamp((0.05 * (fees - sold * price)) / (10 * count), -0.1, 0.1));
        },
      },
    ],
  };
}
