// Builds what is stale into dist/, each target in a temporary folder that then takes the old one's place.
// Safe to run twice at once: the second waits, then finds nothing to do.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './build/fingerprint.mjs';
import { withLock } from './lock.mjs';
import { isCommand, root, say } from './root.mjs';

const dist = path.join(root, 'dist');

/** @typedef {import('./build/targets.mjs').Target} Target */

/** Cheap to ask: what must be known of a target to see whether it is stale is read from its last stamp. */
const stampOf = (/** @type {string} */ name) => path.join(dist, name, '.inputs.json');

/**
 * True where `name` was built from what its inputs hold now.
 * @param {string} name
 */
function isFresh(name) {
  try {
    const { inputs, digest } = JSON.parse(readFileSync(stampOf(name), 'utf8'));
    return fingerprint(root, inputs) === digest;
  } catch {
    return false;
  }
}

/** @param {Target} target */
async function make(target) {
  const digest = fingerprint(root, target.inputs);
  const out = path.join(dist, `.making-${target.name}`);
  const old = path.join(dist, `.old-${target.name}`);
  const place = path.join(dist, target.name);
  for (const leftOver of [out, old]) rmSync(leftOver, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const started = Date.now();
  await target.make({ root, out, dist });
  writeFileSync(path.join(out, '.inputs.json'), JSON.stringify({ inputs: target.inputs, digest }));
  if (existsSync(place)) renameSync(place, old);
  renameSync(out, place);
  rmSync(old, { recursive: true, force: true });
  say(`built ${target.name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Builds those of `names` that are stale, and what they need; all targets if none are named.
 * @param {string[]} names
 */
export async function build(names) {
  if (names.every(isFresh)) return;
  // Loaded only when there is something to build: Vite takes longer to load than a fresh build to check.
  const { targets } = await import('./build/targets.mjs');
  const needed = new Set(
    targets.filter(({ name }) => names.includes(name)).flatMap((t) => [...(t.needs ?? []), t.name]),
  );
  await withLock(path.join(dist, '.building'), async () => {
    for (const target of targets.filter(({ name }) => needed.has(name))) {
      if (!isFresh(target.name)) await make(target);
    }
  });
}

if (isCommand(import.meta.url)) {
  const named = process.argv.slice(2);
  await build(named.length > 0 ? named : ['engine', 'cli', 'renderer', 'electron']);
}
