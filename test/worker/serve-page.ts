import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { StudioApi } from '../../main/api/studio-api.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { startServer } from '../../main/server/start-server.ts';
import { pageFilesIn } from '../../main/services/page-files.ts';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { root } from '../../scripts/root.mjs';

/** `page.ts` in Chromium, served as the studio is, with the built worker, the built engine and an engine for tests. */
export async function servePage(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-web-workers-'));
  mkdirSync(path.join(folder, 'engine'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { page: fileURLToPath(new URL('./page.ts', import.meta.url)) },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><script type="module" src="page.js"></script>',
  );
  copyFileSync(path.join(root, 'dist/renderer/worker.js'), path.join(folder, 'worker.js'));
  copyFileSync(path.join(root, 'dist/engine/engine.js'), path.join(folder, 'engine/engine.js'));
  copyFileSync(path.join(root, 'test/fixtures/worker/fake-engine.js'), path.join(folder, 'fake-engine.js'));

  const server = await startServer({ api: noApi, page: pageFilesIn(folder, nodeFiles), port: 0 });
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'poolOf' in window);
  return {
    page,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const none = () => Promise.reject(new Error('this page calls nothing'));
const noApi: Partial<StudioApi> = {
  'studio.info': none,
  'scenarios.list': none,
  'scenarios.open': none,
  'exports.save': none,
};
