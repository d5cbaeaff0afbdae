import { max } from '../kernel/math.ts';
import { check } from './check.ts';
import { closes, economy, oneRegion } from './economy.ts';

/** After ten years 3 % of the most providers were still there in the slowest of 4 seeds. */
const days = 15 * 365;
const seeds = 3;

/** Emission alone holds no price: where nobody pays for service, price and providers go to zero. */
export const noRevenue = check({
  id: 'T1',
  title: 'Emission without revenue: what is left after 15 years, the highest of 3 seeds',
  unit: 'share',
  source: { title: 'Limit of theory: a token that nobody needs is worth what it will earn, nothing' },
  tolerance: {
    kind: 'absolute',
    value: 0.02,
    because: 'Zero is a limit: the price falls by half in some 600 days.',
  },
  expected: [
    { of: 'price over that of the first day', value: 0 },
    { of: 'providers over their most', value: 0 },
  ],
  constants: { revenueUsd: 0, hypeHalfLife: 600 },
  compute({ revenueUsd, hypeHalfLife }) {
    const spec = economy('t1', 18_600, days, {
      'agents.token': {},
      'agents.providers': { rows: 300, weight: 100, regions: oneRegion },
      'demand.recorded': {
        burned: { days: [0], values: [7 * revenueUsd] },
        price: { days: [0], values: [1] },
      },
      'settlement.burn-and-mint': {},
      'emission.halving': {},
      'reward.per-capacity': {},
      'supply.sell-flow': {},
      'supply.patient-exit': {},
      'supply.hardware': {},
      'supply.rational-entry': {},
      // Moods move the price by a factor of four either way for years; theory speaks of what they are about.
      'market.traders': { hypeHalfLife, sentimentSpread: 0 },
      'market.uniform-batch': {},
    });
    const left = { price: 0, providers: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const [price, active] = closes(
        spec,
        `${seed}`,
        ({ market }) => market.price,
        ({ network }) => network.active,
      );
      left.price = max(left.price, price[days - 1] / price[0]);
      left.providers = max(left.providers, active[days - 1] / active.reduce((a, b) => max(a, b)));
    }
    return [left.price, left.providers];
  },
});
