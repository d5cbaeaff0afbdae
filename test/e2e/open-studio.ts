import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { root } from '../../scripts/root.mjs';

/** The studio as a user has it: the built command serves it, Chromium shows it. */
export interface OpenStudio {
  readonly page: Page;
  /** The person's browser, where addresses outside the studio open. */
  readonly browser: BrowserContext;
  /** Everything the page complained of: errors, refusals of its own policy, requests that failed. */
  readonly faults: readonly string[];
  /** Goes to an address of the app, such as `/run/wireless-burn-mint`. */
  goTo(path: string): Promise<void>;
  /** Ends the server, as if its terminal was closed. */
  stopServer(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Folder of the installation; the checkout if absent. */
  readonly installation?: string;
  /** The project to open; a new one if absent. */
  readonly project?: string;
  /** Cores that the browser claims to have. */
  readonly cores?: number;
}

/** Through the server, or, where `STUDIO_DOOR` says `desktop`, through the desktop's main process and preload. */
export async function openStudio(options: OpenOptions = {}): Promise<OpenStudio> {
  if (process.env.STUDIO_DOOR !== 'desktop') return await openServed(options);
  const { openAsDesktop } = await import('../electron/open-as-desktop.ts');
  return await openAsDesktop(options);
}

async function openServed({
  installation = root,
  cores,
  project,
  ...context
}: OpenOptions): Promise<OpenStudio> {
  const own = mkdtempSync(path.join(tmpdir(), 'studio-person-'));
  const { url, stop: end } = await serve(installation, own, project ?? path.join(own, 'project'));
  const stop = async () => {
    await end();
    rmSync(own, { recursive: true, force: true });
  };
  const browser = await launchChromium();
  const viewport = { width: 1440, height: 900 };
  const page = await (await browser.newContext({ viewport, ...context })).newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => {
    const because = request.failure()?.errorText;
    // A page that is left or loaded anew ends what was under way, such as a run on its way into the project.
    if (because !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${because}`);
  });
  if (cores !== undefined) {
    await page.addInitScript((claimed) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => claimed });
    }, cores);
  }
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    ...{ page, browser: page.context(), faults },
    async goTo(place) {
      await page.goto(`${new URL(url).origin}/#${place}`);
    },
    stopServer: stop,
    async close() {
      await browser.close();
      await stop();
    },
  };
}

async function serve(
  installation: string,
  person: string,
  project: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const cli = path.join(installation, 'dist/cli/cli.js');
  const server = spawn(process.execPath, [cli, 'serve', '--port', '0', '--project', project], {
    // A person of its own: tests neither read nor write what belongs to whoever runs them.
    env: { ...process.env, DEPIN_STUDIO_HOME: person },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'close');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout.setEncoding('utf8').on('data', hear);
    server.stderr.setEncoding('utf8').on('data', hear);
    void ended.then(() => reject(new Error(`the server ended and said: ${said}`)));
  });
  return {
    url,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** A copy of the built studio with scenarios of its own; `remove` deletes it. */
export function copyInstallation(): { readonly folder: string; readonly scenarios: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-copy-'));
  for (const part of ['package.json', 'dist/cli', 'dist/engine', 'dist/renderer']) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  // What no bundle can hold, such as the database, is looked for where an installation has it.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const scenarios = path.join(folder, 'scenarios');
  mkdirSync(scenarios);
  return { folder, scenarios, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
