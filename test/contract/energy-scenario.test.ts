// The solar network: what is minted, what farms deposit and what comes back follow its published rules.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { assemble } from '../../sim-core/assemble.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { World } from '../../sim-core/contract/vocabulary.ts';
import { run as runModel } from '../../sim-core/kernel/run.ts';
import { type Given, mean, type Run, run, specOf as specIn, total, year } from './scenario-run.ts';

const folder = path.join(root, 'scenarios/energy-farms');
const specOf = (given: Given) => specIn(folder, 'scenario.yaml', given);

/** Deposit of a farm that is credited 140 kg a day: kWh a year, price, and 8.64 years of it. */
const deposit = (offset: number, price: number): number =>
  (140 / (offset * 0.65)) * 365 * price * ((1 - (1.0331 / 1.055) ** 10) / (0.055 - 0.0331));

/** Reads the world at the close of every day. */
function daily<T>(spec: ScenarioSpec, seed: string, read: (world: World) => T): readonly T[] {
  const model = assemble(spec);
  const days: T[] = [];
  const look = (world: object): boolean => {
    // The kernel knows no vocabulary: the world is that of the mechanisms it was assembled of.
    days.push(read(world as World));
    return true;
  };
  const invariants = [...(model.invariants ?? []), { id: 'look', says: 'Looks.', holds: look }];
  const ticks = runModel({ ...model, invariants }, { seed, ticks: spec.ticks });
  while (!ticks.next().done);
  return days;
}

describe('a year of 400 farms in a market of 4,000', () => {
  const weeks = 52;
  let farms: Run;
  beforeAll(async () => {
    const spec = await specOf({ 'agents.providers': { rows: 4000, activeAtStart: 0.1 } });
    farms = run({ ...spec, ticks: 7 * weeks }, '1');
  });

  it('mints 230,000 a week, of which farms are paid at most 175,000', () => {
    expect(total(farms('supply.minted').slice(0, 7))).toBeCloseTo(230_000, 6);
    expect(total(farms('supply.minted'))).toBeCloseTo(weeks * 230_000, 5);
    const price = farms('market.price');
    const active = farms('providers.active');
    // A day's reward is told at that day's close.
    const paid = farms('providers.reward-usd').map(
      (usd, t) => (usd * (active[t] ?? Number.NaN)) / (price[t] ?? Number.NaN),
    );
    expect(total(paid.slice(0, 7))).toBeLessThan(175_001);
    expect(total(paid.slice(0, 7))).toBeGreaterThan(0.97 * 175_000);
  });

  it('takes from each that joins what ten years of its electricity are worth; the pool is what has not gone back', async () => {
    const spec = await specOf({ 'agents.providers': { rows: 4000, activeAtStart: 0.05 } });
    const days = daily({ ...spec, ticks: 365 }, '1', ({ flows, settlement, treasury }) => ({
      joined: flows.joined,
      deposited: settlement.toTreasury,
      returned: settlement.toProviders,
      pool: treasury.usd,
    }));
    const paidIn = total(days.map(({ deposited }) => deposited));
    // Who joins on a day pays on the next.
    const joined = total(days.slice(0, -1).map((day) => day.joined));
    const expected = (deposit(0.5543, 0.1757) + deposit(0.7, 0.182)) / 2;
    expect(joined).toBeGreaterThan(50);
    expect(paidIn / joined / expected).toBeGreaterThan(0.9);
    expect(paidIn / joined / expected).toBeLessThan(1.15);
    const back = total(days.slice(1).map(({ returned }) => returned));
    const [start, end] = [days[0]?.pool ?? Number.NaN, days.at(-1)?.pool ?? Number.NaN];
    expect((end - start) / (paidIn - (days[0]?.deposited ?? 0) - back)).toBeCloseTo(1, 9);
  });
});

it('deposits one to four times what a farm costs, as the memo says', () => {
  expect(deposit(0.5543, 0.1757) / (45_000 * 3.4)).toBeCloseTo(1.408, 2);
  expect(deposit(0.7, 0.182) / 45_000).toBeCloseTo(3.924, 2);
});

it('is worth less to a farm the more of them share it', async () => {
  const reward = async (activeAtStart: number) => {
    const spec = await specOf({ 'agents.providers': { rows: 4000, activeAtStart } });
    return mean(year(run({ ...spec, ticks: 14 }, '1')('providers.reward-usd'), 1));
  };
  const ratio = (await reward(0.05)) / (await reward(0.1));
  expect(ratio).toBeGreaterThan(1.7);
  expect(ratio).toBeLessThan(2.3);
});
