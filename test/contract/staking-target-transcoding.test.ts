// Transcoding staked towards a target: the scenario's own values step as the minter does, seats are kept, bonding wanders.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { targetBonding } from '../../sim-core/mechanisms/emission/target-bonding.ts';
import { perform } from '../../sim-core/stage.ts';
import { mean, type Run, run, specOf, total } from './scenario-run.ts';
import { started } from './started.ts';

const folder = path.join(root, 'scenarios/staking-target-transcoding');
const short = (spec: ScenarioSpec, ticks: number): ScenarioSpec => ({ ...spec, ticks });

const deviation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe("the minter, with the scenario's own values", () => {
  let given: ScenarioSpec['mechanisms'][number]['parameters'];
  beforeAll(async () => {
    const { mechanisms } = await specOf(folder, 'scenario.yaml', {});
    given = mechanisms.find(({ id }) => id === 'emission.target-bonding')?.parameters ?? {};
  });

  it.each([
    ['40 % bonded: a step up', 400, 600, 500],
    ['60 %: a step down', 600, 400, -500],
    ['50 %: none', 500, 500, 0],
    ['600 of 1,000 and 300 on the other chain: a step up', 600, 700, 500],
  ])('%s, in parts per billion', (_, staked, free, step) => {
    const on = perform(targetBonding, {
      says: '',
      given,
      before: { 'ledger.staked': staked, 'ledger.traders': free },
      after: {},
    });
    const rate = Number(on.value('emission.scheduled')) / (staked + free);
    expect(Math.round(1e9 * rate)).toBe(620_000 + step);
  });

  it('LIP-40: 21,645,383 LPT at 455,000 parts per billion and over half bonded mint 9,837', () => {
    const on = perform(targetBonding, {
      says: '',
      given: { ...given, inflation: 0.000455 },
      before: { 'ledger.staked': 21_645_383 },
      after: {},
    });
    expect(Math.floor(Number(on.value('emission.scheduled')))).toBe(9837);
  });
});

describe('bonding that wanders', () => {
  it('leaves the usual share by as much as is said, and comes back to it with the half-life that is said', () => {
    const given = { usual: 0.4, response: 0, adjustment: 1, wander: 0.1, wanderHalfLife: 20 };
    const on = started('staking.bonding', given, {});
    on.set('ledger.traders', 1000);
    const moods: number[] = [];
    for (let tick = 0; tick < 20_000; tick++) {
      on.day(tick);
      moods.push(Math.log(Number(on.value('ledger.staked')) / 400));
    }
    expect(Math.abs(mean(moods))).toBeLessThan(0.02);
    expect(deviation(moods)).toBeGreaterThan(0.085);
    expect(deviation(moods)).toBeLessThan(0.115);
    const later = total(moods.slice(20).map((mood, t) => mood * (moods[t] ?? 0))) / (moods.length - 20);
    expect(later / deviation(moods) ** 2).toBeGreaterThan(0.4);
    expect(later / deviation(moods) ** 2).toBeLessThan(0.6);
  });
});

describe('a run', () => {
  let runs: readonly Run[];
  beforeAll(async () => {
    const spec = short(await specOf(folder, 'scenario.yaml', {}), 365);
    runs = ['1', '2', '3'].map((seed) => run(spec, seed));
  });

  it('mints 414 rounds in a year: dilutes by 20 to 30 %, as the forecast of LIP-107', () => {
    for (const each of runs) {
      const diluted = total(each('supply.minted')) / (each('supply.outstanding').at(-1) ?? 0);
      expect(diluted).toBeGreaterThan(0.18);
      expect(diluted).toBeLessThan(0.3);
      // Some days have two rounds.
      const minted = each('supply.minted');
      expect(minted.filter((today, t) => today > 1.5 * (minted[t - 1] ?? today)).length).toBeGreaterThan(40);
    }
  });

  it('moves inflation by a hundred steps in 88 days at most: by a twelfth of its first rate', () => {
    for (const each of runs) {
      const perSupply = each('supply.minted').map(
        (minted, t) => minted / (each('supply.outstanding')[t] ?? 0),
      );
      // 75 rounds each, one more or less.
      const [first, later] = [mean(perSupply.slice(0, 66)), mean(perSupply.slice(88, 154))];
      expect(Math.abs(later / first - 1)).toBeLessThan(0.1);
      expect(later).not.toBeCloseTo(first, 6);
    }
  });

  it('pays the 100 with the most weight, and nobody else', async () => {
    const none = { 'reward.active-set': { seats: 1 } };
    const one = run(short(await specOf(folder, 'scenario.yaml', none), 5), '1');
    expect(one('rewards.nakamoto')[0]).toBe(1);
    // All who serve share the fees; what is minted goes to the one.
    expect(one('rewards.hhi')[0]).toBeGreaterThan(0.8);
    for (const each of runs) expect(each('rewards.hhi')[0]).toBeGreaterThan(1 / 100);
  });

  it('bonds between 40 and 60 %, most of what is minted', () => {
    for (const each of runs) {
      const bonded = each('supply.staked').map((staked, t) => staked / (each('supply.outstanding')[t] ?? 0));
      expect(Math.min(...bonded)).toBeGreaterThan(0.4);
      expect(Math.max(...bonded)).toBeLessThan(0.6);
    }
  });
});
