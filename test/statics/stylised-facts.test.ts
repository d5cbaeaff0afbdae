// What the three networks have in common with those that were seen: booms, dilution, volatility; and how a shock spreads.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Archetype, type Changes, compute, storage, wireless } from './archetypes.ts';
import { beside, type Path, pathOf, runOf, seeds } from './ensemble.ts';
import { dayOfPeak, last, mean, median, total, volatility, year } from './measures.ts';

/** Economy.md asks for 50 seeds; what holds in 90 % of them must hold in as large a share of these. */
const count = 16;

const most = Math.ceil(0.9 * count);

const pathsOf = (network: Archetype, changes: Changes = {}): readonly Path[] =>
  seeds(count).map((seed) => pathOf(network.spec(changes), seed));

const burnIssue = (path: Path, n: number): number =>
  total(year(path('supply.burned'), n)) / total(year(path('supply.minted'), n));

/**
 * The half-life under which the order of peaks was claimed. With the 1,500 days that are recommended for compute, valuation
 * lasts so long that a later mood sets the highest price in 8 of 50 seeds; with these in 4.
 */
const shortHype = { 'market.traders.hypeHalfLife': 900 };

describe.each<{ name: string; open: () => Promise<Archetype>; changes: Changes }>([
  { name: 'wireless', open: wireless, changes: {} },
  { name: 'storage', open: storage, changes: {} },
  { name: 'compute', open: compute, changes: shortHype },
])(`$name: of ${count} seeds`, ({ open, changes }) => {
  let paths: readonly Path[];
  beforeAll(async () => {
    paths = pathsOf(await open(), changes);
  });
  const holdsIn = (holds: (path: Path) => boolean): number => paths.filter(holds).length;

  it(`at least ${most} more than double and end below 0.7 of their peak`, () => {
    const booms = holdsIn((path) => {
      const providers = path('providers.active');
      const peak = Math.max(...providers);
      return peak > 2 * (providers[0] ?? Number.NaN) && last(providers) < 0.7 * peak;
    });
    expect(booms).toBeGreaterThanOrEqual(most);
  });

  it(`in at least ${most} the price is highest before providers are most`, () => {
    const before = holdsIn((path) => dayOfPeak(path('market.price')) < dayOfPeak(path('providers.active')));
    expect(before).toBeGreaterThanOrEqual(most);
  });

  it(`in at least ${most} hardware pays back later in year 3 than in year 1`, () => {
    const later = holdsIn((path) => {
      const payback = path('providers.payback');
      return median(year(payback, 3)) > median(year(payback, 1));
    });
    expect(later).toBeGreaterThanOrEqual(most);
  });

  it('the median price moves by 4 to 7 % a day', () => {
    const daily = median(paths.map((path) => volatility(path('market.price'))));
    expect(daily).toBeGreaterThan(0.04);
    expect(daily).toBeLessThan(0.07);
  });
});

describe('wireless', () => {
  let network: Archetype;
  beforeAll(async () => {
    network = await wireless();
  });

  it(`burns less than 5 % of what it mints in year 1, in the median of ${count} seeds`, () => {
    expect(median(pathsOf(network).map((path) => burnIssue(path, 1)))).toBeLessThan(0.05);
  });

  // Measured: 8 of 16.
  it(`four fifths of demand gone on day 1,300: some of ${count} seeds spiral down, not nearly all`, () => {
    const shock = beside('before', 'demand.logit-choice', ({ shocks, clock }) => {
      if (clock.tick >= 1300) shocks.demand *= 0.2;
    });
    const spirals = seeds(count).filter((seed) => {
      const path = runOf(network.spec(), seed, shock);
      const [price, providers] = [path('market.price'), path('providers.active')];
      return (
        last(price) < 0.2 * (price[1299] ?? Number.NaN) &&
        last(providers) < 0.35 * (providers[1299] ?? Number.NaN)
      );
    });
    expect(spirals.length).toBeGreaterThan(0.05 * count);
    expect(spirals.length).toBeLessThan(0.8 * count);
  });

  it('does not depend on how it is simulated: four times the rows for half of the network, the same medians of 8 seeds', () => {
    const three = { horizon: '1095 day' };
    const half = {
      'agents.providers.rows': 10_000,
      'agents.providers.weight': 65,
      'agents.cells.cells': 2000,
      'agents.token.supply': 37_500_000,
      'emission.halving.initial': 30_000_000,
      'emission.net.cap': 821.9,
      'agents.users.potential': 100_000,
    };
    const compared = seeds(8);
    const large = compared.map((seed) => pathOf(network.spec(), seed));
    const small = compared.map((seed) => pathOf(network.spec({ ...three, ...half }), seed));
    const ratio = (measure: (path: Path) => number, scale = 1): number =>
      (median(small.map(measure)) / median(large.map(measure))) * scale;
    const threeYears = (values: readonly number[]): readonly number[] => values.slice(0, 1095);
    const peak = ratio((path) => Math.max(...threeYears(path('providers.active'))), 2);
    const size = ratio((path) => mean(threeYears(path('providers.active'))), 2);
    const price = ratio((path) => mean(threeYears(path('market.price'))));
    // Measured: 1.02, 1.03, 1.00. Burns are not compared: two thirds of demand are two customers, who come on other days
    // where other cells are covered, so that the burns of year 1 differ by 37 %.
    for (const each of [peak, size, price]) expect(Math.abs(each - 1)).toBeLessThan(0.1);
  });
});

describe('without demand', () => {
  // Moods alone move the price fourfold either way: with them it ends at 0.2 to 8 % of its start, in 7 of these 8 seeds
  // below 2 %; divided by the mood of the day, at 0.8 to 1.7 % in each. So what is claimed is claimed without them.
  it('and moods, price ends below 2 % of its start and falls, providers below 1 % of their peak: in all of 8 seeds', async () => {
    const spec = (await wireless()).spec({
      'agents.users.potential': 0,
      'agents.users.count': 1,
      'market.traders.sentimentSpread': 0,
      horizon: '3650 day',
    });
    for (const seed of seeds(8)) {
      const path = pathOf(spec, seed);
      const [price, providers] = [path('market.price'), path('providers.active')];
      expect(last(price)).toBeLessThan(0.02 * (price[0] ?? Number.NaN));
      expect(mean(year(price, 10))).toBeLessThan(mean(year(price, 9)));
      expect(last(providers)).toBeLessThan(0.01 * Math.max(...providers));
    }
  });
});
