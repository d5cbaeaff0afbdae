// The doors to the engine: page, command line, desktop. Their workers load the engine at run time, by its URL.
import { cpSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { buildForNode, viteBuild } from './vite.mjs';

/** @typedef {import('./targets.mjs').Place} Place */

/** The server writes a fresh value over this in each response; see docs/architecture.md. */
const nonce = '__CSP_NONCE__';

/** What no bundle can hold: it loads a program of its own for each platform. */
const native = ['@duckdb/node-api'];

/** @param {Place} place */
export async function buildRenderer({ root, out, dist }) {
  await viteBuild({
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [react()],
    html: { cspNonce: nonce },
    build: { outDir: out, target: 'es2022', assetsInlineLimit: 0 },
  });
  await buildPageScript({ root, out }, 'worker', 'sim-core/worker/web.ts');
  await buildPageScript({ root, out }, 'wallet-page', 'renderer/wallet-page/start.ts');
  for (const file of ['engine.js', 'engine.json']) {
    cpSync(path.join(dist, 'engine', file), path.join(out, 'engine', file));
  }
}

/**
 * One file without imports, for what a page does not load itself.
 * @param {Pick<Place, 'root' | 'out'>} place
 * @param {string} name @param {string} entry
 */
async function buildPageScript({ root, out }, name, entry) {
  await viteBuild({
    root,
    build: {
      outDir: out,
      target: 'es2022',
      rolldownOptions: {
        input: { [name]: path.join(root, entry) },
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}

/** @param {Place} place */
export async function buildCli({ root, out }) {
  const worker = path.join(root, 'sim-core/worker/node.ts');
  const cli = path.join(root, 'main/cli/cli.ts');
  await buildForNode({ root, out, input: { cli, worker }, external: native });
}

/** @param {Place} place */
export async function buildElectron({ root, out }) {
  const external = ['electron', ...native];
  await buildForNode({ root, out, external, input: { main: path.join(root, 'main/electron/main.ts') } });
  const preload = path.join(root, 'main/electron/preload.ts');
  // A sandboxed preload is one CommonJS file.
  await buildForNode({ root, out, external, input: { preload }, format: 'cjs', extension: 'cjs' });
}

/** @param {Place} place */
export async function buildBench({ root, out }) {
  const bench = path.join(root, 'test/bench/bench.ts');
  await buildForNode({ root, out, input: { bench }, external: native });
}

/** @param {Place} place */
export async function buildFaults({ root, out }) {
  const faults = path.join(root, 'test/faults/faults.ts');
  await buildForNode({ root, out, input: { faults }, external: native });
}

/** @param {Place} place */
export async function buildFuzz({ root, out }) {
  const names = ['fuzz', 'fuzz-one', 'fuzz-worker'];
  const input = Object.fromEntries(names.map((name) => [name, path.join(root, `test/fuzz/${name}.ts`)]));
  await buildForNode({ root, out, input, external: native });
}

/** @param {Place} place */
export async function buildLoad({ root, out }) {
  const load = path.join(root, 'test/load/load.ts');
  await buildForNode({ root, out, input: { load }, external: [...native, 'playwright-core'] });
}
