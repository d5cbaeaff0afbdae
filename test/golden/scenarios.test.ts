import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { Engine } from '../../sim-core/contract/engine.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { digestsInChromium } from './chromium.ts';
import { finish } from './finish.ts';
import { shippedIds, smaller } from './shipped.ts';
import { installation } from './specs.ts';

const ids = shippedIds();
const seeds = ['1', '2'];

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine(installation.engineUrl.href);
});

describe('every shipped scenario, 60 days of a few rows', () => {
  it('has its golden digest in Node and in Chromium', async () => {
    const specs = await Promise.all(ids.map(async (id) => (await smaller(id, 60)).spec));
    const inNode = specs.map((spec) => {
      const results = seeds.map((seed) => finish(engine.simulate(spec, seed)));
      return engine.fold(spec, seeds, results, []).digest;
    });
    expect(await digestsInChromium(specs, seeds)).toEqual(inNode);
    const table = ids.map((id, index) => `${id} ${inNode[index]}\n`).join('');
    await expect(table).toMatchFileSnapshot(path.join(root, 'test/golden/scenarios.txt'));
  });
});
