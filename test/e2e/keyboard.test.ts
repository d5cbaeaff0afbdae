import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { small } from '../cli/studio.ts';
import { eventually } from './eventually.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';

const copy = copyInstallation();
let studio: OpenStudio;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  studio = await openStudio({ installation: copy.folder });
});
afterAll(async () => {
  await studio?.close();
  copy.remove();
});

/** Every key, and nothing but keys. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await studio.page.keyboard.press(key);
}

async function openPalette(): Promise<void> {
  await press('Control+k');
  await eventually(() => studio.page.evaluate(() => document.activeElement?.role)).toBe('combobox');
}

async function command(words: string): Promise<void> {
  await openPalette();
  await studio.page.keyboard.type(words);
  await press('Enter');
  await studio.page.getByRole('dialog').waitFor({ state: 'detached' });
}

const focused = () => studio.page.evaluate(() => document.activeElement?.textContent);

it('the palette opens a scenario, runs it, and shows one run', async () => {
  const { page } = studio;
  await command('open small');
  await page.getByText('Not run yet').waitFor();
  await command('run this');
  await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
  await command('one run');
  await page.getByLabel('Seed', { exact: true }).waitFor();
  await command('all runs');
  await page.getByLabel('Seed', { exact: true }).waitFor({ state: 'detached' });
});

it('the palette moves with arrows, closes with Escape, and says when nothing is found', async () => {
  const { page } = studio;
  await openPalette();
  await press('ArrowDown', 'ArrowUp', 'ArrowUp');
  await eventually(() => page.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.type('zebra');
  await page.getByText('No command is called that.').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('the palette changes the theme, which stays after a reload', async () => {
  const { page } = studio;
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await command('dark');
  await eventually(theme).toBe('dark');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await theme()).toBe('dark');
  await command('theme of the system');
});

it('Ctrl+Enter runs what is open', async () => {
  const { page } = studio;
  await page.getByText('Not run yet').waitFor();
  await press('Control+Enter');
  await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
});

it('a chart is read day by day, and T shows its table', async () => {
  const { page } = studio;
  const chart = page.getByRole('figure').first();
  // While the last charts find their places, one that moves away under the pointer forgets what was read.
  await eventually(async () => {
    await chart.locator('.chart-picture').focus();
    await press('Home');
    return await chart.textContent();
  }).toContain('2024-01-01: median');
  await press('ArrowRight');
  await chart.getByText(/^2024-01-02: median/).waitFor();
  await press('End');
  await chart.getByText(/^2024-01-20: median/).waitFor();
  await press('t');
  const table = chart.getByRole('table');
  await table.waitFor();
  expect(await table.getAttribute('aria-rowcount')).toBe('21');
  await press('t');
  await table.waitFor({ state: 'detached' });
});

it('a menu opens, moves and closes without losing its place', async () => {
  const { page } = studio;
  const opener = page.getByRole('figure').first().getByRole('button');
  await opener.focus();
  await press('Enter');
  await eventually(focused).toContain('Show data table');
  await press('ArrowDown');
  await eventually(focused).toBe('Explain this chart');
  await press('End');
  await eventually(focused).toBe('Save PNG');
  await press('ArrowDown');
  await eventually(focused).toContain('Show data table');
  await press('Escape');
  await eventually(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('Tab reaches the content first if asked to', async () => {
  const { page } = studio;
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press('Tab', 'Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
});

it('and the page complained of nothing', () => {
  expect(studio.faults).toEqual([]);
});
