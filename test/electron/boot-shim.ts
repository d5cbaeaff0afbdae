import { createRequire, register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { root } from '../../scripts/root.mjs';
import type { Desktop } from './desktop.ts';
import { createShim, type Shim } from './shim/shim-electron.ts';

/** Runs the built, unchanged main process and preload over Chromium. Once in a process: Node keeps the module. */
export async function bootShim(): Promise<Desktop & { readonly shim: Shim }> {
  const executablePath = await findChromium();
  if (executablePath === undefined)
    throw new Error('no Chromium to test with: set CHROMIUM to the path of one');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const shim = await createShim(await browser.newContext());
  Reflect.set(globalThis, Symbol.for('depin-studio-test.electron'), shim.electron);
  register('./shim/electron-loader.mjs', import.meta.url);
  // Past the test runner, which would transform the file: what is tested is what is shipped.
  const importAsNodeDoes = createRequire(import.meta.url)('./shim/import-as-node-does.cjs');
  await importAsNodeDoes(pathToFileURL(path.join(root, 'dist/electron/main.js')).href);
  shim.becomeReady();

  const { BrowserWindow } = shim.electron;
  const window = await until(() => BrowserWindow.getAllWindows()[0]);
  const page = await window.webContents.page();
  await until(() => (window.visible ? true : undefined));
  return {
    shim,
    page,
    async openForeignWindow(url) {
      const foreign = new BrowserWindow(window.options);
      await foreign.loadURL(url);
      return await foreign.webContents.page();
    },
    async willChoose(file) {
      shim.choices.push(file);
    },
    openedOutside: async () => shim.external,
    windowCount: async () => BrowserWindow.getAllWindows().length,
    close: () => browser.close(),
  };
}

async function until<T>(condition: () => T | undefined): Promise<T> {
  for (;;) {
    const met = condition();
    if (met !== undefined) return met;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
