// `npm run screenshots`: takes the picture of every screen, light and dark, empty and in use, into docs/images. `-- --only propose` takes
// those of one screen.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { launchChromium } from './launch-chromium.mjs';
import { root, say } from './root.mjs';
import { serveStudio } from './serve-studio.mjs';

/** @typedef {import('playwright-core').Page} Page */

const folder = path.join(root, 'docs/images');
const scenario = 'wireless-burn-mint';
const size = { width: 1280, height: 800 };

/**
 * A state of the studio worth a picture: where it is, and what a person has done to get there.
 * @typedef {{ name: string, place: string, before?: (page: Page) => Promise<void> }} Shot
 */

/** @param {Page} page */
const settled = async (page) => {
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(1500);
};

/** @type {Shot[]} */
const empty = [
  { name: 'run-empty', place: `/run/${scenario}` },
  { name: 'explore-empty', place: `/explore/${scenario}` },
  { name: 'compare-empty', place: '/compare' },
  { name: 'propose-empty', place: '/propose' },
  { name: 'runs-empty', place: '/runs' },
];

/** @type {Shot[]} */
const used = [
  { name: 'library', place: '/library' },
  { name: 'library-details', place: `/library/${scenario}` },
  {
    name: 'design',
    place: `/design/${scenario}`,
    before: async (page) => {
      await page.waitForTimeout(6000);
    },
  },
  {
    name: 'run',
    place: `/run/${scenario}`,
    before: async (page) => {
      await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
      await page.getByText(/Done: 8 of 8 seeds/).waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'explore',
    place: `/explore/${scenario}?tab=sweep`,
    before: async (page) => {
      await page.getByRole('button', { name: 'Start sweep' }).click();
      await page.locator('.chart-picture').first().waitFor({ timeout: 60_000 });
      await page.locator('.job-head', { hasText: /· done/ }).waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'compare',
    place: `/compare?with=${encodeURIComponent('gpu-compute,gpu-compute/free')}`,
    before: async (page) => {
      await page.waitForTimeout(15_000);
    },
  },
  {
    name: 'propose',
    place: '/propose?draft=less-emission',
    before: async (page) => {
      await page.getByText('Saved as proposals/less-emission.md').waitFor();
    },
  },
  {
    name: 'publish',
    place: '/propose?draft=less-emission',
    before: async (page) => {
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('menuitem', { name: 'Space, rules and signer…' }).click();
      await page.waitForTimeout(1500);
    },
  },
  { name: 'runs', place: '/runs' },
  { name: 'reference', place: '/reference?mechanism=emission.halving' },
  { name: 'help', place: '/help?page=explanation/limits.md' },
  { name: 'settings', place: '/settings' },
  { name: 'shortcuts', place: '/shortcuts' },
];

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const isWanted = (/** @type {Shot} */ { name }) => only === undefined || name.startsWith(only);

/** A proposal in the project, as the command line writes it. @param {string} project */
function propose(project) {
  const change = ['--set', 'emission.fixed.amount=1500', '--assume', 'agents.providers.rows=2000'];
  const out = path.join(project, 'proposals/less-emission.md');
  mkdirSync(path.dirname(out), { recursive: true });
  const args = ['propose', 'blank-network', ...change, '--seeds', '1..8', '--no-stress', '--out', out];
  execFileSync(process.execPath, [path.join(root, 'dist/cli/cli.js'), ...args], { stdio: 'ignore' });
}

await build(['engine', 'cli', 'renderer']);
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const served = await serveStudio();
    try {
      const page = await (await browser.newContext({ viewport: size, colorScheme: theme })).newPage();
      await page.goto(served.link);
      const take = async (/** @type {Shot} */ { name, place, before }) => {
        await page.goto(`${served.origin}/#${place}`);
        await settled(page);
        await before?.(page);
        const file = path.join(folder, `${name}-${theme}.png`);
        await page.screenshot({ path: file });
        say(`took ${path.relative(root, file)}`);
      };
      if (theme === 'light') for (const shot of empty.filter(isWanted)) await take(shot);
      propose(served.project);
      for (const shot of used.filter(isWanted)) await take(shot);
      await page.context().close();
    } finally {
      served.stop();
    }
  }
} finally {
  await browser.close();
}
