// `npm run bench:ui`: what a person waits for, measured in Chromium on the built studio. Standard output holds the figures only.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { root } from './root.mjs';
import { launch, serve } from './studio/open.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, value: number, unit: string, bar: number }} Figure */

const repeats = 3;
const scenario = 'wireless-burn-mint';

/** Gzipped bytes of what index.html loads before anything is shown. */
function initialScript() {
  const page = path.join(root, 'dist/renderer');
  const html = readFileSync(path.join(page, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(page, name))).length, 0) / 1000;
}

/** Longest time, in milliseconds, for which the page answered nobody while `act` went on. @param {Page} page @param {() => Promise<void>} act */
async function longestTask(page, act) {
  await page.evaluate(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  `);
  await act();
  return Number(await page.evaluate('globalThis.longest'));
}

/** From the first byte asked for until the Library can be used. @param {import('playwright-core').Browser} browser @param {string} link */
async function coldLoad(browser, link) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link);
  await page.locator('article.card').first().waitFor();
  const origin = new URL(link).origin;
  // The same again in a fresh cache: the link itself is a redirect that counts once.
  await page.goto('about:blank');
  const started = Date.now();
  await page.goto(`${origin}/`);
  await page.locator('article.card button:enabled').first().waitFor();
  const took = Date.now() - started;
  return { page, took };
}

/** From pressing Run until the first chart has a line. @param {Page} page @param {string} origin */
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
    while (document.querySelector('#content figure svg path') === null && performance.now() - started < 10000)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - started;
  })()`);
  return Number(waited);
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @returns {Promise<Figure[]>} */
async function measure() {
  const loads = [];
  const charts = [];
  let during = 0;
  const browser = await launch();
  try {
    for (let repeat = 0; repeat < repeats; repeat++) {
      const served = await serve();
      try {
        const { page, took } = await coldLoad(browser, served.link);
        loads.push(took);
        charts.push(await firstChart(page, served.origin));
        if (repeat === 0)
          during = await longestTask(page, async () => {
            await page.waitForTimeout(8000);
          });
        await page.context().close();
      } finally {
        served.stop();
      }
    }
  } finally {
    await browser.close();
  }
  return [
    { name: 'cold load to interactive', value: median(loads), unit: 'ms', bar: 1500 },
    { name: 'initial script, gzipped', value: initialScript(), unit: 'kB', bar: 350 },
    { name: 'first chart after Run, 10,000 providers', value: median(charts), unit: 'ms', bar: 300 },
    { name: 'longest task of the page during that run', value: during, unit: 'ms', bar: 50 },
  ];
}

await build(['engine', 'cli', 'renderer']);
const figures = await measure();
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
  for (const { name, value, unit, bar } of figures)
    process.stdout.write(
      `${value <= bar ? 'ok  ' : 'over'}  ${name}: ${value.toFixed(0)} ${unit} (at most ${bar})\n`,
    );
