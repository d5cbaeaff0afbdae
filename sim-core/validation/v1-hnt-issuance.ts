import { dayNumber, dayOf } from '../kernel/calendar.ts';
import { sum } from '../kernel/sum.ts';
import { check } from './check.ts';
import { closes, economy, oneRegion } from './economy.ts';
import { hntWeeks } from './figures/hnt-weeks.ts';

const days = hntWeeks.map(({ week }) => dayOf(week) ?? 0);
const burned = { days, values: hntWeeks.map((week) => week.burned) };
const price = { days, values: hntWeeks.map((week) => week.price) };

/** The model itself, driven by recorded burns and prices: what it mints is held against what the chain minted. */
export const hntIssuance = check({
  id: 'V1',
  title: 'HNT minted a week, 2023-04-24 to 2023-06-18: schedule and net emissions',
  unit: 'token/week',
  source: {
    title:
      'HNT minted on Solana by week, Dune exports in CryptoZach/Tokenomics-as-Systems-Engineering, commit 7c2503d',
    url: 'https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d',
    licence: 'CC-BY-4.0',
  },
  tolerance: {
    kind: 'absolute',
    value: 1e-6,
    because: 'The chain rounds each of 21 mints down to 1e-8 HNT.',
  },
  expected: hntWeeks.map(({ week, issued }) => ({ of: `week of ${week}`, value: issued })),
  constants: { firstYear: 60_000_000, halvesEvery: 24, netCap: 34.24 },
  compute({ firstYear, halvesEvery, netCap }) {
    const spec = economy('v1', days[0], 7 * hntWeeks.length, {
      'agents.token': { price: price.values[0] },
      'agents.providers': { rows: 10, activeAtStart: 1, spoofers: 0, weight: 100_000, regions: oneRegion },
      'demand.recorded': { burned, price },
      'settlement.burn-and-mint': {},
      'emission.halving': { initial: firstYear, period: halvesEvery, first: dayNumber(2019, 8, 2) },
      'emission.net': {
        cap: { days: [0], values: [netCap] },
        window: 1,
        atStart: burned.values[0] / 7,
      },
      'reward.per-capacity': {},
      'market.recorded': { price },
    });
    const [column] = closes(spec, '1', ({ ledger }) => ledger.mintedToday);
    return hntWeeks.map((_, week) => sum(column.subarray(7 * week, 7 * week + 7), 7));
  },
});
