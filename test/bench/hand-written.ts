import { exp, pow } from '../../sim-core/kernel/math.ts';
import { stream, uniform } from '../../sim-core/kernel/random.ts';
import { blockRows } from '../../sim-core/kernel/sum.ts';

/**
 * P1 as someone would write it without any framework: typed arrays and one function, with the engine's generator and its order of
 * sums, so that it comes to the same bits. What the public contract is measured against.
 * @returns price, active, capacity, fees and sold of each tick, as the metrics of `providerMarket`
 */
export function handWritten(rows: number, ticks: number, seed: string): readonly Float64Array[] {
  const capacity = new Float64Array(rows);
  const unitCost = new Float64Array(rows);
  const threshold = new Float64Array(rows);
  const balance = new Float64Array(rows);
  const average = new Float64Array(rows);
  const active = new Uint8Array(rows);
  const random = stream(seed, 'providers');
  random.turn(-1, 0);
  for (let i = 0; i < rows; i++) capacity[i] = 0.5 + uniform(random.k0, random.k1, i);
  random.turn(-1, 1);
  for (let i = 0; i < rows; i++) unitCost[i] = 0.2 + uniform(random.k0, random.k1, i);
  random.turn(-1, 2);
  for (let i = 0; i < rows; i++) threshold[i] = 0.5 * uniform(random.k0, random.k1, i);
  for (let i = 0; i < rows; i++) active[i] = i & 1;

  const prices = new Float64Array(ticks);
  const counts = new Float64Array(ticks);
  const capacities = new Float64Array(ticks);
  const allFees = new Float64Array(ticks);
  const sales = new Float64Array(ticks);
  let price = 1;
  for (let tick = 0; tick < ticks; tick++) {
    const emission = rows * pow(0.5, tick / 365);
    const demand = 0.3 * rows * pow(1.001, tick);
    let activeCapacity = 0;
    for (let from = 0; from < rows; from += blockRows) {
      const to = Math.min(from + blockRows, rows);
      let block = 0;
      for (let i = from; i < to; i++) block += active[i] * capacity[i];
      activeCapacity += block;
    }
    const fees = Math.min(demand, activeCapacity) * 0.5;
    const reward =
      activeCapacity > 0 ? emission / activeCapacity + (0.5 * (fees / price)) / activeCapacity : 0;
    random.turn(tick, 0);
    const { k0, k1 } = random;
    let sold = 0;
    let running = 0;
    for (let from = 0; from < rows; from += blockRows) {
      const to = Math.min(from + blockRows, rows);
      let block = 0;
      for (let i = from; i < to; i++) {
        const u = uniform(k0, k1, i);
        const c = capacity[i];
        if (active[i] === 1) {
          const earned = reward * c;
          const held = balance[i] + earned;
          const sale = 0.6 * held;
          balance[i] = held - sale;
          block += sale;
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
      sold += block;
    }
    price *= exp(Math.max(-0.1, Math.min(0.1, (0.05 * (fees - sold * price)) / (10 * rows))));
    prices[tick] = price;
    counts[tick] = running;
    capacities[tick] = activeCapacity;
    allFees[tick] = fees;
    sales[tick] = sold;
  }
  return [prices, counts, capacities, allFees, sales];
}
