import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../test/golden/finish.ts';
import { recordedSpec, tradedSpec } from '../test/golden/specs.ts';
import { assemble, shipped } from './assemble.ts';
import { StudioError } from './contract/errors.ts';
import { mechanism } from './contract/mechanism.ts';
import type { SeedResult } from './contract/run.ts';
import type { MechanismUse, ScenarioSpec } from './contract/scenario.ts';
import type { World } from './contract/vocabulary.ts';
import { describedOf, simulate } from './engine.ts';
import { run } from './kernel/run.ts';
import { sum } from './kernel/sum.ts';

let recorded: ScenarioSpec;
let traded: ScenarioSpec;
beforeAll(async () => {
  [recorded, traded] = [await recordedSpec(), await tradedSpec()];
});

describe('tokens', () => {
  it('held by providers, row by row, are what their account says, every day', () => {
    for (const spec of [recorded, traded]) {
      const model = assemble(spec);
      const agrees = (world: object): boolean => {
        const { providers, network, ledger } = world as World;
        const held = sum(providers.held, providers.count) * network.weight;
        return Math.abs(held - ledger.balance('providers')) <= 1e-9 * (ledger.genesis + ledger.minted);
      };
      const watched = {
        ...model,
        invariants: [{ id: 'held', says: 'Columns and account agree.', holds: agrees }],
      };
      finish(run(watched, { seed: '1', ticks: spec.ticks }));
    }
  });

  it('of the first day are those of all mechanisms that put some into an account', () => {
    const grant = mechanism({
      ...{ id: 'agents.grant', version: 1, slot: 'agents', title: 'Grant', summary: 'Gives.', sources: [] },
      ...{ parameters: {}, reads: [], writes: [], examples: [] },
      genesis: () => ({ traders: 7 }),
    });
    const use: MechanismUse = { id: grant.id, version: 1, slot: 'agents', parameters: {} };
    const known = { ...shipped, mechanisms: [...shipped.mechanisms, grant] };
    const granted = assemble({ ...recorded, mechanisms: [...recorded.mechanisms, use] }, known);
    expect(granted.accounts?.traders).toBe((assemble(recorded).accounts?.traders ?? 0) + 7);
  });

  it('are where they should be at the end of a day: nothing is left in emission or on offer', () => {
    const model = assemble(traded);
    const settled = (world: object): boolean => {
      const { ledger } = world as World;
      return Math.abs(ledger.balance('emission')) < 1e-6 && Math.abs(ledger.balance('selling')) < 1e-6;
    };
    const watched = {
      ...model,
      invariants: [{ id: 'settled', says: 'Transient accounts are empty.', holds: settled }],
    };
    finish(run(watched, { seed: '1', ticks: traded.ticks }));
  });
});

describe('luck', () => {
  it('is its own: a mechanism that does nothing changes no bit of another', () => {
    const base = finish(simulate(recorded, '1')).digest;
    const idle = { amount: 0, from: recorded.startDay, until: recorded.startDay + 1 };
    const grant: MechanismUse = { id: 'emission.fixed', version: 1, slot: 'emission', parameters: idle };
    expect(finish(simulate({ ...recorded, mechanisms: [...recorded.mechanisms, grant] }, '1')).digest).toBe(
      base,
    );
    const unaudited = withValue(recorded, 'verification.random-audit', 'rate', 0);
    const without = {
      ...recorded,
      mechanisms: recorded.mechanisms.filter(({ slot }) => slot !== 'verification'),
    };
    const [one, other] = [finish(simulate(unaudited, '1')), finish(simulate(without, '1'))];
    // Without verification nothing reports who was caught; all other columns are the same.
    for (const { id } of describedOf(without).metrics)
      expect(column(unaudited, one, id), id).toEqual(column(without, other, id));
  });

  it('differs between seeds, and rows are drawn alike whatever their number', () => {
    expect(finish(simulate(traded, '1')).digest).not.toBe(finish(simulate(traded, '2')).digest);
  });
});

describe('signs of effects, on paired seeds', () => {
  const seeds = ['1', '2', '3', '4'];
  const lastOf = (spec: ScenarioSpec, metric: string): number[] =>
    seeds.map((seed) => column(spec, finish(simulate(spec, seed)), metric).at(-1) ?? Number.NaN);

  it('more audits, fewer rewards to spoofers', () => {
    const more = lastOf(withValue(recorded, 'verification.random-audit', 'rate', 0.05), 'fraud.share');
    lastOf(recorded, 'fraud.share').forEach((share, i) => {
      expect(more[i]).toBeLessThan(share);
    });
  });

  it('a higher attention cost, fewer providers', () => {
    const cost = { kind: 'lognormal', median: 0.3, sigma: 1 } as const;
    const costly = lastOf(withValue(recorded, 'agents.providers', 'attention', cost), 'providers.active');
    lastOf(recorded, 'providers.active').forEach((active, i) => {
      expect(costly[i]).toBeLessThan(active);
    });
  });

  it('a higher credit price, fewer credits and the same burn: it is only a unit of account', () => {
    const dear = withValue(recorded, 'settlement.burn-and-mint', 'creditPrice', 0.001);
    expect(lastOf(dear, 'supply.burned')).toEqual(lastOf(recorded, 'supply.burned'));
  });
});

describe('what this engine cannot run is refused', () => {
  it.each([
    [
      'a mechanism it does not have',
      (s: ScenarioSpec) => renamed(s, 'emission.unheard-of', 1),
      'engine.no-mechanism',
    ],
    ['another version', (s: ScenarioSpec) => renamed(s, 'emission.net', 9), 'engine.no-mechanism'],
    [
      'shares that are not one',
      (s: ScenarioSpec) =>
        withValue(s, 'agents.providers', 'regions', {
          name: ['A'],
          share: [0.5],
          power_price: [0.1],
          import_markup: [0],
          extra_lead: [0],
        }),
      'parameter.refused',
    ],
  ])('%s', (_, change, code) => {
    let thrown: unknown;
    try {
      finish(simulate(change(recorded), '1'));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StudioError);
    expect(thrown).toMatchObject({ code });
  });
});

function column(spec: ScenarioSpec, { columns }: SeedResult, id: string): Float64Array {
  return columns[describedOf(spec).metrics.findIndex((m) => m.id === id)] ?? new Float64Array();
}

function withValue(
  spec: ScenarioSpec,
  id: string,
  name: string,
  value: MechanismUse['parameters'][string],
): ScenarioSpec {
  const changed = (use: MechanismUse): MechanismUse => ({
    ...use,
    parameters: { ...use.parameters, [name]: value },
  });
  return { ...spec, mechanisms: spec.mechanisms.map((use) => (use.id === id ? changed(use) : use)) };
}

function renamed(spec: ScenarioSpec, id: string, version: number): ScenarioSpec {
  return {
    ...spec,
    mechanisms: spec.mechanisms.map((use) => (use.id === 'emission.net' ? { ...use, id, version } : use)),
  };
}
