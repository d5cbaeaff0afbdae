// The network that keeps data for ever: coins and fees follow the node's own rules, and copies go as rewards halve.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Given, mean, type Run, run, specOf as specIn, total, year } from './scenario-run.ts';

const folder = path.join(root, 'scenarios/storage-endowment');
const specOf = (given: Given) => specIn(folder, 'scenario.yaml', given);
const small = { rows: 300, weight: 10 };

/** Mined in all years together, when a year halves what is left. */
const toMine = 11_000_000;

it("mines what the node's own tests expect of years 1 to 10 after genesis, within their 0.001 %", async () => {
  const spec = await specOf({
    'agents.providers': { rows: 50 },
    'agents.users': { count: 5 },
    'emission.exponential-decay': { initial: toMine * (1 - 2 ** (-1 / 365)), decline: 1 - 2 ** (-1 / 365) },
  });
  const minted = run({ ...spec, ticks: 3650 }, '1')('supply.minted');
  for (const [n, expected] of [
    5_500_000, 2_750_000, 1_375_000, 687_500, 343_750, 171_875, 85_937.5, 42_968.75, 21_484.375, 10_742.1875,
  ].entries()) {
    expect(Math.abs(total(year(minted, n + 1)) / expected - 1), `year ${n + 1}`).toBeLessThan(1e-5);
  }
});

describe('from height 1,578,000', () => {
  let runs: readonly Run[];
  beforeAll(async () => {
    const spec = await specOf({ 'agents.providers': small });
    runs = ['1', '2'].map((seed) => run(spec, seed));
  });

  it('mines 85,700 AR in the first year and half of it in the next', () => {
    const expected = toMine * 2 ** (-1_578_000 / 262_800) * 0.5;
    for (const each of runs) {
      const minted = each('supply.minted');
      expect(total(year(minted, 1)) / expected).toBeCloseTo(1, 6);
      expect(total(year(minted, 2)) / total(year(minted, 1))).toBeCloseTo(0.5, 6);
    }
  });

  it('asks for a GB what 20 copies cost for 200 years and a 20th for miners', () => {
    for (const each of runs) {
      const fees = each('demand.fees');
      const served = each('demand.served');
      expect(total(fees) / total(served)).toBeCloseTo(20 * 200 * 0.004 * 1.05, 6);
    }
  });

  it('puts 20 parts of 21 of every fee aside and takes nothing while rewards are more than copies cost', () => {
    for (const each of runs) {
      const usd = each('endowment.usd');
      const aside = total(each('demand.fees').slice(1)) * (1 - 0.047619);
      expect(((usd.at(-1) ?? 0) - (usd[0] ?? 0)) / aside).toBeCloseTo(1, 9);
    }
  });

  it('owes less each year for what it keeps, so that the endowment covers more of 200 years', () => {
    for (const each of runs) {
      const cover = each('endowment.cover');
      expect(mean(year(cover, 5))).toBeGreaterThan(1.5 * mean(year(cover, 1)));
    }
  });

  it('has more than twenty miners at the end, and fewer than half of its most', () => {
    for (const each of runs) {
      const miners = each('providers.active');
      expect(miners.at(-1)).toBeGreaterThan(20);
      expect(miners.at(-1)).toBeLessThan(0.5 * Math.max(...miners));
    }
  });
});

it('takes from the endowment what copies cost, less what miners get of fees, where nothing is mined', async () => {
  const spec = await specOf({
    'agents.providers': { ...small, activeAtStart: 0.5 },
    'emission.exponential-decay': { initial: 0 },
    'settlement.endowment': { cost: 0.4 },
  });
  const days = run({ ...spec, ticks: 30 }, '1');
  const usd = days('endowment.usd');
  const fees = total(days('demand.fees').slice(1));
  const taken = (usd[0] ?? Number.NaN) - (usd[29] ?? Number.NaN) + fees * (1 - 0.047619);
  const cost = (29 * 20 * 237_600 * 0.4) / 365;
  expect(taken / (cost - fees * 0.047619)).toBeCloseTo(1, 2);
});
