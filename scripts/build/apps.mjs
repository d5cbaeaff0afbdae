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

/**
 * Programs of test/<name>, which measure or try the built studio.
 * @param {string} name @param {string[]} [entries] its programs, where there are more than one of its own name
 * @returns {(place: Place) => Promise<void>}
 */
export const buildProgram =
  (name, entries = [name]) =>
  async ({ root, out }) => {
    const input = Object.fromEntries(
      entries.map((entry) => [entry, path.join(root, `test/${name}/${entry}.ts`)]),
    );
    await buildForNode({ root, out, input, external: [...native, 'playwright-core'] });
  };
