import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type OpenStudio, openStudio } from './open-studio.ts';
import { observedCsv, startSensitivity, walkCalibration } from './walks.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'studio-explore-'));
const project = path.join(temporary, 'project');
cpSync(path.join(root, 'test/fixtures/scenarios/small'), path.join(project, 'scenarios/small'), {
  recursive: true,
});

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio({ project });
});
afterAll(async () => {
  await studio.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** Loading the page anew breaks off what it was asking for. */
const faults = () => studio.faults.filter((fault) => !fault.includes('ERR_ABORTED'));

const done = async (): Promise<void> => {
  await studio.page.locator('.job-head', { hasText: /· done/ }).waitFor({ timeout: 60_000 });
};

/** Picks from a box that searches, by keyboard alone. */
async function pick(box: string, wanted: string): Promise<void> {
  const { page } = studio;
  await page.getByRole('combobox', { name: box }).focus();
  await page.keyboard.type(wanted);
  await page.locator('.option-list > [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
}

it('sweeps a parameter by keyboard: what it costs, a line, its table, and the way into a draft', async () => {
  const { page } = studio;
  await studio.goTo('/explore/small');
  await page.getByRole('combobox', { name: 'Add to what varies' }).waitFor();
  await page.locator('.factor-name').getByRole('button').press('Enter');
  await pick('Add to what varies', 'agents.token.supply');
  await pick('Add to what is measured', 'supply.circulating');
  await page.locator('.estimate strong', { hasText: 'runs' }).waitFor({ timeout: 30_000 });
  expect(await page.locator('.estimate').textContent()).toMatch(/× 8 seeds = \d+ runs.*on \d+ core/);
  await page.getByRole('button', { name: 'Start sweep' }).press('Enter');
  await done();
  const picture = page.locator('.chart-picture').first();
  await picture.focus();
  await page.keyboard.press('t');
  await page.getByRole('table').first().waitFor();
  await page.keyboard.press('t');
  await page.locator('.chart-picture').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use this point' }).press('Enter');
  await page.waitForURL(/#\/design\/small/);
  await page.getByText(/of the draft (is|are) (that|those) of this point/).waitFor();
  await page.reload();
  await studio.goTo('/explore/small');
  await page.locator('.job-list a', { hasText: 'sweep-1' }).waitFor();
  expect(faults()).toEqual([]);
}, 90_000);

it('completes goals, and says in place what is wrong with one', async () => {
  const { page } = studio;
  await studio.goTo('/explore/small?tab=optimise');
  const goal = page.getByRole('combobox', { name: 'Goal 1' });
  await goal.fill('max');
  await page.getByRole('option', { name: /maximise/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('circ');
  await page.keyboard.press('Enter');
  expect(await goal.inputValue()).toBe('maximise supply.circulating@end ');
  await goal.fill('maximise supply.circulatin@end');
  await page.keyboard.press('Escape');
  await page.locator('.goal-line', { hasText: 'Did you mean "supply.circulating"' }).waitFor();
  expect(await goal.getAttribute('aria-invalid')).toBe('true');
}, 60_000);

it('calibrates in at most seven clicks: from a CSV file to a new scenario', async () => {
  // What the last sensitivity analysis found to matter is what a fit begins with.
  await startSensitivity(studio);
  const csv = path.join(temporary, 'observed.csv');
  writeFileSync(csv, observedCsv());
  await studio.goTo('/run/small');
  expect(await walkCalibration(csv, 'Small, fitted')(studio)).toBeLessThanOrEqual(7);
  expect(faults()).toEqual([]);
}, 120_000);
