import path from 'node:path';
import { expect, it } from 'vitest';
import { readImports } from '../lint/read-imports.mjs';
import { root } from '../root.mjs';
import { targets } from './targets.mjs';

/** The files that a program is made of, from the project's root: all that its own files import, one by way of another. */
function sourcesOf(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found)
    for (const { specifier } of /\.[jt]sx?$/.test(file) ? readImports(path.join(root, file)) : [])
      if (specifier.startsWith('.')) found.add(path.posix.join(path.posix.dirname(file), specifier));
  return found;
}

// What is built of a file that is no input is not built anew when that file changes: tests would try the old program, and pass.
it.each([
  ['engine', ['sim-core/engine.ts']],
  ['cli', ['main/cli/cli.ts', 'sim-core/worker/node.ts']],
  ['electron', ['main/electron/main.ts', 'main/electron/preload.ts']],
  ['renderer', ['renderer/app/start.tsx', 'renderer/wallet-page/start.ts', 'sim-core/worker/web.ts']],
])('%s is built of its inputs alone', (name, entries) => {
  const inputs = targets.find((target) => target.name === name)?.inputs ?? [];
  const others = [...sourcesOf(entries)].filter(
    (file) => !inputs.some((input) => file === input || file.startsWith(`${input}/`)),
  );
  expect(others).toEqual([]);
});
