// Finds a Chromium for the browser tests. As a command (before `npm test`) it installs one where it can.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall } from './apt-install.mjs';
import { isCommand, root, say } from './root.mjs';

const usualPaths = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Chromium/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** Where Playwright's own installer puts its browser, if it has. */
async function playwrightPath() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * The path of a Chromium to test with: the one that CHROMIUM names, one in a usual place, or Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const usual = usualPaths[/** @type {keyof typeof usualPaths} */ (process.platform)] ?? [];
  const own = await playwrightPath();
  return [...usual, ...(own ? [own] : [])].find((candidate) => existsSync(candidate));
}

/** Debian's own package where this user may install it, otherwise Playwright's installer. */
function install() {
  if (aptInstall('chromium')) return;
  const installer = path.join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [installer, 'install', 'chromium'], { cwd: root, stdio: ['ignore', 2, 2] });
}

async function ensure() {
  if (await findChromium()) return;
  if (!process.env.CHROMIUM) {
    say('no Chromium found for the browser tests: installing one ...');
    install();
    if (await findChromium()) return;
  }
  // Not an error here: the tests that need a browser fail and say so; the others can still run.
  say(
    'no Chromium: install Chromium or Chrome, or set CHROMIUM to the path of one. The browser tests will fail.',
  );
}

if (isCommand(import.meta.url)) await ensure();
