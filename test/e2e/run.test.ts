import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { small } from '../cli/studio.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';

const copy = copyInstallation();
let studio: OpenStudio;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  cpSync('scenarios/wireless-burn-mint', path.join(copy.scenarios, 'wireless-burn-mint'), {
    recursive: true,
  });
  studio = await openStudio({ installation: copy.folder, reducedMotion: 'reduce' });
});
afterAll(async () => {
  await studio?.close();
  copy.remove();
});

async function run(page: Page, seeds: number): Promise<void> {
  await page.getByLabel('Seeds', { exact: true }).fill(String(seeds));
  await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
  await page.getByText(/^Done: /).waitFor();
}

async function download(page: Page, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return file;
}

describe('the Run screen', () => {
  const slider = () => studio.page.getByRole('slider', { name: 'Day that is looked at' });
  const panel = (name: RegExp) => studio.page.getByRole('figure', { name });
  /** Parts are drawn as they come into sight. */
  const scrollTo = (px: number) =>
    studio.page.evaluate((top) => document.querySelector('main')?.scrollTo(0, top), px);
  const press = async (...keys: string[]) => {
    for (const key of keys) await studio.page.keyboard.press(key);
  };

  it('draws six charts and the panels of a network with regions', async () => {
    const { page, goTo } = studio;
    await goTo('/run/wireless-burn-mint');
    await run(page, 2);
    const figures = page.getByRole('figure');
    await figures.nth(5).waitFor();
    await scrollTo(700);
    await panel(/^Over 30 days: .* minted/).waitFor();
    await panel(/^Active providers: .* of .* units in /).waitFor();
    await panel(/^Margin: /).waitFor();
    await scrollTo(1200);
    await panel(/^The top tenth of providers/).waitFor();
    await page.getByRole('heading', { name: /^State at month 28: 2025-08-03/ }).waitFor();
    await scrollTo(5000);
    await page.getByRole('heading', { name: 'Providers by cohort on 2025-08-03' }).waitFor();
  });

  it('moves every panel with the day that is looked at, by keyboard', async () => {
    const { page } = studio;
    await slider().focus();
    await press('Home', ']');
    expect(await slider().getAttribute('aria-valuetext')).toMatch(
      /^2023-06-19, month 2, day 57\. Net emissions/,
    );
    await press(']');
    expect(await slider().getAttribute('aria-valuetext')).toMatch(/^2023-08-02.*Halving/);
    await press('[', 'PageUp', 'ArrowRight', 'Shift+ArrowLeft', 'ArrowLeft');
    expect(await slider().getAttribute('aria-valuenow')).toBe('57');
    await page.getByRole('heading', { name: 'Providers by cohort on 2023-05-23' }).waitFor();
    await page.getByRole('heading', { name: 'State at month 2: 2023-06-19' }).waitFor();
    await scrollTo(700);
    await panel(/^Over 30 days/)
      .getByText('2023-05-21 to 2023-06-19; mean of 2 seeds')
      .waitFor();
    await panel(/^Active providers: /)
      .getByText(/on 2023-05-23$/)
      .waitFor();
    await press('Escape');
    await panel(/^Active providers: /)
      .getByText(/on 2025-08-03$/)
      .waitFor();
  });

  it('keeps a note beside a day', async () => {
    const { page } = studio;
    await slider().focus();
    await press('Home', 'PageUp', 'n');
    await page.getByLabel('Note beside 2023-05-24').fill('First month');
    await press('Enter');
    await press('Home', ']');
    expect(await slider().getAttribute('aria-valuetext')).toBe('2023-05-24, month 1, day 31. First month');
    expect(await page.evaluate(() => localStorage.getItem('studio.notes'))).toContain('First month');
  });

  it('opens a verdict, and a seed of it alone', async () => {
    const { page } = studio;
    await page.getByRole('button', { name: 'Decentralised' }).press('Enter');
    const detail = page.getByRole('region', { name: 'Decentralised in detail' });
    await detail.getByText(/^Source of the rule/).waitFor();
    await detail.getByRole('button', { name: 'seed 2' }).click();
    expect(await page.getByLabel('Seed', { exact: true }).inputValue()).toBe('2');
    await page.getByText('All runs', { exact: true }).click();
  });

  it('explains a chart, and gives it away as a picture', async () => {
    const { page } = studio;
    const chart = page.getByRole('figure').first();
    const choose = async (item: string) => {
      await chart.getByRole('button').click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await choose('Explain this chart');
    await chart.getByText('Real units that run at the end of the day').last().waitFor();
    await press('Escape');
    await chart.getByRole('img').waitFor();
    const file = await download(page, () => choose('Save PNG'));
    expect(file.suggestedFilename()).toBe('wireless-burn-mint-active-providers.png');
    const bytes = readFileSync(await file.path());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(bytes.readUInt32BE(16)).toBe(1520);
    const groups = await download(page, () => page.getByRole('button', { name: 'breakdowns.csv' }).click());
    expect(readFileSync(await groups.path(), 'utf8').split('\n', 1)[0]).toMatch(
      /,seed,by,group,providers\.active,/,
    );
  });

  it('draws the rest of the metrics only as they come into sight', async () => {
    const { page } = studio;
    await page.getByText(/^More charts: all \d+ metrics/).click();
    const market = page.getByRole('region', { name: 'Market' });
    await market.getByRole('figure').first().waitFor();
    const parts = await page.locator('.further .lazy-part').count();
    expect(await page.locator('.further figure').count()).toBeLessThan(parts);
  });

  it('and the page complained of nothing', () => {
    expect(studio.faults).toEqual([]);
  });
});

describe('a seed that breaks a rule', () => {
  /** The engine as it is, but for seed 3, which a rule stops on its 13th day. */
  const broken = `export * from './whole.js';
    import { simulate as whole } from './whole.js';
    export function* simulate(spec, seed, checkpoint) {
      const run = whole(spec, seed, checkpoint);
      for (let next = run.next(); ; next = run.next()) {
        if (next.done) return next.value;
        if (seed === '3' && next.value.done === 12) {
          yield next.value;
          const where = 'seed 3, tick 12 (2024-01-13), emission.halving';
          throw Object.assign(new Error('Broken: nothing is minted twice.'), { code: 'run.invariant', where });
        }
        yield next.value;
      }
    }`;

  it('is listed with its month, mechanism and rule, and opened at that moment', async () => {
    const { page, goTo } = studio;
    const whole = readFileSync(path.join(copy.folder, 'dist/engine/engine.js'), 'utf8');
    const type = { contentType: 'text/javascript' };
    await page.context().route('**/engine/whole.js', (route) => route.fulfill({ ...type, body: whole }));
    await page.context().route('**/engine/engine.js', (route) => route.fulfill({ ...type, body: broken }));
    await goTo('/run/small');
    await page.reload();
    await run(page, 4);
    const failed = page.getByRole('region', { name: 'Failed seeds' });
    await failed.getByRole('heading', { name: '1 seed failed; the 3 that finished are kept' }).waitFor();
    expect(await failed.getByRole('row').last().innerText()).toMatch(
      /3\s+1\s+2024-01-13\s+.+\s+Broken: nothing is minted twice\.\s+Open at this moment/,
    );
    await failed.getByRole('button', { name: 'Open at this moment' }).click();
    expect(await page.getByLabel('Seed', { exact: true }).inputValue()).toBe('3');
    const slider = page.getByRole('slider', { name: 'Day that is looked at' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('2024-01-12, month 1, day 12');
    await page
      .getByRole('figure')
      .first()
      .getByText(/^2024-01-12: seed 3/)
      .waitFor();
  });
});
