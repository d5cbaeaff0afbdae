import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { small, smallText } from '../cli/studio.ts';
import { eventually } from '../e2e/eventually.ts';
import { copyInstallation, type OpenStudio, openStudio } from '../e2e/open-studio.ts';
import { violations } from './violations.ts';

const readme =
  '# Small\n\nA [link](https://example.org).\n\n| week | HNT |\n|--|--:|\n| 1 | 2.5 |\n\n```\ncode\n```\n';
const copy = copyInstallation();
beforeAll(() => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  writeFileSync(path.join(copy.scenarios, 'small', 'README.md'), readme);
  cpSync(small, path.join(copy.scenarios, 'typo'), { recursive: true });
  writeFileSync(path.join(copy.scenarios, 'typo', 'scenario.yaml'), smallText.replace('hurdle:', 'hurdel:'));
});
afterAll(() => copy.remove());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  let studio: OpenStudio;
  beforeAll(async () => {
    studio = await openStudio({ installation: copy.folder, colorScheme, reducedMotion: 'reduce' });
    expect(await studio.page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
  });
  afterAll(async () => {
    await studio?.close();
  });
  // What has just opened may not have settled.
  const clean = async () => await eventually(() => violations(studio.page), 500).toEqual([]);

  it('the Library, with a scenario that is broken', async () => {
    await studio.page.getByText(/hurdel/).waitFor();
    await clean();
  });

  it('the Library without a hit', async () => {
    await studio.page.getByLabel('Search scenarios').fill('nothing');
    await studio.page.getByText('No scenario matches.').waitFor();
    await clean();
  });

  it('a readme and the parameters', async () => {
    const { page, goTo } = studio;
    await goTo('/library/small');
    await page.getByRole('cell', { name: '2.5' }).waitFor();
    await clean();
    await page.getByText(/^Parameters/).click();
    await page.getByText('assumption', { exact: true }).first().waitFor();
    await clean();
  });

  it('the details as a drawer, in the smallest window', async () => {
    const { page } = studio;
    await page.setViewportSize({ width: 1024, height: 700 });
    await clean();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('Run before anything has run', async () => {
    const { page, goTo } = studio;
    await goTo('/run');
    await page.getByRole('link', { name: 'Choose a scenario' }).waitFor();
    await clean();
    await goTo('/run/small');
    await page.getByText('Not run yet').waitFor();
    await page.getByLabel('Seeds', { exact: true }).fill('0');
    await clean();
    await page.getByLabel('Seeds', { exact: true }).fill('8');
  });

  it('Run while it runs, paused', async () => {
    const { page } = studio;
    await page.getByLabel('Seeds', { exact: true }).fill('200');
    await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page
      .locator('.run-progress')
      .getByText(/^Paused/)
      .waitFor();
    await clean();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText(/^(Cancelled|Done)/).waitFor();
    await clean();
  });

  it('Run when it is done, with a table, a menu and the palette open', async () => {
    const { page } = studio;
    await page.getByLabel('Seeds', { exact: true }).fill('8');
    await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
    await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
    await page.getByText(/^More charts/).click();
    await page.locator('.chart-picture').first().focus();
    await page.keyboard.press('t');
    await page.getByRole('figure').nth(1).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Explain' }).click();
    await page.getByRole('region', { name: /^Explained/ }).waitFor();
    await page.getByRole('button', { name: 'Note' }).click();
    await page.getByRole('figure').nth(2).getByRole('button').click();
    await clean();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await clean();
    await page.keyboard.press('Escape');
  });

  it('Design: model, form and preview, with a value changed and one refused', async () => {
    const { page, goTo } = studio;
    await goTo('/design');
    await page.getByRole('link', { name: 'Choose a scenario' }).waitFor();
    await clean();
    await goTo('/design/small');
    await page.getByText('5 of 5 runs').waitFor();
    await page.getByLabel('What feeds').selectOption({ label: 'Token price' });
    await clean();
    const price = page.locator('[data-path="agents.token.price"]');
    await price.getByRole('spinbutton').fill('3');
    await page.keyboard.press('Enter');
    await price.getByRole('button', { name: /^no reason/ }).click();
    await price.getByRole('button', { name: /^Price/ }).click();
    await price.getByRole('spinbutton').fill('-3');
    await page.getByRole('button', { name: 'Halving', exact: true }).click();
    await page.getByText('5 of 5 runs').waitFor();
    await clean();
    await page.setViewportSize({ width: 720, height: 450 });
    await clean();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('Design: a menu of mechanisms, broken YAML, what differs, and the question for a name', async () => {
    const { page } = studio;
    await page.getByRole('button', { name: 'Add to shocks' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Diff to base' }).click();
    await page.locator('.text-diff .cm-content').waitFor();
    await clean();
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.getByLabel('YAML of the scenario').click();
    await page.keyboard.type('no: [');
    await page.getByRole('region', { name: 'What is wrong with the text' }).waitFor();
    await clean();
    await page.getByRole('tab', { name: 'Form' }).click();
    await page.getByRole('link', { name: 'Show in YAML' }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Save as…' }).click();
    await page.getByRole('dialog').waitFor();
    await clean();
    await page.keyboard.press('Escape');
  });

  it('Runs, with details, a question and the form open', async () => {
    const { page, goTo } = studio;
    await goTo('/runs');
    await page.getByRole('grid', { name: 'Runs' }).waitFor();
    await page.locator('.runs-table tbody tr[aria-rowindex]').first().click();
    await page.getByText('Repeat it').waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await clean();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByLabel('Filter runs').fill('scen');
    await page.getByRole('option').first().waitFor();
    await clean();
  });

  it('SQL with an answer', async () => {
    const { page, goTo } = studio;
    await goTo('/runs?tab=sql');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('region', { name: 'Answer' }).waitFor();
    await clean();
  });

  it.each(['/settings', '/shortcuts', '/help', '/reference?mechanism=emission.halving'])(
    '%s',
    async (place) => {
      const { page, goTo } = studio;
      await goTo(place);
      await page.getByRole('heading', { level: 2 }).or(page.locator('caption')).first().waitFor();
      await clean();
    },
  );

  it('a problem of a scenario', async () => {
    const { page, goTo } = studio;
    await goTo('/run/typo');
    await page.getByText(/hurdel/).waitFor();
    await clean();
  });

  it('Explore: the form of every kind of experiment', async () => {
    const { page, goTo } = studio;
    await goTo('/explore');
    await page.getByRole('link', { name: 'Choose a scenario' }).waitFor();
    await clean();
    for (const tab of ['sweep', 'sensitivity', 'optimise', 'calibrate', 'flip']) {
      await goTo(`/explore/small?tab=${tab}`);
      await page.locator('.estimate strong, .explore-wrong, .problem').first().waitFor();
      await clean();
    }
    await goTo('/explore/small?tab=optimise');
    await page.getByRole('combobox', { name: 'Goal 1' }).fill('maximise ');
    await page.getByRole('option').first().waitFor();
    await clean();
  });

  it('Explore: a sweep with its pictures, and a job that is paused', async () => {
    const { page, goTo } = studio;
    await goTo('/explore/small?tab=sweep');
    await page.getByRole('combobox', { name: 'Add to what varies' }).fill('agents.token.supply');
    await page.getByRole('option').first().waitFor();
    await clean();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start sweep' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await page.locator('.job-head', { hasText: /· done/ }).waitFor();
    await page.locator('.chart-picture').first().waitFor();
    await clean();
    await page.getByText('All together').click();
    await page.locator('.brush-panel summary').click();
    await page.locator('.job-repeat summary').click();
    await clean();
  });

  it('Compare: nothing picked, and two that were compared', async () => {
    const { page, goTo } = studio;
    await goTo('/compare');
    await page.getByText(/^Pick two to six/).waitFor();
    await clean();
    await goTo('/compare?with=small,small~draft');
    await page.getByRole('heading', { name: 'Nothing differs' }).waitFor();
    await page.getByRole('heading', { name: /on the last day$/ }).waitFor();
    await page.getByLabel('Changed only').uncheck();
    await clean();
    await page.getByRole('combobox', { name: 'Add a scenario or run' }).click();
    await page.getByRole('option').first().waitFor();
    await clean();
    await page.keyboard.press('Escape');
  });

  it('Propose: nothing written, and a draft', async () => {
    const { page, goTo } = studio;
    await goTo('/propose');
    await page.getByText(/^A proposal starts from a comparison/).waitFor();
    await clean();
    await goTo('/design/small');
    const period = page.locator('[data-path="emission.halving.period"]').getByRole('spinbutton');
    await period.fill('1');
    await period.press('Enter');
    await page.locator('.design-header').getByText('edited', { exact: true }).waitFor();
    await goTo('/compare?with=small,small~draft');
    await page.getByRole('heading', { name: '1 value differs' }).waitFor();
    await page.getByRole('heading', { name: /on the last day$/ }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Start proposal from this comparison' }).click();
    await page.getByText(/^Saved as proposals\//).waitFor();
    await clean();
  });

  it('Publish: rules, servers, and what is shown before signing', async () => {
    const { page } = studio;
    const publish = page.getByRole('region', { name: 'Publish', exact: true });
    await page.getByText('Publish', { exact: true }).last().click();
    await publish.getByRole('button', { name: /^space\.id/ }).waitFor();
    await publish.getByText(/^Servers/).click();
    await clean();
    // Without a network: pasted settings and a typed block are enough for what is shown before signing.
    await publish.getByLabel('Space', { exact: true }).fill('sensors.example.eth');
    await publish.getByLabel('Your account').fill(`0x${'19'.repeat(20)}`);
    await publish.getByLabel(/^Block/).fill('21000000');
    await publish.getByText(/^Without a network/).click();
    await publish
      .getByLabel('Settings of the space as JSON')
      .fill('{"network":"1","validation":{"name":"any"}}');
    await publish.getByRole('button', { name: 'Use these settings' }).click();
    await publish.getByText('from pasted settings').waitFor();
    await publish.getByLabel('Who signs').selectOption('keystore');
    await publish.getByRole('button', { name: 'Show what is signed' }).click();
    await page.getByRole('dialog').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('Verify: evidence that is re-run', async () => {
    const { page } = studio;
    await page.getByRole('button', { name: /Re-run its evidence/ }).click();
    await page.getByText(/^Reproduced/).waitFor();
    await clean();
  });
});
