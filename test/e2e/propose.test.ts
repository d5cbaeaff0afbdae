import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { small } from '../cli/studio.ts';
import { eventually } from './eventually.ts';
import { namesIn } from './names-in.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';
import { walkDesigner } from './walks.ts';

const copy = copyInstallation();
const project = mkdtempSync(path.join(tmpdir(), 'studio-propose-'));
const proposals = path.join(project, 'proposals');
let studio: OpenStudio;
let clicks = 0;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  cpSync(path.join(root, 'scenarios/overlays'), path.join(copy.scenarios, 'overlays'), { recursive: true });
  studio = await openStudio({ installation: copy.folder, project, acceptDownloads: true });
});
afterAll(async () => {
  await studio?.close();
  copy.remove();
  rmSync(project, { recursive: true, force: true });
});

/** One of the clicks that a journey may have. */
async function click(target: Locator): Promise<void> {
  await target.click();
  clicks += 1;
}
const button = (name: string | RegExp) =>
  studio.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const rail = (name: string) => studio.page.getByRole('navigation').getByRole('link', { name, exact: true });
const draftFile = () => path.join(proposals, namesIn(proposals)[0] ?? 'none');
const draftText = () => readFileSync(draftFile(), 'utf8');
const editor = () => studio.page.getByRole('textbox', { name: 'Text of the proposal' });

describe('journey A: should the halving come earlier?', () => {
  it('goes from the Library to a draft in eight clicks', async () => {
    expect(await walkDesigner(studio)).toBeLessThanOrEqual(8);
  });

  it('every section of the draft is filled from data, or marked as to be written', () => {
    const text = draftText();
    for (const heading of [
      ...['Summary', 'Motivation', 'Parameters', 'Objectives', 'Outcomes', 'Who gains and who loses'],
      ...['Under stress', 'Assumptions by influence', 'Distance to flip', 'Drawbacks and alternatives'],
      ...['Execution', 'Reversibility and review', 'How to verify'],
    ])
      expect(text).toContain(`\n## ${heading}\n`);
    expect(text).toContain('| Halves every (`emission.halving.period`) | month | 24 month | 1 month |');
    expect(text).toMatch(/\nchange {4}emission\.halving\.period 24 month -> 1 month\n/);
    expect(text).toContain('depin-studio sensitivity small');
  });
});

describe('journey B: writing', () => {
  /** Into the editor, as from another program. */
  const paste = (text: string) =>
    editor().evaluate((box, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  it('a warning leads to its line, and what is written there is in the file', async () => {
    const { page } = studio;
    await button(/^line \d+ \(1 of \d+\)/).click();
    await eventually(() => page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain(
      '[to write:',
    );
    await page.keyboard.type('Halve issuance every month.');
    await eventually(draftText).toContain('\nHalve issuance every month.\n');
    await page.getByLabel('Preview', { exact: true }).getByText('Halve issuance every month.').waitFor();
  });

  it('a number that is nearly that of the evidence is noticed', async () => {
    const { page } = studio;
    const claimed = /claim {5}\S+@end .*p50 (\d[\d.]{5,})/.exec(draftText())?.[1] ?? '';
    const typo = `${claimed.slice(0, -1)}${(Number(claimed.at(-1)) + 1) % 10}`;
    await page.keyboard.type(` It ends at ${typo}.`);
    await page.getByText(`${typo} (the evidence says ${claimed})`).first().waitFor();
    for (let key = 0; key < ` It ends at ${typo}.`.length; key++) await page.keyboard.press('Backspace');
    await page
      .getByText(/Nearly a number of the evidence/)
      .first()
      .waitFor({ state: 'detached' });
  });

  it('hostile Markdown is inert', async () => {
    const { page, faults } = studio;
    await editor().press('Control+End');
    await paste(
      '\n\n<script>window.hurt = 1</script> <img src=x onerror="window.hurt = 2"> [bad](javascript:window.hurt=3)\n\n' +
        `|a|\n|-|\n${'|1|\n'.repeat(4000)}`,
    );
    const preview = page.getByLabel('Preview', { exact: true });
    await preview.getByText('<script>window.hurt = 1</script>').waitFor();
    expect(await preview.locator('script, img, a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined();
    await page
      .getByText(/The body has [\d,]+ of 10,000 characters/)
      .first()
      .waitFor();
    await editor().press('Control+z');
    await page.getByText(/Body: [\d,]+ of 10,000 characters\./).waitFor();
    expect(faults).toEqual([]);
  });

  it('a file that another program changes is not written over unasked', async () => {
    const { page } = studio;
    await page.getByText(/^Saved as proposals\//).waitFor();
    writeFileSync(draftFile(), draftText().replace('## Motivation', '## Motivation of theirs'));
    await editor().press('Control+Home');
    await page.keyboard.type(' ');
    await page.getByText(/changed by another program/).waitFor();
    expect(draftText()).toContain('## Motivation of theirs');
    await button('Take the one on disk').click();
    await page.getByLabel('Preview', { exact: true }).getByText('Motivation of theirs').waitFor();
  });

  it('is published as Markdown', async () => {
    const { page } = studio;
    await button('Publish').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save proposal.md' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(draftText());
  });
});

describe('journey C: checking', () => {
  const lines = () => studio.page.getByRole('list', { name: 'Lines of the evidence' });
  const paste = (text: string) => studio.page.getByLabel('The proposal’s text').fill(text);

  it('re-runs a proposal and tests its weakest number in three clicks', async () => {
    const { page } = studio;
    const text = draftText();
    await rail('Library').click();
    clicks = 0;
    await click(button('Verify a proposal'));
    await paste(text);
    await click(button('Re-run'));
    await page.getByText(/^Reproduced: every line holds/).waitFor();
    expect(await lines().getByRole('listitem').count()).toBeGreaterThan(8);
    await click(button('Change one assumption'));
    await page.getByRole('combobox', { name: 'Parameter' }).waitFor();
    for (const typed of ['token.supply', '2000000']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('table', { name: 'Outcomes beside theirs' }).waitFor();
    expect(clicks).toBeLessThanOrEqual(3);
    await button('Fork as counter-proposal').click();
    await page.getByRole('heading', { level: 1, name: 'Small' }).waitFor();
    expect(page.url()).toContain('#/design/small');
    await page.locator('.design-header').getByText('edited', { exact: true }).waitFor();
  });

  it('names the line in which a digit was changed', async () => {
    const { page, goTo } = studio;
    await goTo('/propose?tab=verify');
    const claim = /claim {5}(\S+@end p5 )(\d)/.exec(draftText());
    const changed = draftText().replace(
      claim?.[0] ?? '',
      `claim     ${claim?.[1]}${(Number(claim?.[2]) % 9) + 1}`,
    );
    await paste(changed);
    await button('Re-run').click();
    await page.getByText('Not reproduced: a line differs.').waitFor();
    const wrong = lines().getByRole('listitem').filter({ hasText: 'differs: ' });
    expect(await wrong.count()).toBe(1);
    const at = changed.slice(0, changed.indexOf(claim?.[1] ?? '')).split('\n').length;
    expect(await wrong.textContent()).toContain(`line ${at} `);
  });

  it('says what is wrong with a text that has no evidence, and opens a good one as a scenario', async () => {
    const { page } = studio;
    await paste('# Nothing\n');
    await button('Re-run').click();
    await page
      .getByText(/evidence/i)
      .first()
      .waitFor();
    await paste(draftText());
    await button('Open as scenario').click();
    await page.getByRole('heading', { level: 1, name: 'Small, as proposed' }).waitFor();
    expect(namesIn(path.join(project, 'scenarios'))).toHaveLength(1);
  });
});

describe('Compare', () => {
  it('takes scenarios by name, up to six, and exports a table', async () => {
    const { page, goTo } = studio;
    await goTo('/compare?with=small');
    const box = page.getByRole('combobox', { name: 'Add a scenario or run' });
    await box.fill('as proposed');
    await page.getByRole('option').first().waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    await page.getByRole('heading', { name: '1 value differs' }).waitFor();
    await page.getByLabel('Changed only').uncheck();
    await page.getByText('agents.token.supply', { exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Export CSV').click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^part,what,group,unit,side,value,difference,low,high,seeds\n/);
    expect(text).toContain('parameter,emission.halving.period');
    expect(text).toMatch(/\nmeasure,supply\.circulating@end,,token,/);
  });

  it('says what cannot be compared', async () => {
    const { page, goTo } = studio;
    await goTo('/compare?with=small,nothing');
    await page
      .getByRole('alert')
      .getByText(/There is no scenario "nothing"/)
      .waitFor();
  });
});
