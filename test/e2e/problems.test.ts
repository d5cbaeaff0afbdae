import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { small, smallText } from '../cli/studio.ts';
import { eventually } from './eventually.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';

let copy: ReturnType<typeof copyInstallation>;
let studio: OpenStudio | undefined;
beforeEach(() => {
  copy = copyInstallation();
});
afterEach(async () => {
  await studio?.close();
  studio = undefined;
  copy.remove();
});

const place = (id: string): string => path.join(copy.scenarios, id);
function addSmall(id = 'small', text = smallText): void {
  cpSync(small, place(id), { recursive: true });
  writeFileSync(path.join(place(id), 'scenario.yaml'), text);
}
const open = async (): Promise<OpenStudio> => {
  studio = await openStudio({ installation: copy.folder });
  return studio;
};

describe('the Library', () => {
  it('without scenarios says what one is', async () => {
    const { page } = await open();
    await page.getByRole('heading', { name: 'This folder has no scenarios' }).waitFor();
  });

  it('shows a broken scenario with what is wrong, beside the good ones', async () => {
    addSmall();
    addSmall('typo', smallText.replace('hurdle:', 'hurdel:'));
    const { page, goTo } = await open();
    const broken = page.getByRole('article').filter({ hasText: 'typo' });
    await broken.getByText(/hurdel/).waitFor();
    await broken.getByText(/scenarios\/typo\/scenario\.yaml:\d+/).waitFor();
    expect(await broken.getByRole('button').count()).toBe(0);
    expect(
      await page.getByRole('article').filter({ hasText: 'Does it run?' }).getByRole('button').count(),
    ).toBe(3);
    await goTo('/run/typo');
    await page
      .locator('.run')
      .getByText(/hurdel/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Run', exact: true }).count()).toBe(0);
  });

  it('leads from a broken scenario to its text, where it is mended', async () => {
    addSmall('typo', smallText.replace('hurdle:', 'hurdel:'));
    const { page, faults } = await open();
    await page.getByRole('link', { name: 'Mend its text' }).click();
    const wrong = page.getByRole('region', { name: 'What is wrong with the text' });
    await wrong.getByText(/hurdel/).waitFor();
    await page.getByLabel('YAML of the scenario').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(smallText.replace('hurdle:', 'hurdles:'));
    await wrong.getByText(/hurdles/).waitFor();
    await page.reload();
    await wrong.getByText(/hurdles/).waitFor();
    await page.getByLabel('YAML of the scenario').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(`${smallText}# mended\n`);
    await page.getByText('The text can be read now. It is not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Go on in Design' }).click();
    await page.locator('.design-header').getByText('edited', { exact: true }).waitFor();
    expect(faults.filter((fault) => !/ERR_ABORTED|422/.test(fault))).toEqual([]);
  });

  it('reads a broken scenario again once it is mended', async () => {
    addSmall('small', smallText.replace('hurdle:', 'hurdel:'));
    const { page, goTo } = await open();
    await goTo('/run/small');
    await page
      .locator('.run')
      .getByText(/hurdel/)
      .waitFor();
    addSmall();
    await page.getByRole('button', { name: 'Read it again' }).click();
    await page.getByText('Not run yet').waitFor();
  });

  it('finds by words, and says when nothing is found', async () => {
    addSmall();
    addSmall('other', smallText.replace('id: small', 'id: other').replace('Does it run?', 'Does it walk?'));
    const { page } = await open();
    await page.getByLabel('Search scenarios').fill('walk');
    await eventually(() => page.getByRole('article').count()).toBe(1);
    await page.getByLabel('Search scenarios').fill('fly');
    await page.getByRole('button', { name: 'Show all 2' }).click();
    await eventually(() => page.getByRole('article').count()).toBe(2);
  });

  it('shows a readme with its tables, and none of its markup runs', async () => {
    addSmall();
    const readme =
      '# Small\n\n| week | HNT |\n|--|--:|\n| 1 | 2.5 |\n\n<img src=x onerror="document.title=1">\n';
    writeFileSync(path.join(place('small'), 'README.md'), readme);
    const { page, goTo, faults } = await open();
    await goTo('/library/small');
    await page.getByRole('cell', { name: '2.5' }).waitFor();
    await page.getByText('<img src=x').waitFor();
    expect(await page.title()).toBe('Library · DePIN Studio');
    expect(faults).toEqual([]);
  });
});

describe('an address', () => {
  it('that names no scenario says which there are', async () => {
    addSmall();
    const { page, goTo } = await open();
    await goTo('/run/smal');
    await page.getByText('Did you mean "small"?').waitFor();
  });

  it('without a scenario leads to the Library', async () => {
    addSmall();
    const { page, goTo } = await open();
    await goTo('/run');
    await page.getByRole('link', { name: 'Choose a scenario' }).click();
    await page.getByRole('article').waitFor();
  });
});

describe('a run', () => {
  it('takes 1 to 200 seeds, and says so', async () => {
    addSmall();
    const { page, goTo } = await open();
    await goTo('/run/small');
    const seeds = page.getByLabel('Seeds', { exact: true });
    for (const wrong of ['0', '201', '2.5', '']) {
      await seeds.fill(wrong);
      await page.getByText('A whole number from 1 to 200').waitFor();
    }
    await seeds.fill('1');
    await page.getByRole('button', { name: 'Run', exact: true }).first().click();
    await page.getByText(/^Done: 1 of 1 seeds/).waitFor();
  });

  it('whose workers cannot start says so, for all its seeds at once', async () => {
    addSmall();
    rmSync(path.join(copy.folder, 'dist/renderer/worker.js'));
    const { page, goTo } = await open();
    await goTo('/run/small');
    await page.getByRole('button', { name: 'Run', exact: true }).first().click();
    const failed = page.getByRole('region', { name: 'Failed seeds' });
    await failed.getByRole('heading', { name: '8 seeds failed' }).waitFor();
    expect(await failed.getByRole('alert').count()).toBe(1);
    await page.getByText('No seed finished').waitFor();
  });

  it('without its engine says what to do', async () => {
    addSmall();
    const { page, goTo } = await open();
    rmSync(path.join(copy.folder, 'dist/renderer/engine/engine.js'));
    await goTo('/run/small');
    await page.getByRole('button', { name: 'Run', exact: true }).first().click();
    await page.getByRole('alert').getByText('npm run build').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('survives the end of the server; what needs the server says that it is gone', async () => {
    addSmall();
    const { page, goTo, stopServer } = await open();
    await goTo('/run/small');
    await page.getByRole('button', { name: 'Run', exact: true }).first().click();
    await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
    await stopServer();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'metrics.csv' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('metrics.csv');
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByText('The studio does not answer: its server has stopped.').first().waitFor();
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    await page.getByRole('figure').first().waitFor();
  });
});
