import { model } from '../../sim-core/contract/model.ts';
import { clamp, exp, min, pow } from '../../sim-core/kernel/math.ts';
import { uniform } from '../../sim-core/kernel/random.ts';
import { blockRows } from '../../sim-core/kernel/sum.ts';

/** Share of demand that is paid for. */
export const paidShare = 0.5;

/**
 * P1, the provider market: a user's own agent model on the public contract, without any DePIN mechanism. Providers sell
 * capacity, earn emission and fees, and join or leave by their average profit.
 */
export const providerMarket = (rows: number) =>
  model({
    id: 'provider-market',
    startDay: 0,
    tables: {
      agents: {
        rows,
        columns: {
          capacity: 'f64',
          unitCost: 'f64',
          threshold: 'f64',
          balance: 'f64',
          average: 'f64',
          active: 'u8',
        },
      },
    },
    records: { market: { price: 1, active: 0, capacity: 0, fees: 0, sold: 0 } },
    starts: [
      {
        id: 'providers',
        run({ agents }, random) {
          const { count, capacity, unitCost, threshold, active } = agents;
          random.turn(-1, 0);
          for (let i = 0; i < count; i++) capacity[i] = 0.5 + uniform(random.k0, random.k1, i);
          random.turn(-1, 1);
          for (let i = 0; i < count; i++) unitCost[i] = 0.2 + uniform(random.k0, random.k1, i);
          random.turn(-1, 2);
          for (let i = 0; i < count; i++) threshold[i] = 0.5 * uniform(random.k0, random.k1, i);
          for (let i = 0; i < count; i++) active[i] = i & 1;
        },
      },
    ],
    steps: [
      {
        id: 'providers',
        run({ agents, market, clock }, random) {
          const { count, capacity, unitCost, threshold, balance, average, active } = agents;
          const { tick } = clock;
          const emission = count * pow(0.5, tick / 365);
          const demand = 0.3 * count * pow(1.001, tick);
          let activeCapacity = 0;
          for (let from = 0; from < count; from += blockRows) {
            const to = from + blockRows < count ? from + blockRows : count;
            let block = 0;
            for (let i = from; i < to; i++) block += active[i] * capacity[i];
            activeCapacity += block;
          }
          const fees = min(demand, activeCapacity) * paidShare;
          const { price } = market;
          const reward =
            activeCapacity > 0 ? emission / activeCapacity + (0.5 * (fees / price)) / activeCapacity : 0;

          random.turn(tick, 0);
          const { k0, k1 } = random;
          let sold = 0;
          let running = 0;
          for (let from = 0; from < count; from += blockRows) {
            const to = from + blockRows < count ? from + blockRows : count;
            let soldInBlock = 0;
            for (let i = from; i < to; i++) {
              const u = uniform(k0, k1, i);
              const c = capacity[i];
              if (active[i] === 1) {
                const earned = reward * c;
                const held = balance[i] + earned;
                const sale = 0.6 * held;
                balance[i] = held - sale;
                soldInBlock += sale;
                const profit = 0.9 * average[i] + 0.1 * (earned * price - unitCost[i] * c);
                average[i] = profit;
                if (profit < 0 && u < 0.1) active[i] = 0;
              } else {
                const profit = 0.9 * average[i] + 0.1 * (reward * price - unitCost[i]) * c;
                average[i] = profit;
                if (profit > threshold[i] && u < 0.05) active[i] = 1;
              }
              running += active[i];
            }
            sold += soldInBlock;
          }
          market.active = running;
          market.capacity = activeCapacity;
          market.fees = fees;
          market.sold = sold;
          market.price = price * exp(clamp((0.05 * (fees - sold * price)) / (10 * count), -0.1, 0.1));
        },
      },
    ],
    metrics: [
      {
        id: 'price',
        title: 'Price',
        unit: 'USD',
        definition: 'After the step.',
        source: 'P1',
        read: ({ market }) => market.price,
      },
      {
        id: 'active',
        title: 'Active',
        unit: 'agent',
        definition: 'After the step.',
        source: 'P1',
        read: ({ market }) => market.active,
      },
      {
        id: 'capacity',
        title: 'Capacity',
        unit: 'unit',
        definition: 'Of active agents, before the step.',
        source: 'P1',
        read: ({ market }) => market.capacity,
      },
      {
        id: 'fees',
        title: 'Fees',
        unit: 'USD',
        definition: 'Paid in the step.',
        source: 'P1',
        read: ({ market }) => market.fees,
      },
      {
        id: 'sold',
        title: 'Sold',
        unit: 'token',
        definition: 'In the step.',
        source: 'P1',
        read: ({ market }) => market.sold,
      },
    ],
  });
