// The blank network fills every slot, claims no source, and stays calm: a start to change, not a result.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { slots } from '../../sim-core/contract/slot.ts';
import { mean, median, type Run, run, specOf, total, year } from './scenario-run.ts';

const folder = path.join(root, 'scenarios/blank-network');

let spec: ScenarioSpec;
beforeAll(async () => {
  spec = await specOf(folder, 'scenario.yaml', { 'agents.providers': { rows: 2000, weight: 5 } });
});

it('has a mechanism in every slot, in their order', () => {
  expect([...new Set(spec.mechanisms.map(({ id }) => id.split('.')[0]))]).toEqual([...slots]);
});

it('names no source, and says of every slot what it is for', () => {
  const text = readFileSync(path.join(folder, 'scenario.yaml'), 'utf8');
  expect(text).not.toMatch(/\bsources?:/);
  for (const slot of slots) expect(text).toMatch(new RegExp(`^  # ${slot.toUpperCase()}: `, 'm'));
});

describe('five years', () => {
  let runs: readonly Run[];
  beforeAll(() => {
    runs = ['1', '2', '3'].map((seed) => run(spec, seed));
  });

  it('mints 2,500 a day and burns a part of what is paid', () => {
    for (const each of runs) {
      expect(each('supply.minted').every((minted) => minted === 2500)).toBe(true);
      const burned = total(each('supply.burned'));
      expect(burned).toBeGreaterThan(0);
      expect(burned).toBeLessThan(0.2 * 2500 * 1826);
    }
  });

  it('neither booms nor falls apart: 0.8 to 2 times the devices, a third to three times the price', () => {
    for (const each of runs) {
      for (const n of [1, 2, 3, 4, 5]) {
        const devices = mean(year(each('providers.active'), n)) / 3000;
        expect(devices).toBeGreaterThan(0.8);
        expect(devices).toBeLessThan(2);
        const price = mean(year(each('market.price'), n));
        expect(price).toBeGreaterThan(1 / 3);
        expect(price).toBeLessThan(3);
      }
    }
  });

  it('pays a device back in 200 to 800 days in every year', () => {
    for (const each of runs) {
      for (const n of [1, 2, 3, 4, 5]) {
        const days = median(year(each('providers.payback'), n));
        expect(days).toBeGreaterThan(200);
        expect(days).toBeLessThan(800);
      }
    }
  });
});
