import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLicences } from './check-licences.mjs';
import { root } from './root.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-licences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The project's own lockfile, with more packages. */
async function withPackages(more: Readonly<Record<string, object>>): Promise<string> {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: { ...lock.packages, ...more } }),
  );
  return (await checkLicences(folder)).output;
}

it('takes what asks for a notice, or lets one choose that', async () => {
  expect(
    await withPackages({
      'node_modules/a': { license: 'MIT' },
      'node_modules/@b/b': { license: '(GPL-3.0 OR Apache-2.0)' },
      'node_modules/a/node_modules/c': { license: 'MIT AND Zlib' },
    }),
  ).toBe('');
});

it.each([
  ['GPL-3.0-only', 'GPL-3.0-only'],
  ['MIT AND AGPL-3.0', 'MIT AND AGPL-3.0'],
  [undefined, 'none'],
  ['SEE LICENSE IN LICENSE', 'SEE LICENSE IN LICENSE'],
])('refuses %s', async (license, shown) => {
  const output = await withPackages({ 'node_modules/x': { license } });
  expect(output).toBe(
    `x has the licence ${shown}: take another package, or explain it in scripts/check-licences.mjs`,
  );
});

it('notices an explanation that nothing needs', async () => {
  writeFileSync(path.join(folder, 'package-lock.json'), '{"packages": {}}');
  expect((await checkLicences(folder)).output).toContain('lightningcss* is explained');
});
