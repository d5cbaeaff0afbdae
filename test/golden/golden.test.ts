import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { Engine } from '../../sim-core/contract/engine.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { createPool } from '../../sim-core/worker/pool.ts';
import { spawnNode } from '../../sim-core/worker/spawn-node.ts';
import { digestsInChromium } from './chromium.ts';
import { finish } from './finish.ts';
import { installation, recordedSpec, tradedSpec } from './specs.ts';

const seeds = ['1', '2', '3'];

/** The digest of a spec, the same in every engine that calls itself compatible. A change has to be meant: `vitest -u` states it anew. */
const fileOf = (name: string): string => path.join(root, 'test/golden', `${name.replaceAll(' ', '-')}.txt`);
const golden = (name: string): string => readFileSync(fileOf(name), 'utf8');

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine(installation.engineUrl.href);
});

describe.each([
  ['recorded price', recordedSpec],
  ['traders and a pool', tradedSpec],
] as const)('%s', (name, specOf) => {
  let spec: ScenarioSpec;
  beforeAll(async () => {
    spec = await specOf();
  });

  it('has its golden digest in Node', async () => {
    const results = seeds.map((seed) => finish(engine.simulate(spec, seed)));
    await expect(engine.fold(spec, seeds, results, []).digest).toMatchFileSnapshot(fileOf(name));
  });

  it.each([1, 4])('has it with %d workers', async (size) => {
    const pool = createPool({ size, spawn: spawnNode(installation) });
    try {
      const { results, failures } = await pool.batch({ spec, seeds }).done;
      expect(failures).toEqual([]);
      expect(engine.fold(spec, seeds, results, failures).digest).toBe(golden(name));
    } finally {
      pool.close();
    }
  });

  it('has it in a Web Worker of Chromium', async () => {
    expect(await digestsInChromium([spec], seeds)).toEqual([golden(name)]);
  });

  it('reaches the same digest after a checkpoint at any tick', () => {
    const whole = finish(engine.simulate(spec, '1')).digest;
    const checkpoints: Uint8Array[] = [];
    const ticks = engine.simulate(spec, '1');
    for (let next = ticks.next(); !next.done; next = ticks.next()) checkpoints.push(next.value.checkpoint());
    expect(checkpoints).toHaveLength(spec.ticks);
    for (const [tick, checkpoint] of checkpoints.entries()) {
      expect(finish(engine.simulate(spec, '1', checkpoint)).digest, `after tick ${tick}`).toBe(whole);
    }
  });

  it('keeps every token: supply changes by what is minted less what is burned', () => {
    const { columns } = finish(engine.simulate(spec, '1'));
    const column = (id: string) =>
      columns[engine.describedOf(spec).metrics.findIndex((m) => m.id === id)] ?? new Float64Array();
    const [minted, burned, supply] = [
      column('supply.minted'),
      column('supply.burned'),
      column('supply.outstanding'),
    ];
    for (let t = 1; t < spec.ticks; t++) {
      const change = (minted[t] ?? 0) - (burned[t] ?? 0);
      expect(Math.abs((supply[t] ?? 0) - (supply[t - 1] ?? 0) - change)).toBeLessThan(
        1e-9 * (supply[t] ?? 0),
      );
    }
  });
});
