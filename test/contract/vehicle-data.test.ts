// Vehicle data: the scenario's own values pay DIP-2's example, streaks rise and fall by its table, and short runs keep the schedule.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { levels } from '../../sim-core/mechanisms/reward/levels.ts';
import { perform } from '../../sim-core/stage.ts';
import { mean, type Run, run, specOf, total } from './scenario-run.ts';
import { numbers, started } from './started.ts';

const folder = path.join(root, 'scenarios/vehicle-data');
const few = { 'agents.providers': { rows: 1000, weight: 1000 } };
const short = (spec: ScenarioSpec, ticks: number): ScenarioSpec => ({ ...spec, ticks });

async function given(id: string): Promise<ScenarioSpec['mechanisms'][number]['parameters']> {
  const { mechanisms } = await specOf(folder, 'scenario.yaml', {});
  return mechanisms.find((use) => use.id === id)?.parameters ?? {};
}

describe("DIP-2, with the scenario's own values", () => {
  it('a car with 6 for data, 1 for ten weeks and 2 for a lock earns 41.4375 of 1,105,000 beside 239,991 levels', async () => {
    const all = { connects: 1, locks: { name: ['1,500'], share: [1], level: [2] } };
    const on = perform(levels, {
      says: '',
      given: { ...(await given('reward.levels')), ...all },
      before: { 'providers.status': 2, 'providers.joinedAt': -70, 'providers.multiplier': 1 },
      after: {},
    });
    const [alice = Number.NaN] = numbers(on.value('providers.multiplier'));
    const { initial } = await given('emission.weekly-decay');
    expect((alice / (alice + 239_991)) * Number(initial)).toBeCloseTo(41.4375, 9);
  });

  it('of classes: 6 for a Tesla and a plugged device, 3 for the small one; locks of 1, 2 and 3 in 11 % of cars', async () => {
    const values = { ...(await given('reward.levels')), connects: 1 };
    const world = { 'providers.status': 2, 'providers.joinedAt': 0, 'providers.multiplier': 1 };
    const id = Array.from({ length: 9000 }, (_, i) => i);
    const on = started('reward.levels', values, { providers: 9000 }, { ...world, 'providers.id': id });
    const classed = started(
      'reward.levels',
      values,
      { providers: 9000 },
      { ...world, 'providers.id': id, 'providers.class': id.map((i) => i % 3) },
    );
    on.day(0);
    classed.day(0);
    const counted = numbers(on.value('providers.multiplier'));
    const shareOf = (level: number): number => counted.filter((value) => value === level).length / 9000;
    expect(shareOf(6)).toBeCloseTo(0.89, 1);
    for (const [level, share] of [
      [7, 0.06],
      [8, 0.03],
      [9, 0.02],
    ] as const)
      expect(Math.abs(shareOf(level) - share)).toBeLessThan(4 * Math.sqrt(share / 9000));
    const small = numbers(classed.value('providers.multiplier')).filter((_, i) => i % 3 === 2);
    expect(Math.min(...small)).toBe(3);
  });
});

describe('streaks', () => {
  /** Levels on the first day of each week, from cars that send data in the weeks that are said; 6 is the connection's. */
  function weeks(sends: readonly boolean[], joinedAt: number): readonly number[] {
    const before = { 'providers.status': 2, 'providers.joinedAt': joinedAt };
    const on = started('reward.levels', {}, {}, before);
    return sends.map((sent, week) => {
      for (let day = 0; day < 7; day++) {
        on.set('providers.multiplier', 1);
        on.day(7 * week + day, { connects: sent ? 1 : 0 });
      }
      return numbers(on.value('providers.multiplier'))[0] ?? Number.NaN;
    });
  }
  const always = (count: number): boolean[] => Array.from({ length: count }, () => true);
  const never = (count: number): boolean[] => Array.from({ length: count }, () => false);

  it('count 0 up to three weeks, 1 up to twenty, 2 up to 35, then 3', () => {
    const levelsOf = weeks(always(38), 0).map((level) => level - 6);
    expect(levelsOf.map((level) => levelsOf.indexOf(level))).toEqual(
      Array.from({ length: 38 }, (_, week) => (week < 4 ? 0 : week < 21 ? 4 : week < 36 ? 21 : 36)),
    );
    expect([0, 4, 21, 36].map((week) => levelsOf[week])).toEqual([0, 1, 2, 3]);
  });

  it('end a week without data at nothing; two missed are forgiven', () => {
    expect(weeks([true, ...never(2), true, ...never(2), true], -280)).toEqual([9, 0, 0, 9, 0, 0, 9]);
  });

  it('break by chance: each car sends in about half of the weeks where half is said, not always the same half', () => {
    const before = { 'providers.status': 2, 'providers.joinedAt': -7000 };
    const on = started('reward.levels', { connects: 0.5, forgiven: 520 }, {}, before);
    const sent = Array.from({ length: 10 }, () => 0);
    for (let week = 0; week < 100; week++) {
      on.set('providers.multiplier', 1);
      on.day(7 * week);
      for (const [i, level] of numbers(on.value('providers.multiplier')).entries())
        sent[i] = (sent[i] ?? 0) + (level > 0 ? 1 : 0);
    }
    expect(Math.min(...sent)).toBeGreaterThan(29);
    expect(Math.max(...sent)).toBeLessThan(71);
  });

  it('fall a level with the third missed week in a row, and another with the sixth', () => {
    expect(weeks([...never(3), true], -280)).toEqual([0, 0, 0, 8]);
    expect(weeks([...never(6), true], -280).at(-1)).toBe(7);
    expect(weeks([...never(9), true], -280).at(-1)).toBe(6);
    expect(weeks([...never(12), true], -280).at(-1)).toBe(6);
  });
});

describe('a run', () => {
  let year: Run;
  beforeAll(async () => {
    year = run(short(await specOf(folder, 'scenario.yaml', few), 365), '1');
  });

  it('mints 1,105,000 times 0.85 squared a week up to its 156th, and 15 % less after it', () => {
    const minted = year('supply.minted');
    const ofWeek = (week: number): number => total(minted.slice(7 * week, 7 * week + 7));
    // Weeks from 2022-12-12: the first simulated one is the 143rd.
    expect(ofWeek(0)).toBeCloseTo(1_105_000 * 0.85 ** 2, 5);
    expect(ofWeek(13)).toBeCloseTo(1_105_000 * 0.85 ** 2, 5);
    expect(ofWeek(14)).toBeCloseTo(1_105_000 * 0.85 ** 3, 5);
  });

  it('pays all of it to those who sent data, an average car two to six cents a day at first', () => {
    const earned = mean(year('providers.reward-usd').slice(0, 7));
    expect(earned).toBeGreaterThan(0.02);
    expect(earned).toBeLessThan(0.06);
  });

  it('buys and keeps DIMO for 60 % of what customers pay', () => {
    const [fees, burned, price] = ['demand.fees', 'supply.burned', 'market.price'].map(year);
    const spent = total((burned ?? []).map((tokens, t) => tokens * (price?.[t] ?? 0)));
    expect(spent / total(fees ?? [])).toBeGreaterThan(0.55);
    expect(spent / total(fees ?? [])).toBeLessThan(0.65);
  });
});
