import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkForUpdates } from './check-for-updates.ts';

const asked: { message: string; detail: string }[] = [];
const presses: number[] = [];
vi.mock('electron', () => ({
  app: { isPackaged: true },
  dialog: {
    async showMessageBox(options: { message: string; detail: string }) {
      asked.push(options);
      return { response: presses.shift() ?? 1 };
    },
  },
}));

let resources: string;
let did: string[];
const errors: string[] = [];
const log = { note() {}, warn() {}, error: (text: string) => void errors.push(text) };
const updater = (isUpdateAvailable: boolean) => ({
  autoDownload: true,
  autoInstallOnAppQuit: true,
  async checkForUpdates() {
    did.push('check');
    return {
      isUpdateAvailable,
      updateInfo: { version: '9.9.9', releaseNotes: '<p>Faster <b>days</b>.</p>' },
    };
  },
  downloadUpdate: async () => did.push('download'),
  quitAndInstall: () => did.push('install'),
});
const check = async (found: object) =>
  // Of the updater, what the studio uses of it.
  await checkForUpdates({ log, resources, load: async () => ({ autoUpdater: found as never }) });

beforeEach(() => {
  resources = mkdtempSync(path.join(tmpdir(), 'studio-resources-'));
  did = [];
  for (const list of [asked, presses, errors]) list.length = 0;
});
afterEach(() => rmSync(resources, { recursive: true }));
const configure = () => writeFileSync(path.join(resources, 'app-update.yml'), 'provider: generic\n');

it('asks nobody until it is configured', async () => {
  await check(updater(true));
  expect(did).toEqual([]);
});

it('shows the notes of a newer release, and fetches nothing unless the person wants it', async () => {
  configure();
  const found = updater(true);
  await check(found);
  expect(did).toEqual(['check']);
  expect(asked).toMatchObject([{ message: 'DePIN Studio 9.9.9 can be installed.', detail: 'Faster days.' }]);
  expect(found).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false });
});

it('installs when the person has said so twice', async () => {
  configure();
  presses.push(0, 0);
  await check(updater(true));
  expect(did).toEqual(['check', 'download', 'install']);
});

it('says nothing where there is nothing newer, and notes what went wrong', async () => {
  configure();
  await check(updater(false));
  await check({
    async checkForUpdates() {
      throw new Error('no network');
    },
  });
  expect(asked).toEqual([]);
  expect(errors).toEqual(['looking for updates']);
});
