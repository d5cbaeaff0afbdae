// What changes when one rule does: with the same luck in both arms, so that eight pairs say what thousands of runs would.
// Mean differences of logarithms when this was written (in brackets those of the published prototype, 50 pairs): halving -0.24
// (-0.28), demand +1.03 and +0.48 (+0.82, +0.35), audits -0.036 (-0.017, over five years), incumbent +0.53 (+0.42), lead time
// -1.04 (-1.06), makers -0.44 (-0.45), attention -0.36 (-0.34), patience +0.16 (+0.13), selling -0.060 over two years (-0.038
// over five), hardware -0.17 (-0.20), all with the sign of the mean in 8 of 8. Pledge -0.011 (-0.10), 8 of 8 as well: in the first
// two years nearly all prospects accept even the larger one.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { type Archetype, type Changes, storage, wireless } from './archetypes.ts';
import { type Path, pathOf, seeds } from './ensemble.ts';
import { logOfYear, type Measure, mean, meanLogPrice } from './measures.ts';

const pairs = 8;

interface Effect {
  readonly says: string;
  readonly network: 'wireless' | 'storage';
  readonly changed: Changes;
  /** What both arms have beside the archetype's values; without it, one run of five years serves many effects. */
  readonly base?: Changes;
  /** Years that must be run to see it. */
  readonly years: number;
  readonly measure: Measure;
  readonly sign: 1 | -1;
  /** Pairs that must have the sign of the mean: 7, or 8 where it is said so. */
  readonly least?: number;
}

/** Mean share of rewards that spoofers get. */
const fraudShare: Measure = (path) => mean(path('fraud.share').filter((share) => !Number.isNaN(share)));

const effects: readonly Effect[] = [
  {
    says: 'a halving every year instead of two, from the same rate: fewer providers in year 3',
    network: 'wireless',
    // The first halving within the run is that of 2021-08-01 in both arms.
    changed: { 'emission.halving.first': '2020-08-01', 'emission.halving.period': 12 },
    years: 3,
    measure: logOfYear('providers.active', 3),
    sign: -1,
  },
  {
    says: 'three times the demand: a higher price in year 5',
    network: 'wireless',
    changed: { 'agents.users.potential': 600_000 },
    years: 5,
    measure: logOfYear('market.price', 5),
    sign: 1,
  },
  {
    says: 'three times the demand: more providers in year 5',
    network: 'wireless',
    changed: { 'agents.users.potential': 600_000 },
    years: 5,
    measure: logOfYear('providers.active', 5),
    sign: 1,
  },
  {
    says: 'five times the audits: a smaller share for spoofers',
    network: 'wireless',
    changed: { 'verification.random-audit.rate': 0.05 },
    years: 2,
    measure: fraudShare,
    sign: -1,
  },
  {
    says: 'an incumbent of twice the price: more customers in year 5',
    network: 'wireless',
    changed: { 'agents.users.incumbentPrice': 2.3 },
    years: 5,
    measure: logOfYear('users.active', 5),
    sign: 1,
  },
  {
    says: 'a lead time of 150 days instead of 60: fewer providers in year 1',
    network: 'wireless',
    changed: { 'supply.hardware.leadTime': 150 },
    years: 1,
    measure: logOfYear('providers.active', 1),
    sign: -1,
  },
  {
    says: 'makers of half the output: fewer providers in year 1',
    network: 'wireless',
    changed: { 'supply.hardware.output': 0.03 },
    years: 1,
    measure: logOfYear('providers.active', 1),
    sign: -1,
  },
  {
    says: 'twice the attention cost: fewer providers in year 5',
    network: 'wireless',
    changed: { 'agents.providers.attention': '{ lognormal: { median: 0.16, sigma: 1 } }' },
    years: 5,
    measure: logOfYear('providers.active', 5),
    sign: -1,
  },
  {
    says: 'twice the patience: more providers in year 5',
    network: 'wireless',
    changed: { 'agents.providers.patience': '{ lognormal: { median: 180, sigma: 0.4 } }' },
    years: 5,
    measure: logOfYear('providers.active', 5),
    sign: 1,
  },
  {
    says: 'a pledge of 60 days of reward instead of 20: fewer providers in year 2',
    network: 'storage',
    base: {},
    changed: { 'staking.initial-pledge.storageDays': 60 },
    years: 2,
    measure: logOfYear('providers.active', 2),
    sign: -1,
  },
  {
    says: 'providers who sell 0.9 of what they earn instead of 0.6: a lower price',
    network: 'wireless',
    base: { 'agents.providers.sellFraction': 0.6 },
    changed: { 'agents.providers.sellFraction': 0.9 },
    years: 2,
    measure: meanLogPrice,
    sign: -1,
  },
  {
    says: 'hardware half as dear again: fewer providers in year 2, in each of 8 pairs',
    network: 'wireless',
    changed: { 'supply.hardware.price': 675 },
    years: 2,
    measure: logOfYear('providers.active', 2),
    sign: -1,
    least: pairs,
  },
];

describe('with the same luck', () => {
  let networks: Readonly<Record<Effect['network'], Archetype>>;
  beforeAll(async () => {
    networks = { wireless: await wireless(), storage: await storage() };
  });

  it.each(effects)('$says', ({ network, base, changed, years, measure, sign, least = 7 }) => {
    const horizon = { horizon: `${365 * years} day` };
    // Without changes of its own the other arm is run once, for as long as any effect needs it.
    const before = networks[network].spec(base === undefined ? {} : { ...horizon, ...base });
    const after = networks[network].spec({ ...horizon, ...base, ...changed });
    const value = (spec: ScenarioSpec, seed: string): number =>
      measure(firstDays(pathOf(spec, seed), 365 * years));
    const differences = seeds(pairs).map((seed) => value(after, seed) - value(before, seed));
    expect(Math.sign(mean(differences))).toBe(sign);
    expect(differences.filter((each) => Math.sign(each) === sign).length).toBeGreaterThanOrEqual(least);
  });
});

/** The beginning of a run: how long it is does not change it. */
const firstDays =
  (path: Path, days: number): Path =>
  (metric) =>
    path(metric).slice(0, days);
