import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLinks } from './check-links.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'studio-links-'));
  mkdirSync(path.join(root, 'docs'));
  writeFileSync(path.join(root, 'docs/model.md'), '# The model\n\n## What burns?\n\n## What burns?\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function faultsOf(text: string): Promise<string[]> {
  writeFileSync(path.join(root, 'README.md'), text);
  const { output } = await checkLinks(root);
  return output.split('\n').filter((line) => line !== '');
}

it('follows files, folders, headings and repeated headings', async () => {
  const text =
    '# Top\n[a](docs/model.md) [b](docs) [c](#top) [d](docs/model.md#what-burns) [e](docs/model.md#what-burns-1)';
  expect(await faultsOf(text)).toEqual([]);
});

it('names the line of a file or heading that is not there', async () => {
  expect(await faultsOf('\n[a](docs/gone.md)\n[b](docs/model.md#gone)\n\n[c]: gone.png')).toEqual([
    `README.md:2: docs/gone.md: there is no ${path.join('docs', 'gone.md')}`,
    `README.md:3: docs/model.md#gone: ${path.join('docs', 'model.md')} has no heading #gone`,
    'README.md:5: gone.png: there is no gone.png',
  ]);
});

it('leaves code and other sites alone', async () => {
  expect(await faultsOf('`[a](gone.md)`\n```\n[b](gone.md)\n```\n[c](https://example.org/gone)')).toEqual([]);
});
