// The GPU network: driven by recorded burns it mints what the policy's own simulation does; its free runs keep some known shapes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Given, mean, median, type Run, run, specOf as specIn, total, year } from './scenario-run.ts';

const folder = path.join(root, 'scenarios/gpu-compute');

const specOf = (name: string, given: Given) => specIn(folder, name, given);

/** One column of a data file of the scenario. */
function recorded(file: string, column: string): readonly number[] {
  const [header = '', ...rows] = readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const index = header.split(',').indexOf(column);
  return rows.map((row) => Number(row.split(',')[index]));
}

/** Sums over weekly epochs, of as many whole ones as there are. */
const byEpoch = (values: readonly number[]): readonly number[] =>
  Array.from({ length: Math.floor(values.length / 7) }, (_, epoch) =>
    total(values.slice(7 * epoch, 7 * epoch + 7)),
  );

const seeds = ['1', '2'];
const policy = recorded('data/rnp20-policy.csv', 'policy');
const burned = recorded('data/render-weekly.csv', 'render_burned');
const paidADay = total(recorded('data/render-weekly.csv', 'usd_burned')) / 0.95 / (7 * burned.length);

describe('driven by recorded burns', () => {
  let runs: readonly Run[];
  beforeAll(async () => {
    const spec = await specOf('scenario.yaml', { 'agents.providers': { rows: 1120, weight: 5 } });
    runs = seeds.map((seed) => run(spec, seed));
  });

  it('mints in each of 37 epochs what the reference simulation of the policy does, whatever the seed', () => {
    expect(policy).toHaveLength(37);
    for (const each of runs) {
      const minted = byEpoch(each('supply.minted'));
      expect(minted).toHaveLength(37);
      for (const [epoch, amount] of minted.entries())
        expect(amount, `epoch ${epoch + 1}`).toBeCloseTo(policy[epoch] ?? Number.NaN, 6);
    }
  });

  it('burns what was burned: the nodes can serve every job', () => {
    expect(burned).toHaveLength(36);
    for (const each of runs) {
      const computed = byEpoch(each('supply.burned'));
      for (const [epoch, amount] of burned.entries())
        expect(computed[epoch], `epoch ${epoch + 1}`).toBeCloseTo(amount, 5);
    }
  });

  it('pays a node within threefold of the published 8.50 USD a day at the end', () => {
    for (const each of runs) {
      const earned = mean(each('providers.reward-usd').slice(-7));
      expect(earned).toBeGreaterThan(8.5 / 3);
      expect(earned).toBeLessThan(8.5 * 3);
    }
  });
});

describe('free', () => {
  let runs: readonly Run[];
  beforeAll(async () => {
    const spec = await specOf('free.yaml', { 'agents.providers': { rows: 1000, weight: 10 } });
    runs = seeds.map((seed) => run(spec, seed));
  });

  it('mints what was voted: 9,126,804 in the first year, 5.9 million in the third', () => {
    for (const each of runs) {
      expect(total(year(each('supply.minted'), 1))).toBeCloseTo(9_126_804, -1);
      expect(total(year(each('supply.minted'), 3))).toBeCloseTo(5_900_000, -1);
    }
  });

  it('is paid within twofold of the record in its 36 epochs', () => {
    for (const each of runs) {
      const ratio = mean(each('demand.fees').slice(0, 252)) / paidADay;
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    }
  });

  it('gains nodes and loses many of them; the price is highest before they are most', () => {
    for (const each of runs) {
      const nodes = each('providers.active');
      const price = each('market.price');
      const peak = Math.max(...nodes);
      expect(peak).toBeGreaterThan(1.5 * (nodes[0] ?? Number.NaN));
      expect(nodes.at(-1)).toBeLessThan(0.7 * peak);
      expect(price.indexOf(Math.max(...price))).toBeLessThan(nodes.indexOf(peak));
    }
  });

  it('pays back later as it grows, and burns a larger part of what it mints', () => {
    for (const each of runs) {
      const payback = each('providers.payback');
      expect(median(year(payback, 3))).toBeGreaterThan(median(year(payback, 1)));
      const burnIssue = (n: number): number =>
        total(year(each('supply.burned'), n)) / total(year(each('supply.minted'), n));
      expect(burnIssue(1)).toBeLessThan(0.05);
      expect(burnIssue(3)).toBeGreaterThan(2 * burnIssue(1));
    }
  });

  it('moves by 3 to 8 % a day', () => {
    for (const each of runs) {
      const price = each('market.price');
      const returns = price.slice(1).map((now, t) => Math.log(now / (price[t] ?? Number.NaN)));
      const deviation = Math.sqrt(mean(returns.map((r) => (r - mean(returns)) ** 2)));
      expect(deviation).toBeGreaterThan(0.03);
      expect(deviation).toBeLessThan(0.08);
    }
  });
});

describe('free, under the policy', () => {
  it('decides as the reference did up to epoch 36, and later moves in steps of hundreds every twelve epochs', async () => {
    const spec = await specOf('policy.yaml', { 'agents.providers': { rows: 1000, weight: 10 } });
    for (const seed of seeds) {
      const minted = byEpoch(run(spec, seed)('supply.minted')).map(Math.round);
      expect(minted.slice(0, 36)).toEqual(policy.slice(0, 36));
      for (const [epoch, amount] of minted.entries()) {
        expect(amount % 100, `epoch ${epoch + 1}`).toBe(epoch < 12 ? 35 : 0);
        if (epoch % 12 > 0) expect(amount, `epoch ${epoch + 1}`).toBe(minted[epoch - 1]);
      }
    }
  });
});
