import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { small } from '../cli/studio.ts';
import { eventually } from './eventually.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';

const copy = copyInstallation();
const project = mkdtempSync(path.join(tmpdir(), 'studio-design-'));
let studio: OpenStudio;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  studio = await openStudio({ installation: copy.folder, project });
});
afterAll(async () => {
  await studio?.close();
  copy.remove();
  rmSync(project, { recursive: true, force: true });
});

const row = (parameter: string) => studio.page.locator(`[data-path="${parameter}"]`);
const period = () => row('emission.halving.period').getByRole('spinbutton');
const edited = () => studio.page.locator('.design-header').getByText('edited', { exact: true });
const previewed = () => studio.page.getByLabel('Preview', { exact: true }).getByText('5 of 5 runs').waitFor();
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await studio.page.keyboard.press(key);
};

describe('a person designs', () => {
  it('from the Library, with a preview of the scenario as it is', async () => {
    const { page, goTo } = studio;
    await goTo('/library/small');
    await page.getByLabel('Selected scenario').getByRole('button', { name: 'Design' }).click();
    await page.getByRole('heading', { level: 1, name: 'Small' }).waitFor();
    await previewed();
    expect(await edited().count()).toBe(0);
  });

  it('by keyboard: finds a parameter, steps it, and sees what that does', async () => {
    const { page } = studio;
    await page.getByRole('heading', { name: 'Preview' }).click();
    await press('/');
    await page.keyboard.type('halves');
    await eventually(() => page.locator('.parameter').count()).toBe(1);
    await period().focus();
    const before = Number(await period().inputValue());
    await press('ArrowDown', 'Shift+ArrowUp');
    await eventually(() => period().inputValue()).toBe(String(before + 9));
    await edited().waitFor();
    await previewed();
    await page
      .getByText(/(as|against) base$/)
      .first()
      .waitFor();
    expect(await row('emission.halving.period').getByText(/^was/).textContent()).toContain(`${before}`);
    await press('Control+z', 'Control+z');
    await edited().waitFor({ state: 'detached' });
    await press('Control+Shift+z');
    await edited().waitFor();
  });

  it('is told the range and the reason where a value cannot be, and nothing changes', async () => {
    const { page } = studio;
    const kept = await period().inputValue();
    await period().fill('0');
    await row('emission.halving.period')
      .getByText(/^Allowed: 1 to/)
      .waitFor();
    await press('Escape');
    expect(await period().inputValue()).toBe(kept);
    await page.getByLabel('Search parameters').fill('');
  });

  it('says why, and goes back to the base with its source', async () => {
    const { page } = studio;
    await page.getByRole('button', { name: 'no reason of' }).first().click();
    await page.getByLabel('Why this value is plausible').fill('A try.');
    await page.getByRole('button', { name: /^Keep the reason/ }).click();
    await row('emission.halving.period')
      .getByRole('button', { name: /^assumption/ })
      .waitFor();
    await page.getByRole('button', { name: /^Reset Halves/ }).click();
    await press('Enter');
    await edited().waitFor({ state: 'detached' });
  });

  it('locks a parameter, which arrow keys then leave alone', async () => {
    const { page } = studio;
    const kept = await period().inputValue();
    await row('emission.halving.period').getByRole('button', { name: /^Lock/ }).click();
    await period().focus();
    await press('ArrowUp');
    // An edit takes a moment: had the key made one, it would be seen before this one of something else.
    await row('horizon').getByRole('spinbutton').fill('15');
    await press('Enter');
    await edited().waitFor();
    expect(await period().inputValue()).toBe(kept);
    await press('Control+z');
    await edited().waitFor({ state: 'detached' });
    await page.reload();
    await previewed();
    expect(
      await row('emission.halving.period')
        .getByRole('button', { name: /^Lock/ })
        .getAttribute('aria-pressed'),
    ).toBe('true');
    await row('emission.halving.period').getByRole('button', { name: /^Lock/ }).click();
  });

  it('swaps a mechanism in its slot, and sees what feeds another', async () => {
    const { page } = studio;
    const model = page.getByLabel('Model', { exact: true });
    await model.getByRole('button', { name: 'Halving', exact: true }).click();
    await model.getByRole('button', { name: /^Swap/ }).click();
    await page.keyboard.type('weekly, falling');
    await press('ArrowDown', 'Enter');
    await model.getByRole('button', { name: 'Weekly, falling by the year' }).first().waitFor();
    await press('Control+z');
    await model.getByRole('button', { name: 'Halving', exact: true }).waitFor();
    await page.getByLabel('What feeds').selectOption({ label: 'Token price' });
    await eventually(() => page.locator('.node-step-0').count()).toBeGreaterThan(0);
  });

  it('keeps the last good model while the YAML is broken', async () => {
    const { page } = studio;
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.getByLabel('YAML of the scenario').click();
    await press('Control+Home', 'End');
    await page.keyboard.type('\nhorizn: 5 day');
    await page
      .getByRole('region', { name: 'What is wrong with the text' })
      .getByText(/horizn/)
      .waitFor();
    expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Form' }).click();
    await page.getByRole('link', { name: 'Show in YAML' }).waitFor();
    expect(await period().inputValue()).not.toBe('');
    await page.getByRole('button', { name: 'Discard' }).click();
    await edited().waitFor({ state: 'detached' });
  });

  it('saves as a scenario of the project, and sees it differ from its base', async () => {
    const { page } = studio;
    const halved = String(Number(await period().inputValue()) / 2);
    await period().fill(halved);
    await press('Enter');
    await edited().waitFor();
    await press('Control+s');
    await page.getByLabel('Title', { exact: true }).fill('Halved sooner');
    await press('Enter');
    await page.locator('.design-header').getByText('made from Small').waitFor();
    expect(page.url()).toContain('/design/halved-sooner');
    const written = readFileSync(path.join(project, 'scenarios', 'halved-sooner', 'scenario.yaml'), 'utf8');
    expect(written).toContain('base: small');
    await page.getByRole('tab', { name: 'Diff to base' }).click();
    await page
      .getByRole('row', { name: /Halves every/ })
      .getByText('−50 %')
      .waitFor();
  });

  it('is asked where another program changed the file meanwhile', async () => {
    const { page, goTo } = studio;
    const file = path.join(project, 'scenarios', 'halved-sooner', 'scenario.yaml');
    await goTo('/design/halved-sooner');
    await row('horizon').getByRole('spinbutton').fill('15');
    await press('Enter');
    await edited().waitFor();
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: Halved sooner', 'title: Changed outside'));
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByRole('heading', { level: 1, name: 'Changed outside' }).waitFor();
    expect(await edited().count()).toBe(0);
  });

  it('runs the edited version, and is offered the comparison', async () => {
    const { page } = studio;
    await row('horizon').getByRole('spinbutton').fill('15');
    await press('Enter');
    await edited().waitFor();
    await page.locator('.design-actions').getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Compare with base' }).waitFor();
    expect(studio.faults).toEqual([]);
  });
});
