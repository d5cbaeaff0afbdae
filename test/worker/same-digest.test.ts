import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { openShipped } from '../../main/services/scenarios/open-scenarios.ts';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { createEndpoint } from '../../sim-core/worker/endpoint.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { createPool } from '../../sim-core/worker/pool.ts';
import { spawnNode } from '../../sim-core/worker/spawn-node.ts';
import { servePage } from './serve-page.ts';

const { scenarios, engineUrl, workerUrl } = installationIn(path.resolve(root));
const seeds = ['1', '2', '3', 'luck'];
let spec: ScenarioSpec;

beforeAll(async () => {
  const opened = await openShipped(nodeFiles, scenarios, 'wireless-burn-mint');
  spec = { ...opened.spec, ticks: 120 };
});

async function inThreads(size: number): Promise<readonly string[]> {
  const pool = createPool({ size, spawn: spawnNode({ workerUrl, engineUrl }) });
  try {
    const { results } = await pool.batch({ spec, seeds }).done;
    return results.map(({ digest }) => digest);
  } finally {
    pool.close();
  }
}

let expected: readonly string[];
beforeAll(async () => {
  const engine = await loadEngine(engineUrl.href);
  expected = seeds.map((seed) => {
    const run = engine.simulate(spec, seed);
    for (;;) {
      const next = run.next();
      if (next.done === true) return next.value.digest;
    }
  });
});

it.each([1, 4])('is what one thread computes, with %i worker threads', async (size) => {
  expect(new Set(expected).size).toBe(seeds.length);
  expect(await inThreads(size)).toEqual(expected);
});

it('is what Node computes, in the Web Workers of Chromium', async () => {
  const { page, close } = await servePage();
  afterAll(close);
  for (const size of [1, 4]) {
    const digests = await page.evaluate(
      async ({ spec, seeds, size }) => {
        const pool = window.poolOf(size, 'engine/engine.js');
        const { results } = await pool.batch({ spec, seeds }).done;
        pool.close();
        return results.map(({ digest }) => digest);
      },
      { spec, seeds, size },
    );
    expect(digests).toEqual(expected);
  }
});

it('is the same after a checkpoint, wherever it was taken', async () => {
  const engine = await loadEngine(engineUrl.href);
  const endpoint = createEndpoint();
  await endpoint.load(engineUrl.href);
  for (const tick of [1, 59, 119]) {
    const run = engine.simulate(spec, '1');
    let checkpoint: Uint8Array | undefined;
    for (const { done, checkpoint: take } of run) {
      if (done < tick) continue;
      checkpoint = take();
      break;
    }
    if (checkpoint === undefined) throw new Error('the run ended before the checkpoint');
    const { digest } = await endpoint.simulate({ spec, seed: '1', checkpoint }, () => {});
    expect([tick, digest]).toEqual([tick, expected[0]]);
  }
});
