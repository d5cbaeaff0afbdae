import type { World } from '../contract/vocabulary.ts';
import { floor } from '../kernel/math.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { activeAtClose } from '../kernel/provider-rows.ts';
import { Ranks } from '../kernel/ranks.ts';
import { blockRows } from '../kernel/sum.ts';
import type { WorldMetric } from './world-metric.ts';

const returns = new Ranks();
/** Returns of the slow tenth, the median and the fast tenth. */
const found = new Float64Array(3);

/**
 * Quantiles over active providers of the day's profit per dollar of hardware, turned over: payback in days. The fast tenth is
 * the one with the highest return. NaN where that provider has no profit.
 */
const paybacks = onceADay((world: World) => {
  const n = gatherReturns(world);
  if (n === 0) return { fast: Number.NaN, median: Number.NaN, slow: Number.NaN };
  found[0] = floor((n - 1) * 0.1);
  found[1] = floor((n - 1) / 2);
  found[2] = floor((n - 1) * 0.9);
  returns.find(n, found);
  const days = (dailyReturn: number): number => (dailyReturn > 0 ? 1 / dailyReturn : Number.NaN);
  return { fast: days(found[2]), median: days(found[1]), slow: days(found[0]) };
});

/** Returns of those whose hardware costs something; how many they are. */
function gatherReturns(world: World): number {
  const { shadowReward, fiat, opex, hardwareFactor } = world.providers;
  const { price: hardwarePrice } = world.hardware;
  const { price: tokenPrice } = world.market;
  const { cost: costFactor } = world.shocks;
  const { rows, ends } = activeAtClose(world);
  const values = returns.reserve(world.providers.count);
  let n = 0;
  for (let block = 0; block < ends.length; block++) {
    for (let at = block * blockRows, end = ends[block]; at < end; at++) {
      const i = rows[at];
      const price = hardwarePrice * hardwareFactor[i];
      if (!(price > 0)) continue;
      values[n] = (shadowReward[i] * tokenPrice + fiat[i] - opex[i] * costFactor) / price;
      n += 1;
    }
  }
  return n;
}

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
