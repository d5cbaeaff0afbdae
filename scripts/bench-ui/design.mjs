// Design: from an edit to the first frame of its preview, and what opening the editor asks of the page.
import { busyWhile } from './busy.mjs';

const scenario = 'wireless-burn-mint';
const parameter = 'emission.halving.period';
const edits = ['18', '20', '22'];

/** @param {import('playwright-core').Browser} browser @param {import('../serve-studio.mjs').Served} served */
export async function measureDesign(browser, { link, origin }) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link);
  await page.locator('article.card').first().waitFor();
  await page.goto(`${origin}/#/design/${scenario}`);
  await page.getByText('5 of 5 runs').waitFor({ timeout: 120_000 });
  /** @type {number[]} */
  const firsts = [];
  const field = page.locator(`[data-path="${parameter}"]`).getByRole('spinbutton');
  const editing = await busyWhile(page, async () => {
    for (const value of edits) {
      await field.fill(value);
      const waiting = page.evaluate(firstFrame);
      await field.press('Enter');
      firsts.push(Number(await waiting));
      await page.getByText('5 of 5 runs').waitFor({ timeout: 120_000 });
    }
  });
  const opening = await busyWhile(page, async () => {
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.getByLabel('YAML of the scenario').waitFor();
    await page.waitForTimeout(1000);
  });
  await page.context().close();
  const first = firsts.sort((a, b) => a - b)[Math.floor(firsts.length / 2)] ?? Number.NaN;
  return [
    { name: 'first frame of a preview after an edit, 10,000 providers', value: first, unit: 'ms', bar: 300 },
    {
      name: 'longest task while edits are previewed',
      value: editing.longest,
      work: editing.work,
      unit: 'ms',
      bar: 50,
    },
    {
      name: 'longest task while the YAML tab opens',
      value: opening.longest,
      work: opening.work,
      unit: 'ms',
      bar: 50,
    },
  ];
}

/** From the key that makes the edit until a line grows in the preview, ms. */
const firstFrame = `(async () => {
  const pressed = await new Promise((resolve) =>
    addEventListener('keydown', (event) => resolve(event.timeStamp), { capture: true, once: true }));
  const line = () => [...document.querySelectorAll('.fan-growing')].some((path) => path.getAttribute('d')?.includes('L'));
  while (!line() && performance.now() - pressed < 10000) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - pressed;
})()`;
