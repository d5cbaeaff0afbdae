import { dataFirst } from '../mechanisms/reward/data-first.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';
import { rewardRows } from './figures/hip147-rewards.ts';

const usd = 0.5;
const cents = 0.005;

/** HIP-147's tables of rewards: the mechanism that pays data first, as it was and as proposed. */
export const dataEatsFirst = check({
  id: 'V4',
  title: 'HIP-147 reward tables: 12 rows of 8 values',
  unit: 'USD/day',
  source: { ...sources.hip147, licence: 'Apache-2.0' },
  tolerance: {
    kind: 'absolute',
    value: usd,
    because: 'Published in whole dollars; to the cent a hotspot and a GB.',
  },
  expected: rewardRows.flatMap(({ hotspots, price, legacy, proposed }) =>
    Object.entries({ legacy, proposed }).flatMap(([rule, published]) => [
      { of: `${hotspots} hotspots at ${price} USD, ${rule}: coverage`, value: published.coverage },
      {
        of: `${hotspots} hotspots at ${price} USD, ${rule}: a hotspot`,
        value: published.coveragePerHotspot,
        within: cents,
      },
      { of: `${hotspots} hotspots at ${price} USD, ${rule}: data`, value: published.data },
      {
        of: `${hotspots} hotspots at ${price} USD, ${rule}: a GB`,
        value: published.perGigabyte,
        within: cents,
      },
    ]),
  ),
  constants: {
    scheduled: 20_547.95,
    reemitted: 1644,
    networkShare: 0.82,
    deployers: 0.6,
    legacyData: 0.4,
    perGigabyte: 0.5,
  },
  compute({ scheduled, reemitted, networkShare, deployers, legacyData, perGigabyte }) {
    return rewardRows.flatMap(({ hotspots, gigabytes, price }) =>
      [legacyData / deployers, 1].flatMap((dataCap) => {
        const { world, on } = alone(dataFirst, { providerShare: deployers, dataCap });
        on(0, ({ ledger, settlement, market }) => {
          ledger.mint('emission', (scheduled + reemitted) * networkShare, 'emission');
          settlement.fees = gigabytes * perGigabyte;
          market.price = price;
        });
        const data = world.reward.data * price;
        const coverage = (world.reward.providers - world.reward.data) * price;
        return [coverage, coverage / hotspots, data, data / gigabytes];
      }),
    );
  },
});
