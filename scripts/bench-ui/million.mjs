// A run of 1,000,000 providers: the workers have all they can do, and the page answers all the same.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { busyWhile } from './busy.mjs';
import { hasLine } from './has-line.mjs';

const scenario = 'wireless-burn-mint';
const id = 'a-million';
/** ms of the run that are looked at. */
const looked = 20_000;

/** @param {import('playwright-core').Browser} browser @param {import('../serve-studio.mjs').Served} served */
export async function measureMillion(browser, { link, origin, project }) {
  const folder = path.join(project, 'scenarios', id);
  cpSync(path.join(root, 'scenarios', scenario), folder, { recursive: true });
  const file = path.join(folder, 'scenario.yaml');
  const text = readFileSync(file, 'utf8')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/rows: \{ value: 10000,/, 'rows: { value: 1000000,');
  if (!text.includes('1000000,')) throw new Error('the scenario has no rows to change');
  writeFileSync(file, text);

  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link);
  await page.goto(`${origin}/#/run/${id}`);
  await page.getByText('1,000,000 rows').waitFor();
  let frames = 0;
  const { longest, work } = await busyWhile(page, async () => {
    await page.locator('.run-controls').getByRole('button', { name: /^Run/ }).click();
    await page.evaluate(`(async () => {
      while (!(${hasLine})) await new Promise((resolve) => requestAnimationFrame(resolve));
    })()`);
    frames = Number(await page.evaluate(countFrames(looked)));
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page
      .getByText(/^Cancelled/)
      .first()
      .waitFor({ timeout: 60_000 });
  });
  await page.context().close();
  return [
    { name: 'longest task in a run of 1,000,000 providers', value: longest, work, unit: 'ms', bar: 50 },
    { name: 'frames shown meanwhile', value: (frames * 1000) / looked, unit: 'a second' },
  ];
}

/** @param {number} milliseconds */
const countFrames = (milliseconds) => `(async () => {
  const until = performance.now() + ${milliseconds};
  let frames = 0;
  for (; performance.now() < until; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return frames;
})()`;
