import { status, type World } from '../contract/vocabulary.ts';
import { median } from '../kernel/median.ts';
import type { WorldMetric } from './world-metric.ts';

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
    read: medianPayback,
  },
  {
    id: 'providers.in-profit',
    title: 'Providers in profit',
    unit: 'share',
    definition: 'Active providers whose 30-day average profit is above zero.',
    source: 'supply mechanisms',
    gaps: 'nobody is active',
    read: ({ network }) => (network.active > 0 ? network.inProfit / network.active : Number.NaN),
  },
];

/** Profit of the day per dollar of hardware, of the median provider, turned over. */
function medianPayback({ providers, market, hardware }: World): number {
  const { count, status: statuses, shadowReward, opex, hardwareFactor } = providers;
  const returns = scratch(count);
  let active = 0;
  for (let i = 0; i < count; i++) {
    if (statuses[i] !== status.active) continue;
    const price = hardware.price * hardwareFactor[i];
    returns[active] = price > 0 ? (shadowReward[i] * market.price - opex[i]) / price : Number.NaN;
    active += 1;
  }
  const middle = median(returns, active);
  return middle > 0 ? 1 / middle : Number.NaN;
}

let buffer = new Float64Array(0);

/** Room for one number a row: allocated once, not each day. */
function scratch(rows: number): Float64Array {
  if (buffer.length < rows) buffer = new Float64Array(rows);
  return buffer;
}
