import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download } from 'playwright-core';
import type { OpenOptions, OpenStudio } from '../e2e/open-studio.ts';
import { bootShim } from './boot-shim.ts';
import { brokenInstallation } from './security/broken-installation.ts';

/**
 * The studio as `openStudio` gives it, but through the desktop: its built main process and preload, over Chromium. What a browser does
 * otherwise, such as downloads, a person is asked here.
 */
export async function openAsDesktop({
  installation = path.resolve('.'),
  project,
  cores,
  ...context
}: OpenOptions): Promise<OpenStudio> {
  const home = mkdtempSync(path.join(tmpdir(), 'studio-person-'));
  const opened = project ?? path.join(home, 'project');
  mkdirSync(opened, { recursive: true });
  writeFileSync(path.join(home, 'projects.json'), JSON.stringify({ recent: [opened] }));
  // Node keeps a main process that it has loaded: each one that is opened is a copy.
  const copy = brokenInstallation([], installation);
  const faults: string[] = [];
  const desktop = await bootShim({
    ...{ installation: copy, home },
    context: { viewport: { width: 1440, height: 900 }, ...context },
    async prepare(page) {
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      if (cores === undefined) return;
      await page.addInitScript((claimed) => {
        Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => claimed });
      }, cores);
    },
  });
  const { page, shim } = desktop;
  const browser = await desktop.browser.newContext(context);
  shim.outside.show = async (url) => void (await (await browser.newPage()).goto(url));
  // A person who saves every file where it is offered, by its name. The journeys know files as downloads, which browsers have.
  shim.asked.whereToSave = (offered) => {
    const file = path.join(mkdtempSync(path.join(home, 'saved-')), path.basename(offered));
    const isWritten = async () => {
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10));
      return file;
    };
    const saved: Pick<Download, 'suggestedFilename'> & { path(): Promise<string> } = {
      path: isWritten,
      suggestedFilename: () => path.basename(file),
    };
    // Not in its type, but how it tells of anything.
    Reflect.apply(Object(page).emit, page, ['download', saved]);
    return file;
  };
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    ...{ page, browser, faults },
    async goTo(place) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, place);
    },
    async stopServer() {
      throw new Error('the desktop has no server to stop');
    },
    async close() {
      await desktop.close();
      for (const folder of [home, copy]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
