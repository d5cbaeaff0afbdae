// Becomes a program that was built: same process, same arguments, same exit code.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

/**
 * Builds what is stale of `targets`, then runs one of their programs.
 * @param {string} program its file in dist/
 * @param {string[]} targets
 */
export async function runBuilt(program, targets) {
  const file = path.join(root, 'dist', program);
  await build(targets);
  process.argv = [process.execPath, file, ...process.argv.slice(2)];
  await import(pathToFileURL(file).href);
}
