import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { root } from '../../scripts/root.mjs';
import type { Desktop } from './desktop.ts';
import { createShim, type Shim } from './shim/shim-electron.ts';

interface BootOptions {
  /** The installation whose main process runs; absent: what was built. Each can be booted once, since Node keeps modules. */
  readonly installation?: string;
  /** A browser that goes on; absent: one of its own. */
  readonly browser?: Browser;
  /** Where the studio keeps what belongs to the person; absent: a new folder. */
  readonly home?: string;
  readonly context?: BrowserContextOptions;
  /** Called with each page before anything is loaded in it. */
  prepare?(page: Page): Promise<void>;
}

export interface ShimDesktop extends Desktop {
  readonly shim: Shim;
  /** What Chromium it stands on. */
  readonly browser: Browser;
  /** What belongs to the person. */
  readonly home: string;
  /** The open project. */
  readonly project: string;
  /** From the moment the app was ready until its window was shown, in milliseconds. */
  readonly shownAfter: number;
  /** When that was, on the clock of `performance`. */
  readonly readyAt: number;
}

let isRegistered = false;

/** Runs the built, unchanged main process and preload over Chromium, for a person who has a folder of their own. */
export async function bootShim(options: BootOptions = {}): Promise<ShimDesktop> {
  const { installation = root, home = newPerson(), prepare } = options;
  const browser = options.browser ?? (await launchChromium());
  const context = await browser.newContext(options.context);
  const preparing: Promise<void>[] = [];
  if (prepare !== undefined) context.on('page', (page) => preparing.push(prepare(page)));
  const shim = await createShim(context, home);
  Reflect.set(globalThis, Symbol.for('depin-studio-test.electron'), shim.electron);
  if (!isRegistered) register('./shim/electron-loader.mjs', import.meta.url);
  isRegistered = true;
  process.env.DEPIN_STUDIO_HOME = home;
  process.argv = ['electron'];
  // Past the test runner, which would transform the file: what is tested is what is shipped.
  const importAsNodeDoes = createRequire(import.meta.url)('./shim/import-as-node-does.cjs');
  await importAsNodeDoes(pathToFileURL(path.join(installation, 'dist/electron/main.js')).href);
  const started = performance.now();
  shim.becomeReady();

  const { BrowserWindow } = shim.electron;
  const window = await until(() => BrowserWindow.getAllWindows()[0]);
  const page = await window.webContents.page();
  await until(() => (window.visible ? true : undefined));
  const shownAfter = performance.now() - started;
  await Promise.all(preparing);
  return {
    ...{ shim, page, browser, home, project: projectOf(home), shownAfter, readyAt: started },
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
    async close() {
      await (options.browser === undefined ? browser.close() : context.close());
      if (options.home === undefined) rmSync(home, { recursive: true });
    },
  };
}

const projectOf = (home: string): string => path.join(home, 'my-network');

/** A folder for what a person has, with a project in it, so that nothing of this computer's own person is read or written. */
function newPerson(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'studio-person-'));
  mkdirSync(projectOf(home));
  writeFileSync(path.join(home, 'projects.json'), JSON.stringify({ recent: [projectOf(home)] }));
  return home;
}

async function until<T>(condition: () => T | undefined): Promise<T> {
  for (;;) {
    const met = condition();
    if (met !== undefined) return met;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
