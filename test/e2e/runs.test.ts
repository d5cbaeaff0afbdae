import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { small } from '../cli/studio.ts';
import { makeManyRuns } from '../runs/many-runs.ts';
import { namesIn } from './names-in.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';
import { walkData } from './walks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studio-runs-'));
const project = path.join(folder, 'project');
const runs = path.join(project, 'runs');
let studio: OpenStudio;
/** The folder of a run stands beside the list of runs, which is a file. */
const firstRun = () => namesIn(runs).find((name) => !name.includes('.')) ?? 'none';

beforeAll(async () => {
  mkdirSync(path.join(project, 'scenarios'), { recursive: true });
  cpSync(small, path.join(project, 'scenarios', 'small'), { recursive: true });
  studio = await openStudio({ project });
});
afterAll(async () => {
  await studio?.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsShown = () => studio.page.getByRole('grid', { name: 'Runs' }).locator('tbody tr[aria-rowindex]');
const rail = (name: string) =>
  studio.page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });

describe('a run of the page', () => {
  it('appears in Runs by itself, where nothing was before', async () => {
    const { page, goTo } = studio;
    await goTo('/runs');
    await page.getByText('Runs you finish appear here').waitFor();
    await goTo('/run/small');
    await page.locator('.run').getByRole('button', { name: 'Run', exact: true }).first().click();
    await page.getByText(/^Done/).first().waitFor();
    await rail('Runs').click();
    await page.getByRole('grid', { name: 'Runs' }).waitFor();
    await page.locator('tbody td:nth-child(9)', { hasText: /^8$/ }).waitFor();
    expect(await rowsShown().count()).toBe(1);
    expect(await rowsShown().first().textContent()).toMatch(/Small.*as in its file/);
    expect(namesIn(path.join(runs, firstRun())).filter((name) => name.endsWith('.seed'))).toHaveLength(8);
  });

  it('is given away in five clicks, as Parquet with a dictionary', async () => {
    await studio.goTo('/library');
    expect(await walkData('for-analysis')(studio)).toBeLessThanOrEqual(5);
    const files = namesIn(path.join(project, 'exports', 'for-analysis'));
    expect(files).toEqual([
      'breakdowns-tidy.parquet',
      'dictionary.csv',
      'metrics-tidy.parquet',
      'runs.parquet',
    ]);
    const words = readFileSync(path.join(project, 'exports', 'for-analysis', 'dictionary.csv'), 'utf8');
    expect(words).toContain('market.price,USD/token');
  });

  it('is drawn again from the disk by a page that never ran it, and repeated to the same digest', async () => {
    const { page, goTo } = studio;
    await page.reload();
    await goTo('/runs');
    await rowsShown().first().click();
    await page.getByText(/^depin-studio run .*--seeds 1\.\.8$/).waitFor();
    await page.getByRole('button', { name: 'Open in Run' }).click();
    await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
    await goTo('/runs');
    await page.getByLabel('Details of the run').getByRole('button', { name: 'Re-run' }).click();
    await page.getByText('The run came to the same digest again.').waitFor();
  });

  it('carries a note that is on the disk', async () => {
    const { page } = studio;
    await page.getByLabel('Note').fill('the first');
    await page.getByLabel('Note').blur();
    await page
      .getByRole('gridcell', { name: 'the first' })
      .or(page.locator('td', { hasText: 'the first' }))
      .first()
      .waitFor();
    const about = readFileSync(path.join(runs, firstRun(), 'about.json'), 'utf8');
    expect(JSON.parse(about)).toMatchObject({ note: 'the first', scenario: 'small' });
    await page.getByRole('button', { name: 'Close details' }).click();
  });
});

describe('many runs', () => {
  beforeAll(async () => {
    await makeManyRuns(project, 400);
    const broken = path.join(runs, 'f'.repeat(64));
    mkdirSync(broken);
    writeFileSync(path.join(broken, 'manifest.json'), '{"format":"depin-studio/runs/1","dig');
    await studio.goTo('/library');
    await studio.page.getByRole('heading', { name: 'Library' }).waitFor();
    await studio.goTo('/runs');
    await studio.page.getByText(/^40[12] runs$/).waitFor();
  });

  it('are walked by keyboard alone: move, choose, extend, open, close', async () => {
    const { page } = studio;
    const grid = page.getByRole('grid', { name: 'Runs' });
    await grid.focus();
    await page.keyboard.press('End');
    expect(await rowsShown().count()).toBeLessThan(100);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(/^3 chosen of/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Details of the run').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Details of the run').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByText(/chosen of/).waitFor({ state: 'detached' });
  });

  it('are narrowed by words that complete themselves', async () => {
    const { page } = studio;
    const filter = page.getByLabel('Filter runs');
    await filter.focus();
    await filter.pressSequentially('is:da');
    await page.getByRole('option', { name: 'is:damaged' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await filter.inputValue()).toBe('is:damaged');
    await page.getByText('1 found').waitFor();
    await page.getByText(`Damaged: ${path.join(runs, 'f'.repeat(64))}`).waitFor();
    expect(await rowsShown().count()).toBe(1);
    await filter.fill('');
  });

  it('are put in order by a column, and the view is remembered', async () => {
    const { page } = studio;
    await page.getByLabel('Filter runs').fill('changed:supply');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabel(/^Name of the view/).fill('supplies');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page
      .getByRole('columnheader', { name: /^Changed/ })
      .getByRole('button')
      .click();
    await page.locator('th[aria-sort]').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'supplies', exact: true }).click();
    expect(await page.getByLabel('Filter runs').inputValue()).toBe('changed:supply');
    await page.getByRole('button', { name: 'Forget the view supplies' }).click();
    await page.getByLabel('Filter runs').fill('');
  });

  it('are removed after a question', async () => {
    const { page } = studio;
    await page.getByLabel('Filter runs').fill('is:damaged');
    await page.getByText('1 found').waitFor();
    await page.getByRole('checkbox', { name: /^Choose all 1 runs/ }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove this run' }).click();
    await page.getByText('1 run is removed.').waitFor();
    expect(existsSync(path.join(runs, 'f'.repeat(64)))).toBe(false);
    await page.getByRole('button', { name: /^Show all/ }).click();
  });

  it('are asked in SQL', async () => {
    const { page } = studio;
    await page.getByText('SQL', { exact: true }).click();
    const editor = page.getByLabel('Question in SQL');
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('select count(*) as all_runs from runs');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('region', { name: 'Answer' })
      .getByText(/^40\d$/)
      .waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('drop table runs');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Only select is allowed').waitFor();
  });
});

it('looks up mechanisms, keeps settings and shows every key', async () => {
  const { page, goTo, faults } = studio;
  await goTo('/reference');
  await page.getByLabel('Search mechanisms and metrics').fill('halving');
  await page.getByRole('link', { name: 'Halving', exact: true }).click();
  await page.getByRole('rowheader', { name: /Halves every/ }).waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Shortcuts', level: 1 }).waitFor();
  await page.getByRole('row', { name: /Run this scenario/ }).waitFor();
  await goTo('/settings');
  await page.getByLabel(/^Keep every finished run/).uncheck();
  await page.getByText('Grouped, 1,230,000').click();
  await page.getByText('Now: 1,230,000.').waitFor();
  await page.reload();
  expect(await page.getByLabel(/^Keep every finished run/).isChecked()).toBe(false);
  const before = namesIn(runs).length;
  await goTo('/run/small');
  await page.locator('.run').getByRole('button', { name: 'Run', exact: true }).first().click();
  await page.getByText(/^Done/).first().waitFor();
  expect(namesIn(runs)).toHaveLength(before);
  // The statement that SQL refused above is told by its status.
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});
