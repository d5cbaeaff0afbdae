// The engine: one minified ES module whose sha256 is its id, so its bytes may depend on its sources alone.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { viteBuild } from './vite.mjs';

/**
 * seedrandom asks Node's crypto for a seed when it is given none. The engine always gives one.
 * @type {import('vite').Plugin}
 */
const withoutCrypto = {
  name: 'studio:without-crypto',
  enforce: 'pre',
  resolveId: (id) => (id === 'crypto' ? '\0without-crypto' : null),
  load: (id) => (id === '\0without-crypto' ? 'export default undefined;' : null),
};

/**
 * Says what would make the engine depend on where it was built or where it runs.
 * @param {string} code
 * @param {string} root
 */
function faultsOf(code, root) {
  return [
    [/(^|[;}\n])import\b\s*["'{*\w]/.test(code), 'it imports a module'],
    [/\bimport\s*\(/.test(code), 'it imports a module while it runs'],
    [/\brequire\s*\(/.test(code), 'it calls require()'],
    [/\bimport\.meta\b/.test(code), 'it reads import.meta'],
    [code.includes(root) || code.includes('node_modules'), 'it contains a path'],
  ].flatMap(([isFault, what]) => (isFault ? [what] : []));
}

/** @param {import('./targets.mjs').Place} place */
export async function buildEngine({ root, out }) {
  await viteBuild({
    root,
    plugins: [withoutCrypto],
    build: {
      outDir: out,
      target: 'es2022',
      minify: 'oxc',
      rolldownOptions: {
        input: { engine: path.join(root, 'sim-core/engine.ts') },
        preserveEntrySignatures: 'strict',
        // Constants stay `const`: V8 takes a `var` anew in every turn of a loop, a twentieth of a day's time.
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false, topLevelVar: false },
      },
    },
  });
  const file = path.join(out, 'engine.js');
  const code = readFileSync(file);
  const faults = faultsOf(code.toString('utf8'), root);
  if (faults.length > 0)
    throw new Error(`The engine must be one self-contained module, but ${faults.join(', ')}.`);
  const id = `sha256:${createHash('sha256').update(code).digest('hex')}`;
  writeFileSync(path.join(out, 'engine.json'), `${JSON.stringify({ id })}\n`);
  // What proposals name: whoever verifies one with a later release gives it this file.
  mkdirSync(path.join(out, 'by-hash'));
  writeFileSync(path.join(out, 'by-hash', `${id.slice('sha256:'.length)}.js`), code);
}
