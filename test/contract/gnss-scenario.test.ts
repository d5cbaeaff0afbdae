// The network of reference stations: what a station is paid whatever the others do, and what of the fees is burned, with the
// scenario's own values.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { status } from '../../sim-core/contract/vocabulary.ts';
import { dayNumber } from '../../sim-core/kernel/calendar.ts';
import { buyBackAndBurn } from '../../sim-core/mechanisms/settlement/buy-back-and-burn.ts';
import { stage } from '../../sim-core/stage.ts';
import { overDays } from './over-days.ts';
import { mean, type Run, run, specOf, total } from './scenario-run.ts';
import { numbers, started } from './started.ts';

const folder = path.join(root, 'scenarios/gnss-stations');

describe('rules, with the values of the scenario', () => {
  let spec: ScenarioSpec;
  beforeAll(async () => {
    spec = await specOf(folder, 'scenario.yaml', {});
  });
  const given = (id: string) => ({ ...spec.mechanisms.find((use) => use.id === id)?.parameters });

  it('a station without a bonus is paid 12 GEOD on 29 June 2026 and 6 on the 30th: base over the mean multiplier', () => {
    const { multipliers } = given('reward.multipliers');
    expect(multipliers).toMatchObject({ share: [0.05], multiplier: [2] });
    const paid = (day: number): number => {
      const on = started('emission.per-device-halving', given('emission.per-device-halving'), {});
      on.set('network.active', 1000);
      on.state.clock.day = day;
      on.day(0);
      return Number(on.value('emission.scheduled')) / 1000 / 1.05;
    };
    expect(paid(dayNumber(2024, 6, 29))).toBeCloseTo(48, 10);
    expect(paid(dayNumber(2024, 6, 30))).toBeCloseTo(24, 10);
    expect(paid(dayNumber(2025, 7, 1))).toBeCloseTo(12, 10);
    expect(paid(dayNumber(2026, 6, 29))).toBeCloseTo(12, 10);
    expect(paid(dayNumber(2026, 6, 30))).toBeCloseTo(6, 10);
  });

  it('one with the location NFT and two without in a hex are paid 100 %, 50 % and 50 %: 200 % a hex', () => {
    const on = started(
      'reward.per-device',
      given('reward.per-device'),
      { providers: 12, cells: 3 },
      {
        'ledger.emission': 1200,
        'providers.status': 2,
        'providers.cell': [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2],
        'providers.joinedAt': [-9, -5, -3, 0, 0, 0, 0, -1, 0, -7, -7, -2],
        'providers.quality': 1,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'cells.occupants': [3, 5, 4],
      },
    );
    for (const tick of [0, 1]) {
      on.set('ledger.emission', 1200);
      on.set('ledger.treasury', 0);
      on.set('providers.multiplier', 1);
      on.day(tick);
      const third = 100 / 3;
      const expected = [100, 50, 50, 25, 25, 25, 25, 100, third, 100, third, third];
      for (const [i, reward] of numbers(on.value('providers.reward')).entries())
        expect(reward, `station ${i}`).toBeCloseTo(expected[i] ?? Number.NaN, 9);
      expect(on.value('ledger.treasury')).toBeCloseTo(600, 9);
    }
    // When the first of five leaves, the one of the lowest number takes its place.
    on.set('providers.status', [
      ...Array(7).fill(status.active),
      status.exited,
      ...Array(4).fill(status.active),
    ]);
    on.set('cells.occupants', [3, 4, 4]);
    on.set('ledger.emission', 1100);
    on.set('providers.multiplier', 1);
    on.day(2);
    expect(numbers(on.value('providers.reward')).slice(3, 7).map(Math.round)).toEqual([100, 33, 33, 33]);
  });

  it('what one is paid does not hang on how many others there are elsewhere', () => {
    const alone = (others: number): number => {
      const on = started(
        'reward.per-device',
        given('reward.per-device'),
        { providers: others + 1, cells: others + 1 },
        {
          'ledger.emission': 12 * (others + 1),
          'providers.status': 2,
          'providers.cell': Array.from({ length: others + 1 }, (_, i) => i),
          'providers.quality': 0.75,
          'providers.rewardWeight': 1,
          'providers.multiplier': 1,
          'cells.occupants': 1,
        },
      );
      on.day(0);
      return numbers(on.value('providers.reward'))[0] ?? Number.NaN;
    };
    expect([1, 10, 5000].map((others) => Math.round(1e9 * alone(others)) / 1e9)).toEqual([9, 9, 9]);
  });

  it('of 10,000 USD a day 8,000 buy and burn, once a week; the operator keeps 2,000', () => {
    const on = stage(buyBackAndBurn, given('settlement.buy-back-and-burn'));
    const bought: number[] = [];
    for (let day = 0; day < 15; day++) {
      overDays(buyBackAndBurn, on, day + 1, () => {
        on.set('demand.served', 10_000);
        on.set('demand.unitPrice', 1);
      });
      bought.push(Number(on.value('orders.burnUsd')));
    }
    expect(bought.map(Math.round)).toEqual([0, 0, 0, 0, 0, 0, 56_000, 0, 0, 0, 0, 0, 0, 56_000, 0]);
    expect(on.value('treasury.usd')).toBeCloseTo(30_000, 8);
  });
});

describe('a year and a half', () => {
  let each: Run;
  let active: readonly number[];
  beforeAll(async () => {
    const spec = await specOf(folder, 'scenario.yaml', {
      'agents.providers': { rows: 4000, weight: 1 },
      'agents.cells': { cells: 2000 },
      'agents.users': { potential: 15_000 },
      'agents.token': { supply: 31_600_000 },
    });
    each = run({ ...spec, ticks: 547 }, '1');
    active = each('providers.active');
  });

  it('mints 12 GEOD a day and station, with its bonuses, until the end of June 2026, and then 6', () => {
    const minted = each('supply.minted');
    // By the stations of the evening before.
    const each12 = minted.map((amount, t) => amount / (active[t - 1] ?? Number.NaN) / 1.05);
    const halved = dayNumber(2026, 6, 30) - dayNumber(2025, 7, 1);
    for (const value of each12.slice(1, halved)) expect(value).toBeCloseTo(12, 9);
    for (const value of each12.slice(halved)) expect(value).toBeCloseTo(6, 9);
  });

  it('pays for less than it mints: sky, hours online and crowded hexes cost something', () => {
    const price = each('market.price');
    const earned = each('providers.reward-usd').map((usd, t) => usd / (price[t] ?? Number.NaN));
    expect(mean(earned.slice(0, 300))).toBeGreaterThan(0.6 * 12);
    expect(mean(earned.slice(0, 300))).toBeLessThan(0.95 * 12);
  });

  it('burns on one day of seven, for four fifths of what customers paid', () => {
    const burned = each('supply.burned');
    expect(burned.filter((amount) => amount > 0)).toHaveLength(78);
    const spent = total(burned.map((amount, t) => amount * (each('market.price')[t] ?? 0)));
    const paid = total(each('demand.fees').slice(0, 546));
    expect(spent / paid).toBeGreaterThan(0.7);
    expect(spent / paid).toBeLessThan(0.9);
  });

  it('pays a station of 600 USD back within 700 days at first, and earns it a dollar or two a day', () => {
    expect(mean(each('providers.payback').slice(0, 30))).toBeLessThan(700);
    const usd = mean(each('providers.reward-usd').slice(0, 90));
    expect(usd).toBeGreaterThan(1.3 / 3);
    expect(usd).toBeLessThan(1.3 * 3);
  });
});
