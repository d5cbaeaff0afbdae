import { describe, expect, it } from 'vitest';
import { status } from '../../sim-core/contract/vocabulary.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { alone, type Stage, stage } from '../../sim-core/stage.ts';
import { numbers, started } from './started.ts';

describe('verification', () => {
  it('a second full district raises the limit of both', () => {
    const given = {
      cellTarget: 100,
      cellMost: 100,
      areaTarget: 100,
      areaMost: 100,
      districtTarget: 10,
      districtMost: 100,
    };
    const on = started(
      'verification.witness-coverage',
      given,
      { cells: 98 },
      {
        'providers.status': status.active,
        'providers.multiplier': 1,
        'providers.cell': [0, 0, 0, 0, 0, 0, 49, 49, 49, 49],
        'cells.occupants': Array.from({ length: 98 }, (_, c) => (c === 0 ? 40 : c === 49 ? 10 : 0)),
      },
    );
    on.day(0);
    expect(on.value('providers.multiplier')).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1]);
  });

  it('cheats turn honest when the price of what they pledged makes it dear, and no others do', () => {
    const given = { collateral: 'pledged', routed: 0, enforcement: 1, multiple: 4, safeCost: 0 };
    const on = started(
      'verification.fraud-game',
      given,
      {},
      {
        'providers.status': status.active,
        'providers.rewardWeight': 2,
        'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        'network.active': 10,
        'ledger.pledged': 10,
      },
    );
    on.day(0);
    expect(on.value('verification.cheating')).toBe(1);
    expect(on.value('providers.spoofing')).toEqual([3, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    expect(on.value('providers.rewardWeight')).toEqual([2, 8, 8, 8, 8, 8, 8, 8, 8, 8]);
    on.set('market.price', 100);
    on.day(1);
    on.day(2);
    expect(on.value('verification.cheating')).toBe(0);
    expect(on.value('providers.spoofing')).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(on.value('providers.rewardWeight')).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  it('as many cheat as the equilibrium says, and audits catch as many of them as it audits', () => {
    const on = started(
      'verification.fraud-game',
      { enforcement: 1, clientLoss: 0, safeCost: 48.5 },
      { providers: 40_000 },
      { 'providers.status': status.active },
    );
    on.day(0);
    // Half cheat (48.5 of 0 + 97), 3 % of them are audited.
    expect(on.value('verification.cheating')).toBe(0.5);
    const cheats = numbers(on.value('providers.spoofing')).filter((claim) => claim > 0).length;
    expect(Math.abs(cheats - 20_000)).toBeLessThan(4 * Math.sqrt(10_000));
    expect(Math.abs(Number(on.value('flows.caught')) - 600)).toBeLessThan(4 * Math.sqrt(600));
  });

  it('who cheats is who would yesterday, as long as the terms stay', () => {
    const given = { enforcement: 1, clientLoss: 0, safeCost: 48.5 };
    const on = started('verification.fraud-game', given, { providers: 100 });
    const cheats = [0, 1, 2].map((tick) => {
      on.day(tick);
      return String(on.value('providers.spoofing'));
    });
    expect(new Set(cheats).size).toBe(1);
    expect(cheats[0]).toContain('1');
  });

  it('scores fall by half of the bad hours on average, and moves come at their rate whatever the hours', () => {
    const given = { quality: { kind: 'fixed', value: 1 }, badHours: 0.4, moves: 182.5, relocation: 1 };
    const on = started('verification.quality-score', given, { providers: 40_000 });
    on.day(0);
    const scores = numbers(on.value('providers.quality'));
    const located = scores.filter((score) => score > 0);
    const moved = 1 - Math.exp(-0.5);
    expect(Math.abs(scores.length - located.length - 40_000 * moved)).toBeLessThan(
      4 * Math.sqrt(40_000 * moved * (1 - moved)),
    );
    const mean = located.reduce((sum, score) => sum + score, 0) / located.length;
    expect(Math.abs(mean - 0.8)).toBeLessThan(0.004);
  });

  it('a strike after one was forgiven is punished like the first', () => {
    const on = started('verification.penalties', { forgiveAfter: 1 }, {}, { 'providers.strikes': 1 });
    on.day(0);
    on.day(1);
    expect(on.value('providers.strikes')).toEqual(Array(10).fill(0));
    on.set('providers.strikes', 1);
    on.day(2);
    expect(on.value('providers.suspendedUntil')).toEqual(Array(10).fill(32));
  });
});

it('bonds no more on the first day than there is', () => {
  const bonding = mechanisms.find(({ id }) => id === 'staking.bonding');
  const given = { leave: 'at once', atStart: 100 } as Stage['parameters'];
  const among = (genesis: number) => bonding?.refuses?.(given, { genesis, sets: () => false });
  expect(among(100)).toMatchObject({ parameter: 'atStart' });
  expect(among(101)).toBeUndefined();
});

describe('rewards', () => {
  it('pay the same on the second day as on the first, and rows of 37 units 37 times', () => {
    const on = started(
      'reward.data-first',
      { providerShare: 1, dataCap: 1 },
      {},
      {
        'providers.status': status.active,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.capacity': 2,
        'network.weight': 37,
        'market.price': 1,
        'settlement.fees': 370,
      },
    );
    for (const tick of [0, 1]) {
      on.set('ledger.emission', 1110);
      on.day(tick);
      expect(on.value('providers.reward')).toEqual(Array(10).fill(3));
      expect(on.value('network.rewardWeight')).toBe(370);
      expect(on.value('reward.perWeight')).toBe(2);
      expect(on.value('reward.providers')).toBe(1110);
    }
  });

  it('sub-networks are paid by stake whatever their sizes, and a new stake counts by a thirtieth a day', () => {
    const networks = { name: ['A', 'B'], providers: [0.2, 0.8], stake: [75, 25] };
    const on = started(
      'reward.sub-networks',
      { networks, providerShare: 1 },
      { providers: 1000 },
      {
        'providers.status': status.active,
        'providers.rewardWeight': Array.from({ length: 1000 }, (_, i) => 1 + (i % 7)),
        'providers.multiplier': 1,
        'ledger.emission': 100,
      },
    );
    const member = numbers(Array.from(on.view.own.member ?? []));
    const paid = (): number =>
      numbers(on.value('providers.reward')).reduce(
        (sum, reward, i) => (member[i] === 0 ? sum + reward : sum),
        0,
      );
    expect(member.filter((n) => n === 0).length).toBeGreaterThan(150);
    expect(member.filter((n) => n === 0).length).toBeLessThan(250);
    on.day(0);
    expect(paid()).toBeCloseTo(75, 9);
    on.set('ledger.emission', 100);
    on.set('providers.multiplier', 1);
    on.day(1, { networks: { ...networks, stake: [45, 55] } });
    expect(paid()).toBeCloseTo(74, 9);
  });

  it('multipliers of a region hold there, rows of one region divide its providers, and classes multiply', () => {
    const multipliers = {
      name: ['a', 'b', 'all'],
      region: [2, 2, 0],
      share: [0.25, 0.5, 1],
      multiplier: [5, 3, 10],
    };
    const on = started(
      'reward.multipliers',
      { multipliers },
      { providers: 8000, regions: 2 },
      {
        'providers.region': Array.from({ length: 8000 }, (_, i) => i % 2),
        'providers.multiplier': 1,
      },
    );
    on.day(0);
    const got = numbers(on.value('providers.multiplier'));
    expect(new Set(got.filter((_, i) => i % 2 === 0))).toEqual(new Set([10]));
    const of = (value: number) => got.filter((m, i) => i % 2 === 1 && m === value).length;
    expect(Math.abs(of(50) - 1000)).toBeLessThan(4 * Math.sqrt(750));
    expect(Math.abs(of(30) - 2000)).toBeLessThan(4 * Math.sqrt(1000));
    expect(of(50) + of(30) + of(10)).toBe(4000);
  });

  it('multipliers of a region that is not there: says so', () => {
    const multipliers = { name: ['a'], region: [2], share: [1], multiplier: [5] };
    expect(() => started('reward.multipliers', { multipliers }, { regions: 1 })).toThrow('names region 2');
  });

  it.each([
    [
      'reward.multipliers',
      { multipliers: { name: ['a', 'b'], region: [1, 1], share: [0.7, 0.7], multiplier: [1, 1] } },
      'multipliers',
    ],
    ['reward.sub-networks', { networks: { name: ['a'], providers: [0.5], stake: [1] } }, 'networks'],
    ['reward.sub-networks', { networks: { name: [], providers: [], stake: [] } }, 'networks'],
    [
      'verification.witness-coverage',
      { cellTarget: 5, cellMost: 4, areaTarget: 5, areaMost: 5, districtTarget: 5, districtMost: 5 },
      'cellMost',
    ],
    ['staking.bonding', { leave: 'through the unbonding queue', atStart: 0 }, 'leave'],
  ])('%s refuses what cannot be: %#', (id, given, parameter) => {
    const mechanism = mechanisms.find((m) => m.id === id);
    expect(mechanism?.refuses?.(given as Stage['parameters'], alone)).toMatchObject({ parameter });
  });
});

it('bonds no more on the first day than there is', () => {
  const bonding = mechanisms.find(({ id }) => id === 'staking.bonding');
  const given = { leave: 'at once', atStart: 100 } as Stage['parameters'];
  const among = (genesis: number) => bonding?.refuses?.(given, { genesis, sets: () => false });
  expect(among(100)).toMatchObject({ parameter: 'atStart' });
  expect(among(101)).toBeUndefined();
});

describe('rewards', () => {
  it('pay nothing on a day without emission, though rounding left less than nothing', () => {
    for (const { id, slot } of mechanisms) {
      if (slot !== 'reward' || id === 'reward.multipliers') continue;
      const mechanism = mechanisms.find((each) => each.id === id);
      if (mechanism === undefined) throw new Error('it was there');
      const on = stage(mechanism, ungiven(id));
      for (const path of ['status', 'rewardWeight', 'multiplier', 'capacity', 'quality'] as const)
        on.set(`providers.${path}`, path === 'status' ? status.active : 1);
      on.set('market.price', 1);
      on.view.ledger.mint('emission', 1000, 'test');
      on.view.ledger.burn('emission', 1000 + 1e-10, 'test');
      mechanism.start?.(on.view, on.parameters);
      mechanism.step?.(on.view, on.parameters);
      expect([id, on.value('ledger.providers')]).toEqual([id, 0]);
    }
  });
});

/** Tables without a default. */
const ungiven = (id: string): Stage['parameters'] =>
  mechanisms.find((each) => each.id === id)?.examples[0]?.given ?? {};
