// The mapping network: what its own rules, with the scenario's own values, mint, share out and burn.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { status } from '../../sim-core/contract/vocabulary.ts';
import { reMint } from '../../sim-core/mechanisms/emission/re-mint.ts';
import { stage } from '../../sim-core/stage.ts';
import { overDays } from './over-days.ts';
import { mean, type Run, run, specOf, total } from './scenario-run.ts';
import { numbers, started } from './started.ts';

const folder = path.join(root, 'scenarios/mapping');

describe('rules, with the values of the scenario', () => {
  let spec: ScenarioSpec;
  beforeAll(async () => {
    spec = await specOf(folder, 'scenario.yaml', {});
  });
  const given = (id: string) => ({ ...spec.mechanisms.find((use) => use.id === id)?.parameters });

  it('MIP-15: of a week of burns a quarter is minted in the next, at most 500,000; the overage stays burned', () => {
    const on = stage(reMint, given('emission.re-mint'));
    on.set('ledger.traders', 10_000_000);
    const weeks = [1_000_000, 3_000_000, 0, 14_000];
    const minted: number[] = [];
    overDays(reMint, on, 7 * 5, (tick) => {
      if (tick % 7 === 0) minted.push(Number(on.value('ledger.emission')));
      // What the market burned yesterday.
      const burned = tick > 0 ? (weeks[Math.floor((tick - 1) / 7)] ?? 0) / 7 : 0;
      on.state.ledger.burn('traders', burned, 'map credits');
    });
    minted.push(Number(on.value('ledger.emission')));
    const byWeek = minted.slice(1).map((now, week) => now - (minted[week] ?? Number.NaN));
    for (const [week, expected] of [0, 250_000, 500_000, 0, 3500].entries())
      expect(byWeek[week], `week ${week + 1}`).toBeCloseTo(expected, 6);
    expect(on.state.ledger.burned).toBeCloseTo(4_014_000, 5);
  });

  it('a map credit of 0.0075 USD: 1,000 credits, a week of 20 km, are 7.50 USD and 375 HONEY at 0.02 USD', () => {
    const { unitPrice } = given('agents.users');
    const { creditPrice } = given('settlement.prepaid-credits');
    expect(20 * Number(unitPrice)).toBeCloseTo(7.5, 12);
    expect((20 * Number(unitPrice)) / Number(creditPrice)).toBeCloseTo(1000, 9);
    expect((20 * Number(unitPrice)) / 0.02).toBeCloseTo(375, 9);
  });

  it('progress is measured once a week: what is mapped on a Tuesday counts from Monday on', () => {
    const on = started(
      'emission.map-progress',
      { total: 3640, target: 1 },
      { cells: 10 },
      { 'regions.share': 1, 'cells.occupants': [2, 2, 2, 2, 2, 0, 0, 0, 0, 0] },
    );
    on.day(0);
    on.set('cells.occupants', 2);
    for (let tick = 1; tick < 7; tick++) {
      on.day(tick);
      expect(on.value('emission.scheduled')).toBe(0.5);
    }
    on.day(7);
    expect(on.value('emission.scheduled')).toBe(1);
  });

  it('the world is the mean of regions, weighted by their shares; one without cells has none', () => {
    const on = started(
      'emission.map-progress',
      { total: 3640, target: 0.5 },
      { cells: 10, regions: 3 },
      {
        'regions.share': [0.75, 0.125, 0.125],
        'cells.region': [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
        'cells.occupants': [2, 1, 1, 0, 0, 0, 5, 5, 5, 0],
      },
    );
    on.day(0);
    // (1 + 0.5 + 0.5) / 3 of the first, all of the second.
    expect(on.value('regions.progress')).toEqual([2 / 3, 1, 0]);
    expect(on.value('emission.scheduled')).toBeCloseTo(0.75 * (2 / 3) + 0.125, 12);
  });

  it('MIP-7: from 70, 80 and 90 % on a region counts 1.5, 2 and 3 times', () => {
    const at = (progress: number): number => {
      const on = started(
        'reward.regional-pools',
        { ...given('reward.regional-pools'), providerShare: 1 },
        { regions: 2 },
        {
          'ledger.emission': 1000,
          'regions.share': 0.5,
          'regions.progress': [0.5, progress],
          'providers.region': [0, 1, 1, 1, 0, 0, 0, 0, 0, 0],
          'providers.status': [2, 2, 2, 0, 0, 4, 4, 4, 4, 4],
          'providers.rewardWeight': [6, 1, 3, 2, 1, 1, 1, 1, 1, 1],
          'providers.multiplier': 1,
        },
      );
      on.day(0);
      const [first = 0, second = 0, third = 0] = numbers(on.value('providers.reward'));
      expect(first + second + third).toBeCloseTo(1000, 9);
      expect(third / second).toBeCloseTo(3, 12);
      const multiplier = numbers(on.value('providers.multiplier'));
      expect(multiplier[3]).toBe(multiplier[1]);
      return (second + third) / first / (progress / 0.5);
    };
    expect([0.69, 0.7, 0.8, 0.9].map((progress) => Math.round(1e9 * at(progress)) / 1e9)).toEqual([
      1, 1.5, 2, 3,
    ]);
  });

  it('where nobody maps yet a newcomer reckons with the average, and the pools of others are all that is paid', () => {
    const on = started(
      'reward.regional-pools',
      { providerShare: 1 },
      { regions: 2 },
      {
        'ledger.emission': 60,
        'regions.share': 0.5,
        'regions.progress': [0.5, 0],
        'providers.region': [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.status': [2, 0, 2, 4, 4, 4, 4, 4, 4, 4],
        'providers.suspendedUntil': [0, 0, 9, 0, 0, 0, 0, 0, 0, 0],
        'providers.rewardWeight': 2,
        'providers.multiplier': 1,
        'network.weight': 3,
      },
    );
    for (const tick of [0, 1]) {
      on.set('ledger.emission', 60);
      on.set('providers.multiplier', 1);
      on.day(tick);
      expect(numbers(on.value('providers.multiplier')).slice(0, 3)).toEqual([1, 1, 1]);
      expect(numbers(on.value('providers.reward')).slice(0, 3)).toEqual([20, 0, 0]);
      expect(on.value('network.rewardWeight')).toBe(6);
    }
    expect(numbers(on.value('providers.status'))[1]).toBe(status.prospect);
  });
});

describe('half a year', () => {
  let each: Run;
  beforeAll(async () => {
    // All rows: a row of several units would cover one cell.
    const spec = await specOf(folder, 'scenario.yaml', {});
    each = run({ ...spec, ticks: 182 }, '1');
  });

  it('mints what progress gives, less than a complete map would, plus a quarter of what was burned', () => {
    const minted = total(each('supply.minted'));
    const complete = (4_000_000_000 / 520) * 26;
    expect(minted).toBeGreaterThan(0.2 * complete);
    expect(minted).toBeLessThan(0.9 * complete);
  });

  it('never has more than 10 billion, and burns less than a tenth of what it mints', () => {
    expect(Math.max(...each('supply.outstanding'))).toBeLessThan(1e10);
    expect(total(each('supply.burned'))).toBeGreaterThan(0);
    expect(total(each('supply.burned'))).toBeLessThan(0.1 * total(each('supply.minted')));
  });

  it('pays a dashcam of 549 USD within a year or two on the first days, as a network that people joined', () => {
    const payback = mean(each('providers.payback').slice(0, 30));
    expect(payback).toBeGreaterThan(20);
    expect(payback).toBeLessThan(700);
  });
});
