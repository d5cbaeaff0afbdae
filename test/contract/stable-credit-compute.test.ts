// Compute paid in stable credits: the scenario's own values give AEP-76's worked examples, and short runs keep its rules.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { stableVault } from '../../sim-core/mechanisms/settlement/stable-vault.ts';
import { perform } from '../../sim-core/stage.ts';
import { type Run, run, specOf, total } from './scenario-run.ts';

const folder = path.join(root, 'scenarios/stable-credit-compute');
const few = { 'agents.providers': { rows: 1000, weight: 4 } };
const short = (spec: ScenarioSpec, ticks: number): ScenarioSpec => ({ ...spec, ticks });

describe("AEP-76, with the scenario's own values", () => {
  let given: ScenarioSpec['mechanisms'][number]['parameters'];
  beforeAll(async () => {
    const { mechanisms } = await specOf(folder, 'scenario.yaml', {});
    given = { ...mechanisms.find(({ id }) => id === 'settlement.stable-vault')?.parameters, sold: 1 };
  });
  const at = (price: number) => ({
    'market.price': price,
    'vault.oracle': price,
    'demand.unitPrice': 1,
    'ledger.traders': 10_000,
  });
  const settle = (price: number, served: number, credits: number, vault: number) =>
    perform(stableVault, {
      says: '',
      given,
      before: { ...at(price), 'demand.served': served, 'vault.credits': credits, 'ledger.vault': vault },
      after: {},
    });

  it('a day of 125 USD buys 8 days of credits: 1,000 USD at 1.14 lock 877.192982 AKT and a spread of 25 basis points', () => {
    const locked = 10_000 - Number(settle(1.14, 125, 0, 0).value('ledger.traders'));
    expect(locked * (1 - 0.0025)).toBeCloseTo(877.192982, 6);
  });

  it('settled at 1.50 they pay 666.666667 AKT, at 0.90 all 1,111.111111, of which 233.918129 are minted', () => {
    // 8,000 more credits are there, so that nobody buys any.
    const paid = (price: number) => settle(price, 1000, 9000, 100_000).value('ledger.selling');
    expect(paid(1.5)).toBeCloseTo(666.666667, 6);
    expect(paid(0.9)).toBeCloseTo(1111.111111, 6);
    const short = settle(0.9, 1000, 1000, 877.192982);
    // The vault is under its halt, so that what is missing is minted and nobody tops up.
    expect(Number(short.value('ledger.selling')) - 877.192982).toBeCloseTo(233.918129, 6);
    expect(short.value('ledger.traders')).toBe(10_000);
  });
});

describe('a run', () => {
  let first: Run;
  let toTheCap: Run;
  beforeAll(async () => {
    const spec = await specOf(folder, 'scenario.yaml', few);
    first = run(short(spec, 200), '1');
    const nearCap = { ...few, 'agents.token': { supply: 384_000_000 } };
    toTheCap = run(short(await specOf(folder, 'scenario.yaml', nearCap), 60), '1');
  });

  it('pays providers by leases alone: no part of what is minted, and customers pay nothing beyond them', () => {
    expect(total(first('providers.reward-usd'))).toBe(0);
    expect(total(first('demand.fees'))).toBeGreaterThan(0);
    expect(total(first('supply.minted'))).toBeGreaterThan(0);
  });

  it('inflates at 8 % while two fifths are staked, and nobody stakes two thirds', () => {
    const [inflation, staked, outstanding] = ['supply.inflation', 'supply.staked', 'supply.outstanding'].map(
      first,
    );
    expect(inflation?.[0]).toBeLessThan(0.07);
    expect(inflation?.at(-1)).toBeGreaterThan(0.078);
    expect(inflation?.at(-1)).toBeLessThan(0.082);
    expect((staked?.at(-1) ?? 1) / (outstanding?.at(-1) ?? 0)).toBeLessThan(0.67);
  });

  it('mints up to 388,539,008 AKT and then nothing but what the vault is short of', () => {
    const minted = toTheCap('supply.minted');
    expect(minted[0]).toBeGreaterThan(60_000);
    expect(minted.at(-1)).toBeLessThan(20_000);
    expect(toTheCap('supply.outstanding').at(-1)).toBeGreaterThanOrEqual(388_539_008 - 1e-3);
    expect(toTheCap('supply.outstanding').at(-1)).toBeLessThan(388_539_008 + 60 * 20_000);
  });

  it('once broken the vault runs empty within two weeks, and starts anew', async () => {
    const crash = { ...few, 'market.traders': { noise: 0.2 } };
    const ratio = run(short(await specOf(folder, 'scenario.yaml', crash), 400), '2')('vault.ratio');
    const halted = ratio.findIndex((value) => value < 0.9);
    expect(halted).toBeGreaterThan(0);
    const later = ratio.slice(halted, halted + 14);
    expect(Math.min(...later)).toBeLessThan(0.6);
    expect(Math.max(...later)).toBeGreaterThan(0.95);
  });
});
