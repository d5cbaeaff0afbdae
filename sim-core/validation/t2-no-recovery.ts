import { exp, log } from '../kernel/math.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';
import { closes, economy, oneRegion } from './economy.ts';

const until = 30;
const over = 10;

/**
 * Where as much is burned as minted, the price rises as fast as emission falls, but no faster than holders discount, or all
 * would hold. Emission that falls slower than they discount leaves a loss to whoever holds, for ever.
 */
export const noRecovery = check({
  id: 'T2',
  title: 'Emission that falls slower than holders discount: the discounted price never recovers',
  unit: '1/year',
  source: sources.kalabic,
  tolerance: {
    kind: 'absolute',
    value: 0.005,
    because: 'The limit is one of centuries and of a market without depth; 20 to 30 years are measured.',
  },
  expected: [
    { of: 'falls by 0.1 a year, discount 0.3: growth of the discounted price', value: -0.2 },
    { of: 'falls by 0.6 a year, discount 0.3: holding pays just its discount', value: 0 },
  ],
  constants: { slow: 0.1, fast: 0.6, discount: 0.3 },
  compute: ({ slow, fast, discount }) => [
    growth(slow, discount) - discount,
    growth(fast, discount) - discount,
  ],
});

/** Yearly growth of the price (logarithmic) in the last years of a network with constant fees, all of them burned. */
function growth(decline: number, discount: number): number {
  const spec = economy('t2', 0, 365 * until + 1, {
    'agents.token': { supply: 1e8, price: 1, providerShare: 0 },
    'agents.providers': {
      rows: 10,
      weight: 1000,
      activeAtStart: 1,
      spoofers: 0,
      regions: oneRegion,
      sellFraction: { kind: 'fixed', value: 1 },
    },
    'demand.recorded': {
      burned: { days: [0], values: [7 * 25_000] },
      price: { days: [0], values: [1] },
    },
    'settlement.burn-and-mint': {},
    'emission.exponential-decay': {
      initial: 100_000,
      decline: 1 - exp(-decline / 365),
      epochsPerDay: 1,
      epochs: 1e9,
      first: 0,
    },
    'reward.per-capacity': { providerShare: 1 },
    'supply.sell-flow': {},
    'market.traders': {
      discount,
      // Fees for ever are worth as many years as the discount says.
      multiple: 1 / discount,
      hypePeak: 1,
      hypeHalfLife: 30,
      fundamental: 0.4,
      momentum: 0,
      narrative: 0,
      noise: 0,
      sentimentSpread: 0,
      volatilitySpread: 0,
    },
    // Theory knows no impact. At the depth and speed of the defaults burns hold the price above value: 0.234 a year, not 0.3.
    'market.uniform-batch': { depth: 0.5 },
  });
  const [price] = closes(spec, '1', ({ market }) => market.price);
  return log(price[365 * until] / price[365 * (until - over)]) / over;
}
