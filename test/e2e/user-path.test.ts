import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studio as cli, fresh } from '../cli/studio.ts';
import { eventually } from './eventually.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';

const scenario = 'wireless-burn-mint';
const seeds = 3;

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio({ acceptDownloads: true });
});
afterAll(async () => {
  await studio?.close();
});

const button = (name: string | RegExp) => studio.page.locator('.run-controls').getByRole('button', { name });
const progress = () => studio.page.locator('.run-progress p');
/** The line that grows, in the first chart. */
const growing = () =>
  studio.page.locator('.chart-picture [data-part=path]').first().getAttribute('d', { timeout: 500 });
const setSeeds = (count: number) => studio.page.getByLabel('Seeds', { exact: true }).fill(String(count));

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
async function download(act: () => Promise<void>): Promise<Download> {
  const [started] = await Promise.all([studio.page.waitForEvent('download'), act()]);
  return started;
}

describe('from the Library to a file', () => {
  it('a scenario is found, read and opened', async () => {
    const { page } = studio;
    await page.getByRole('link', { name: 'Wireless, burn and mint', exact: true }).click();
    const details = page.getByRole('complementary', { name: 'Selected scenario' });
    await details.getByText(/^Parameters/).click();
    await details.getByText('assumption', { exact: true }).first().waitFor();
    await details.getByText('source', { exact: true }).first().waitFor();
    await details.getByRole('button', { name: 'Open' }).click();
    await page.getByText('Not run yet').waitFor();
    expect(page.url()).toContain(`#/run/${scenario}`);
  });

  it('it runs, and its charts move meanwhile', async () => {
    await setSeeds(200);
    await button('Run').click();
    await eventually(growing).toMatch(/^M/);
    const before = await growing();
    await eventually(growing).not.toBe(before);
    await eventually(() => progress().textContent()).toMatch(/\d+ % · .* left · \d+ of 200 seeds/);
  });

  it('it goes on wherever the user looks', async () => {
    const { page } = studio;
    await page.getByRole('link', { name: 'Library' }).click();
    const running = page.getByRole('banner').getByRole('link', { name: /Running \d+ %/ });
    await running.click();
    await eventually(growing).toMatch(/^M/);
  });

  it('it is paused, stepped day by day, and resumed', async () => {
    await button('Pause').click();
    await eventually(() => progress().textContent()).toMatch(/^Paused.*day \d+/);
    const dayOf = async () => Number(/\(day (\d+)\)/.exec((await progress().textContent()) ?? '')?.[1]);
    // What workers had done before they heard of the pause is still to come.
    let day = 0;
    const isSettled = async () => {
      const before = day;
      day = await dayOf();
      return day === before;
    };
    await eventually(isSettled, 400).toBe(true);
    await button('Step').click();
    await eventually(dayOf).toBe(day + 1);
    await button('Step').click();
    await eventually(dayOf).toBe(day + 2);
    await button('Resume').click();
    await eventually(() => progress().textContent()).toMatch(/left/);
  });

  it('it is cancelled, and keeps what has finished', async () => {
    await eventually(() => progress().textContent()).toMatch(/· [1-9]\d* of 200 seeds/);
    await button('Cancel').click();
    await eventually(() => progress().textContent()).toMatch(/^Cancelled: [1-9]\d* of 200 seeds kept/);
    const kept = Number(/Cancelled: (\d+)/.exec((await progress().textContent()) ?? '')?.[1]);
    const csv = await textOf(
      await download(() => studio.page.getByRole('button', { name: 'metrics.csv' }).click()),
    );
    expect(
      new Set(
        csv
          .split('\n')
          .slice(1, -1)
          .map((line) => line.split(',')[2]),
      ).size,
    ).toBe(kept);
  });

  it('a finished run gives the bytes and the digest of the command line', async () => {
    const { page } = studio;
    await setSeeds(seeds);
    await button('Run').click();
    await eventually(() => progress().textContent()).toMatch(new RegExp(`^Done: ${seeds} of ${seeds} seeds`));
    const metrics = await download(() => page.getByRole('button', { name: 'metrics.csv' }).click());
    const dictionary = await download(() => page.getByRole('button', { name: 'dictionary.csv' }).click());
    expect(metrics.suggestedFilename()).toBe('metrics.csv');

    const folder = fresh('out');
    const { code, out } = await cli(['run', scenario, '--seeds', `1..${seeds}`, '--out', folder, '--json']);
    expect(code).toBe(0);
    expect((await textOf(metrics)) === readFileSync(path.join(folder, 'metrics.csv'), 'utf8')).toBe(true);
    expect(await textOf(dictionary)).toBe(readFileSync(path.join(folder, 'dictionary.csv'), 'utf8'));
    const { digest } = JSON.parse(out) as { readonly digest: string };
    await page.getByRole('contentinfo').getByTitle(`Copy ${digest}`).waitFor();
  });

  it('verdicts say what held in how many seeds', async () => {
    const verdicts = studio.page.getByRole('region', { name: 'Verdicts' }).getByRole('article');
    expect(await verdicts.count()).toBeGreaterThan(0);
    for (const text of await verdicts.allInnerTexts()) {
      expect(text).toMatch(/(Pass|Watch|Fail)/);
      expect(text).toMatch(new RegExp(`of ${seeds} seeds; 95 % interval`));
    }
  });

  it('a chart is taken away as SVG and as CSV', async () => {
    const { page } = studio;
    const chart = page.getByRole('figure').first();
    const choose = async (item: string) => {
      await chart.getByRole('button').click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    const svg = await download(() => choose('Save SVG'));
    expect(svg.suggestedFilename()).toBe(`${scenario}-active-providers.svg`);
    expect(await textOf(svg)).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*Active providers.*<\/svg>\n$/s,
    );
    const csv = await textOf(await download(() => choose('Save CSV')));
    expect(csv).toMatch(/^date,median,5 %,25 %,75 %,95 %,seed 1\n2023-04-24,\d/);
    await choose('Show data table');
    await chart.getByRole('table').waitFor();
    await page.keyboard.press('t');
    await chart.getByRole('img').waitFor();
  });

  it('one run is shown alone', async () => {
    const { page } = studio;
    await page.getByText('One run', { exact: true }).click();
    await page.getByLabel('Seed', { exact: true }).selectOption('2');
    await page
      .locator('.chart-picture')
      .first()
      .getByText(/^seed 2/)
      .waitFor();
    expect(await page.locator('[data-part=median]').count()).toBe(0);
    await page.getByText('All runs', { exact: true }).click();
    await eventually(() => page.locator('[data-part=median]').count()).toBeGreaterThan(0);
  });

  it('and the page complained of nothing', () => {
    expect(studio.faults).toEqual([]);
  });
});

describe('whatever the number of workers', () => {
  it.each([1, 4])('%d workers give the digest of the command line', async (cores) => {
    const { code, out } = await cli(['run', scenario, '--seeds', '1..2', '--out', fresh('out'), '--json']);
    expect(code).toBe(0);
    const { digest } = JSON.parse(out) as { readonly digest: string };
    const other = await openStudio({ cores });
    try {
      await other.goTo(`/run/${scenario}`);
      await other.page.getByLabel('Seeds', { exact: true }).fill('2');
      await other.page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
      await other.page.getByRole('contentinfo').getByTitle(`Copy ${digest}`).waitFor();
      expect(other.faults).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
