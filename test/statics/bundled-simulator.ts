import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from '../../scripts/build/vite.mjs';
import { root } from '../../scripts/root.mjs';

/**
 * The engine's sources in one module, as they are shipped. The test runner keeps modules apart and looks each name up when it
 * is used; in loops over providers that more than doubles the time of a run.
 */
export async function bundledSimulator(): Promise<typeof import('./simulator.ts')> {
  const out = mkdtempSync(path.join(tmpdir(), 'studio-statics-'));
  try {
    await buildForNode({ root, out, input: { simulator: path.join(root, 'test/statics/simulator.ts') } });
    return await import(/* @vite-ignore */ pathToFileURL(path.join(out, 'simulator.js')).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
