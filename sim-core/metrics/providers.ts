import { status, type World } from '../contract/vocabulary.ts';
import { floor } from '../kernel/math.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { select } from '../kernel/select.ts';
import type { WorldMetric } from './world-metric.ts';

let returns = new Float64Array(0);

/**
 * Quantiles over active providers of the day's profit per dollar of hardware, turned over: payback in days. The fast tenth is
 * the one with the highest return. NaN where that provider has no profit.
 */
const paybacks = onceADay(({ providers, market, hardware, shocks }: World) => {
  const { count, status: statuses, shadowReward, fiat, opex, hardwareFactor } = providers;
  if (returns.length < count) returns = new Float64Array(count);
  let n = 0;
  for (let i = 0; i < count; i++) {
    if (statuses[i] !== status.active) continue;
    const price = hardware.price * hardwareFactor[i];
    if (!(price > 0)) continue;
    returns[n] = (shadowReward[i] * market.price + fiat[i] - opex[i] * shocks.cost) / price;
    n += 1;
  }
  const days = (rank: number): number => (returns[rank] > 0 ? 1 / returns[rank] : Number.NaN);
  if (n === 0) return { fast: Number.NaN, median: Number.NaN, slow: Number.NaN };
  const [low, middle, high] = [floor((n - 1) * 0.1), floor((n - 1) / 2), floor((n - 1) * 0.9)];
  select(returns, 0, n, middle);
  select(returns, 0, middle + 1, low);
  select(returns, middle, n, high);
  return { fast: days(high), median: days(middle), slow: days(low) };
});

/** What providers earn, and when hardware bought today pays back. */
export const providers: readonly WorldMetric[] = [
  {
    id: 'providers.reward-usd',
    title: 'Reward a unit',
    unit: 'USD/day',
    definition: 'Rewards of the day at its price, over active units; before running costs.',
    source: 'reward mechanism, market mechanism',
    gaps: 'nobody is active',
    read: ({ reward, market, network }) =>
      network.active > 0 ? (reward.providers * market.price) / network.active : Number.NaN,
  },
  {
    id: 'providers.payback',
    title: 'Payback',
    unit: 'day',
    definition:
      "Price of a device over the daily profit of the median active provider, at today's reward and price.",
    source: 'hardware cost / (revenue - running cost), as used by network trackers',
    gaps: 'the median provider has no profit',
    read: (world) => paybacks(world).median,
  },
  {
    id: 'providers.payback-fast',
    title: 'Payback, fastest tenth',
    unit: 'day',
    definition: 'The same for the provider whose hardware pays back faster than that of nine tenths.',
    source: 'hardware cost / (revenue - running cost)',
    gaps: 'that provider has no profit',
    read: (world) => paybacks(world).fast,
  },
  {
    id: 'providers.payback-slow',
    title: 'Payback, slowest tenth',
    unit: 'day',
    definition: 'The same for the provider whose hardware pays back slower than that of nine tenths.',
    source: 'hardware cost / (revenue - running cost)',
    gaps: 'that provider has no profit',
    read: (world) => paybacks(world).slow,
  },
  {
    id: 'providers.in-profit',
    title: 'Providers in profit',
    unit: 'share',
    definition: 'Active providers whose 30-day average profit is above zero.',
    source: 'supply mechanisms',
    gaps: 'nobody is active',
    needs: ['network.inProfit'],
    read: ({ network }) => (network.active > 0 ? network.inProfit / network.active : Number.NaN),
  },
];
