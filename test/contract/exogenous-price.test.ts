// Prices that come from outside: their statistics, and what traders reckon their orders by before the first day.
import { describe, expect, it } from 'vitest';
import { blend } from '../../sim-core/mechanisms/market/blend.ts';
import { jumpDiffusion } from '../../sim-core/mechanisms/market/jump-diffusion.ts';
import { orderImbalance } from '../../sim-core/mechanisms/market/order-imbalance.ts';
import { stage } from '../../sim-core/stage.ts';
import { overDays, started } from './over-days.ts';

/** Logarithmic returns over so many days. */
function returns(given: Readonly<Record<string, number>>, days: number): readonly number[] {
  const on = started(jumpDiffusion, stage(jumpDiffusion, given), { 'market.price': 1 });
  const prices: number[] = [];
  overDays(jumpDiffusion, on, days, () => prices.push(Number(on.value('market.price'))));
  return prices.slice(1).map((price, i) => Math.log(price / (prices[i] ?? Number.NaN)));
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const spread = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('market.jump-diffusion', () => {
  it('has the volatility and the drift it is given', () => {
    const calm = returns({ volatility: 0.05, drift: 3.65, jumpRate: 0 }, 4001);
    expect(spread(calm) / 0.05).toBeCloseTo(1, 1);
    expect(Math.abs(mean(calm) - (0.01 - 0.05 ** 2 / 2))).toBeLessThan(3 * (0.05 / Math.sqrt(4000)));
  });

  it('jumps as often and as far as it is told', () => {
    const jumps = returns(
      { volatility: 0, drift: 0, jumpRate: 73, jumpMean: -0.2, jumpSpread: 0.1 },
      4001,
    ).filter((value) => value !== 0);
    // 1 - e^(-1/5) of the days.
    expect(jumps.length / 4000 / (1 - Math.exp(-0.2))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(jumps) + 0.2)).toBeLessThan(0.02);
    expect(spread(jumps) / 0.1).toBeCloseTo(1, 1);
  });
});

describe('depth before the first day', () => {
  const world = { 'market.price': 2, 'ledger.traders': 1000, 'ledger.locked': 500 };

  it('is a share of what circulates, at the price of the start', () => {
    const imbalance = started(orderImbalance, stage(orderImbalance, { depth: 0.1 }), world);
    expect(imbalance.value('market.poolUsd')).toBe(200);
    const path = { days: [0], values: [8] };
    const blended = started(blend, stage(blend, { depth: 0.1, path, weight: 0.5 }), world);
    expect(blended.value('market.price')).toBeCloseTo(4, 12);
    expect(blended.value('market.poolUsd')).toBeCloseTo(400, 9);
  });
});
