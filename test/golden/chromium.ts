import { fileURLToPath } from 'node:url';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { installation } from './specs.ts';

const script = `import * as engine from './engine.js';
  const finish = (ticks) => { for (;;) { const next = ticks.next(); if (next.done) return next.value; } };
  const digestOf = (spec, seeds) =>
    engine.fold(spec, seeds, seeds.map((seed) => finish(engine.simulate(spec, seed))), []).digest;
  onmessage = ({ data: { specs, seeds } }) => postMessage(specs.map((spec) => digestOf(spec, seeds)));`;

/** The digest of each spec over the seeds, by the engine's bytes in a module worker on a page of nothing else. */
export async function digestsInChromium(
  specs: readonly ScenarioSpec[],
  seeds: readonly string[],
): Promise<readonly string[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.route('http://127.0.0.1/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/engine.js')
        await route.fulfill({ path: fileURLToPath(installation.engineUrl), contentType: 'text/javascript' });
      else if (pathname === '/worker.js')
        await route.fulfill({ body: script, contentType: 'text/javascript' });
      else await route.fulfill({ body: '<!doctype html><title>golden</title>', contentType: 'text/html' });
    });
    await page.goto('http://127.0.0.1/');
    return await page.evaluate(
      (given) =>
        new Promise<readonly string[]>((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(given);
        }),
      { specs, seeds },
    );
  } finally {
    await browser.close();
  }
}
