// The Runs table with 10,000 kept runs, made by a real sweep of the smallest scenario: it comes, it is scrolled, it is searched.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { root, say } from '../root.mjs';
import { busyWhile } from './busy.mjs';

const small = path.join(root, 'test/fixtures/scenarios/small/scenario.yaml');

/** @param {import('playwright-core').Browser} browser @param {import('../serve-studio.mjs').Served} served */
export async function measureManyRuns(browser, { link, origin, project }) {
  cpSync(path.dirname(small), path.join(project, 'scenarios/small'), { recursive: true });
  say('running 10,000 small scenarios …');
  const supplies = Array.from({ length: 100 }, (_, i) => 1_000_000 + i * 10_000).join(',');
  const vary = ['--vary', `agents.token.supply=${supplies}`, '--vary', 'emission.halving.period=1..100/100'];
  const where = ['--store', path.join(project, 'runs'), '--out', path.join(project, 'out')];
  const cli = path.join(root, 'dist/cli/cli.js');
  execFileSync(process.execPath, [cli, 'sweep', small, ...vary, '--seeds', '1', ...where], {
    stdio: 'ignore',
  });

  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link);
  await page.locator('article.card').first().waitFor();
  await page.goto(`${origin}/#/runs`);
  await page.getByText(/^10,000 runs$/).waitFor({ timeout: 300_000 });
  // A page that meets the list when it has been read before, as it is on all days but the first.
  const coming = await busyWhile(page, async () => {
    await page.reload();
    await page.getByText(/^10,000 runs$/).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
  });
  const scrolled = await busyWhile(page, async () => {
    await page.locator('.runs-scroll').hover();
    for (let i = 0; i < 100; i++) await page.mouse.wheel(0, 1200);
    await page.waitForTimeout(500);
  });
  const jumped = await busyWhile(page, async () => {
    await page.evaluate(jumps);
  });
  const searched = await busyWhile(page, async () => {
    await page.getByLabel('Filter runs').pressSequentially('changed:supply', { delay: 30 });
    await page
      .getByRole('columnheader', { name: /^Changed/ })
      .getByRole('button')
      .click();
    await page.waitForTimeout(1000);
  });
  await page.context().close();
  /** @param {string} what @param {import('./busy.mjs').Busy} busy */
  const figure = (what, { longest, work }) => ({
    name: `longest task while ${what}`,
    value: longest,
    work,
    unit: 'ms',
    bar: 50,
  });
  return [
    figure('10,000 runs come', coming),
    figure('10,000 runs are scrolled by wheel', scrolled),
    figure('the scroll bar jumps 120 times in 10,000 runs', jumped),
    figure('10,000 runs are filtered and sorted', searched),
  ];
}

/** To 120 places all over the table, a frame apart. */
const jumps = `(async () => {
  const scroller = document.querySelector('.runs-scroll');
  for (let i = 0; i < 120; i++) {
    scroller.scrollTop = ((i * 7919) % 120) / 120 * scroller.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
})()`;
