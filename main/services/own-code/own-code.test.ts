import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../../scripts/root.mjs';
import { nodeFiles } from '../../ports/node-files.ts';
import { installationIn } from '../installation.ts';
import { codeIn } from './modules.ts';
import { createOwnCodeReader } from './own-code.ts';
import { trustedIds } from './trust.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studio-own-code-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('trusts what two windows allow at once', async () => {
  mkdirSync(path.join(folder, 'metrics'));
  for (const name of ['a', 'b', 'c', 'd'])
    writeFileSync(path.join(folder, 'metrics', `${name}.js`), `export default () => '${name}';`);
  const userFolder = path.join(folder, 'person');
  const reader = createOwnCodeReader({ files: nodeFiles, userFolder, installation: installationIn(root) });
  const ids = (await codeIn(nodeFiles, folder)).map(({ id }) => id);
  await Promise.all(ids.map((id) => reader.trust(folder, [id])));
  expect([...(await trustedIds(nodeFiles, userFolder))].sort()).toEqual([...ids].sort());
});
