// From the first byte to a chart: cold load, initial script, Run, and what a run of the usual size asks of the page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../root.mjs';
import { serveStudio } from '../serve-studio.mjs';
import { busyWhile } from './busy.mjs';
import { hasLine } from './has-line.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

const repeats = 3;
const scenario = 'wireless-burn-mint';

/** @param {Browser} browser @param {import('../serve-studio.mjs').Served} first */
export async function measureStart(browser, first) {
  const loads = [];
  const charts = [];
  /** @type {import('./busy.mjs').Busy | undefined} */
  let during;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const served = repeat === 0 ? first : await serveStudio();
    try {
      const { page, took } = await coldLoad(browser, served);
      loads.push(took);
      charts.push(await firstChart(page, served.origin));
      if (repeat === 0) during = await busyRun(page);
      await page.context().close();
    } finally {
      if (repeat > 0) served.stop();
    }
  }
  const { longest = Number.NaN, work = Number.NaN } = during ?? {};
  return [
    { name: 'cold load to interactive', value: median(loads), unit: 'ms', bar: 1500 },
    { name: 'initial script, gzipped', value: initialScript(), unit: 'kB', bar: 350 },
    { name: 'first chart after Run, 10,000 providers', value: median(charts), unit: 'ms', bar: 300 },
    { name: 'longest task in a run of 10,000 providers', value: longest, work, unit: 'ms', bar: 50 },
  ];
}

/** Gzipped bytes of what index.html loads before anything is shown. */
function initialScript() {
  const page = path.join(root, 'dist/renderer');
  const html = readFileSync(path.join(page, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(page, name))).length, 0) / 1000;
}

/** From the first byte asked for until the Library can be used. @param {Browser} browser @param {import('../serve-studio.mjs').Served} served */
async function coldLoad(browser, { link, origin }) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link);
  await page.locator('article.card').first().waitFor();
  // The same again in a fresh cache: the link itself is a redirect that counts once.
  await page.goto('about:blank');
  const started = Date.now();
  await page.goto(`${origin}/`);
  await page.locator('article.card button:enabled').first().waitFor();
  return { page, took: Date.now() - started };
}

/** From pressing Run until the first chart has a line, ms. @param {Page} page @param {string} origin */
async function firstChart(page, origin) {
  await page.goto(`${origin}/#/run/${scenario}`);
  const run = page.locator('#content').getByRole('button', { name: /^Run/ }).first();
  await run.waitFor();
  // Workers start when the screen is opened: a person reads it for longer than this.
  await page.waitForTimeout(1500);
  const waited = await page.evaluate(`(async () => {
    const button = [...document.querySelectorAll('#content button')].find((each) => /^\\s*Run/.test(each.textContent));
    const started = performance.now();
    button.click();
    while (!(${hasLine}) && performance.now() - started < 10000)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - started;
  })()`);
  return Number(waited);
}

/** A whole run of 24 seeds, from pressing Run. @param {Page} page */
async function busyRun(page) {
  await page.getByText(/^Done/).first().waitFor({ timeout: 120_000 });
  await page.getByLabel('Seeds', { exact: true }).fill('24');
  return await busyWhile(page, async () => {
    await page.locator('.run-controls').getByRole('button', { name: /^Run/ }).click();
    await page.getByText(/^Done: 24 of 24/).waitFor({ timeout: 120_000 });
  });
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
