// The weather network: what a day's score, a cell's places and the schedule pay, with the scenario's own values.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { mean, type Run, run, specOf, total } from './scenario-run.ts';
import { numbers, started } from './started.ts';

const folder = path.join(root, 'scenarios/weather-sensors');

describe('rules, with the values of the scenario', () => {
  let spec: ScenarioSpec;
  beforeAll(async () => {
    spec = await specOf(folder, 'scenario.yaml', {});
  });
  const given = (id: string) => ({ ...spec.mechanisms.find((use) => use.id === id)?.parameters });

  it('14,246 a day for ten years are 52 million, and all allocations are 100 million', () => {
    const { amount, from, until } = given('emission.fixed');
    const station = Number(amount) * (Number(until) - Number(from));
    expect(Math.round(station / 1e6)).toBe(52);
    const { supply } = given('agents.token');
    const { treasury } = given('agents.holders');
    expect(Number(supply) + Number(treasury) + 33_000_000 + 52_000_000).toBe(100_000_000);
  });

  it('of 12 good stations in a cell ten are paid; who joined last gets nothing, and still counts in what all could get', () => {
    const on = started(
      'reward.cell-ranking',
      given('reward.cell-ranking'),
      { providers: 13, cells: 2 },
      {
        'ledger.emission': 14_246,
        'providers.status': 2,
        'providers.cell': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        'providers.joinedAt': [-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, 0],
        'providers.quality': [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5],
        'providers.rewardWeight': 480,
        'providers.multiplier': 1,
      },
    );
    for (const tick of [0, 1]) {
      on.set('ledger.emission', 14_246);
      on.set('ledger.treasury', 0);
      on.set('providers.multiplier', 1);
      on.day(tick);
      const most = 14_246 / 13;
      const rewards = numbers(on.value('providers.reward'));
      expect(rewards.slice(0, 2)).toEqual([0, 0]);
      for (const reward of rewards.slice(2, 12)) expect(reward).toBeCloseTo(0.9 * most, 8);
      expect(rewards[12]).toBeCloseTo(0.5 * most, 8);
      expect(on.value('ledger.treasury')).toBeCloseTo(14_246 - 9.5 * most, 8);
    }
    // The next day the most senior does worse than all others: the second youngest has its place.
    on.set('providers.quality', [...Array(11).fill(0.9), 0.8, 0.5]);
    on.set('ledger.emission', 14_246);
    on.set('providers.multiplier', 1);
    on.day(2);
    const paid = numbers(on.value('providers.reward')).map((reward) => Math.round((reward * 13) / 142.46));
    expect(paid).toEqual([0, ...Array(10).fill(90), 0, 50]);
  });

  it('a cell of many keeps the best of all, in whatever order they stand', () => {
    const count = 200;
    const quality = Array.from({ length: count }, (_, i) => (((i * 73) % count) + 1) / count);
    const on = started(
      'reward.cell-ranking',
      { places: 10 },
      { providers: count },
      {
        'ledger.emission': 1,
        'providers.status': 2,
        'providers.quality': quality,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
    );
    on.day(0);
    const paid = numbers(on.value('providers.reward')).flatMap((reward, i) =>
      reward > 0 ? [quality[i]] : [],
    );
    expect(paid.sort()).toEqual([...quality].sort((a, b) => a - b).slice(-10));
  });

  it('a station that moved scores nothing for seven days', () => {
    const on = started(
      'verification.quality-score',
      { ...given('verification.quality-score'), moves: 1e9 },
      { providers: 100 },
      { 'providers.status': 2, 'providers.quality': 1 },
    );
    const scoring = (tick: number, moves: number): number => {
      on.day(tick, { moves });
      return numbers(on.value('providers.quality')).filter((score) => score > 0).length;
    };
    expect(scoring(0, 1e9)).toBe(0);
    for (let tick = 1; tick < 7; tick++) expect(scoring(tick, 0), `day ${tick}`).toBe(0);
    expect(scoring(7, 0)).toBeGreaterThan(80);
  });
});

describe('a quarter of a year', () => {
  let each: Run;
  beforeAll(async () => {
    const spec = await specOf(folder, 'scenario.yaml', {
      'agents.providers': { rows: 6000, weight: 1, activeAtStart: 0.9 },
    });
    each = run({ ...spec, ticks: 91 }, '1');
  });

  it('mints 14,246 a day, and pays out less: what stations score', () => {
    expect(new Set(each('supply.minted'))).toEqual(new Set([14_246]));
    const price = each('market.price');
    const paid = each('providers.reward-usd').map(
      (usd, t) => (usd * (each('providers.active')[t] ?? 0)) / (price[t] ?? 1),
    );
    expect(mean(paid)).toBeGreaterThan(0.5 * 14_246);
    expect(mean(paid)).toBeLessThan(0.9 * 14_246);
  });

  it('pays a station of 400 USD back within 700 days at first', () => {
    const payback = mean(each('providers.payback').slice(0, 30));
    expect(payback).toBeGreaterThan(20);
    expect(payback).toBeLessThan(700);
  });

  it('burns what is paid, a hundredth of what it mints', () => {
    expect(total(each('supply.burned'))).toBeGreaterThan(0);
    expect(total(each('supply.burned'))).toBeLessThan(0.01 * total(each('supply.minted')));
  });
});
