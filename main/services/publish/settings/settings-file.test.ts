import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../../ports/node-files.ts';
import type { Vault } from '../../../ports/vault.ts';
import { publicServers } from './publish-settings.ts';
import { settingsFile } from './settings-file.ts';

const settings = { ...publicServers.testnet, rpc: 'https://rpc.example/secret' };
const reversed = (text: string): string => [...text].reverse().join('');
const vault: Vault = { seal: async (text) => reversed(text), open: async (sealed) => reversed(sealed) };
const closed: Vault = { seal: async () => undefined, open: async () => undefined };

function folder(): { readonly at: string; readonly text: () => string; readonly file: string } {
  const at = mkdtempSync(path.join(tmpdir(), 'studio-settings-'));
  const file = path.join(at, 'publish.json');
  return { at, file, text: () => readFileSync(file, 'utf8') };
}

it('are the same after they were written', async () => {
  const { at, text } = folder();
  await settingsFile(nodeFiles, at).write(settings);
  expect(await settingsFile(nodeFiles, at).read()).toEqual(settings);
  expect(text()).toContain('secret');
});

it('hold a sealed address where there is a vault, which is nothing without it', async () => {
  const { at, text } = folder();
  await settingsFile(nodeFiles, at, vault).write(settings);
  expect(text()).not.toContain('secret');
  expect(await settingsFile(nodeFiles, at, vault).read()).toEqual(settings);
  expect(await settingsFile(nodeFiles, at).read()).toEqual(publicServers.testnet);
});

it('keep an address that cannot be sealed as long as the studio is open, and not a trace of it', async () => {
  const { at, text } = folder();
  const kept = settingsFile(nodeFiles, at, closed);
  await kept.write(settings);
  expect(text()).not.toMatch(/secret|rpc/i);
  expect(await kept.read()).toEqual(settings);
  expect(await settingsFile(nodeFiles, at, closed).read()).toEqual(publicServers.testnet);
  await kept.write(publicServers.testnet);
  expect(await kept.read()).toEqual(publicServers.testnet);
});

it('keep a sealed address that cannot be opened here, and forget one that was shown and taken out', async () => {
  const { at } = folder();
  await settingsFile(nodeFiles, at, vault).write(settings);
  await settingsFile(nodeFiles, at).write(publicServers.mainnet);
  expect(await settingsFile(nodeFiles, at, vault).read()).toEqual({
    ...publicServers.mainnet,
    rpc: settings.rpc,
  });
  await settingsFile(nodeFiles, at, vault).write(publicServers.mainnet);
  expect(await settingsFile(nodeFiles, at, vault).read()).toEqual(publicServers.mainnet);
});

it('are the usual ones where the file is damaged', async () => {
  const { at, file } = folder();
  writeFileSync(file, '{"hub": 3}');
  expect(await settingsFile(nodeFiles, at).read()).toEqual(publicServers.mainnet);
});
