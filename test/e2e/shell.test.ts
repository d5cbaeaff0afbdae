// What stands around the screens: projects, files from outside, drops, the tour, and a server that stops.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { eventually } from './eventually.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studio-shell-'));
const project = path.join(folder, 'first');
const mine = readFileSync(path.join(root, 'scenarios/blank-network/scenario.yaml'), 'utf8')
  .replace('id: blank-network', 'id: mine')
  .replace(/^network: .*$/m, '$&\nbase: blank-network');

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio({ project });
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets a file fall on the window. */
async function drop(name: string, text: string): Promise<void> {
  const { page } = studio;
  const data = await page.evaluateHandle(
    ([given = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], given));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

describe('a project', () => {
  it('takes a scenario that is dropped on the window', async () => {
    const { page } = studio;
    await drop('mine.yaml', mine);
    await eventually(() => page.url()).toContain('#/design/mine');
    expect(readFileSync(path.join(project, 'scenarios/mine/scenario.yaml'), 'utf8')).toBe(mine);
    expect(existsSync(path.join(project, 'scenarios/mine/data/regions.csv'))).toBe(true);
  });

  it('takes none whose data are not there', async () => {
    const { page } = studio;
    await drop('other.yaml', mine.replace('id: mine', 'id: other').replace('\nbase: blank-network', ''));
    await page.getByText(/There is no file .*regions\.csv/).waitFor();
    expect(existsSync(path.join(project, 'scenarios/other'))).toBe(false);
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  });

  it('refuses what it cannot open, in words', async () => {
    const { page } = studio;
    await drop('photo.png', 'x');
    await page.getByText('photo.png is nothing that the studio opens.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  });

  it('takes a CSV file to Calibrate, and a proposal to Verify', async () => {
    const { page, goTo } = studio;
    await goTo('/explore/mine');
    await page.getByRole('tab', { name: 'Sweep' }).waitFor();
    await drop('prices.csv', 'date,market.price\n2026-01-01,2\n2026-01-02,2.1\n2026-01-03,2.2\n');
    await eventually(() => page.url()).toContain('tab=calibrate');
    // It stays with the scenario in hand, and its columns are guessed.
    const guessed = page.getByRole('combobox', { name: 'market.price is' });
    await eventually(() => guessed.inputValue()).toBe('market.price');
    await drop('proposal.md', '# Earlier halving\n\nNo block of evidence.\n');
    await eventually(() => page.url()).toContain('#/propose?tab=verify');
    await page.getByText('Earlier halving').first().waitFor();
    // A refusal of the drops above is told by its status.
    expect(studio.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });

  it('shows what another program writes into it', async () => {
    const { page, goTo } = studio;
    await goTo('/library');
    await page.getByRole('heading', { name: 'Blank network' }).first().waitFor();
    const file = path.join(project, 'scenarios/mine/scenario.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Changed outside'));
    await page.getByRole('heading', { name: 'Changed outside' }).waitFor();
  });

  it('stays open while a run is under way', async () => {
    const { page, goTo } = studio;
    await goTo('/run/wireless-burn-mint');
    const controls = page.locator('.run-controls');
    await page.getByLabel('Seeds', { exact: true }).fill('200');
    await controls.getByRole('button', { name: 'Run' }).click();
    await controls.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Open a project' });
    await dialog.getByLabel(/Full path/).fill(path.join(folder, 'second'));
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await dialog.getByText('a run is under way').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await controls.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^Cancelled: /).waitFor();
  });

  it('is opened by its path, which may be new, and brings no run of the one before', async () => {
    const { page, goTo } = studio;
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Open a project' });
    await dialog.waitFor();
    // A dialog begins where something is asked for.
    await page.keyboard.type('not a path');
    await page.keyboard.press('Enter');
    await dialog.getByText('it is not a full path').waitFor();
    await dialog.getByLabel(/Full path/).fill(path.join(folder, 'second'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.project-name', { hasText: 'second' }).waitFor();
    await page.getByRole('heading', { name: 'Changed outside' }).waitFor({ state: 'detached' });
    await goTo('/run/wireless-burn-mint');
    await page.locator('.run-controls').getByRole('button', { name: 'Run' }).waitFor();
    expect(await page.getByText(/^Cancelled: /).count()).toBe(0);
    await goTo('/library');
  });
});

describe('the tour', () => {
  it('goes on when the person has done what it asks, and ends when they like', async () => {
    const { page } = studio;
    await page.getByRole('button', { name: '5-minute tour' }).click();
    const tour = page.getByRole('region', { name: 'Tour' });
    await tour.getByRole('heading', { name: 'Open a network' }).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/design/wireless-burn-mint`);
    await tour.getByRole('heading', { name: 'Run it' }).waitFor();
    await tour.getByRole('button', { name: 'Skip this step' }).click();
    await tour.getByRole('heading', { name: 'Change a rule' }).waitFor();
    await tour.getByRole('button', { name: 'End the tour' }).click();
    await tour.waitFor({ state: 'detached' });
  });
});

describe('a server that stops', () => {
  it('is told, and what is open stays', async () => {
    const { page, stopServer, faults } = studio;
    // A call that was refused is a fault to the browser, and was asked for above.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await stopServer();
    await page.getByText('The studio does not answer').waitFor();
    expect(page.url()).toContain('#/design/wireless-burn-mint');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
