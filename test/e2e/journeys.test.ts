// Journeys B and C of the design, from a comparison to the vote and back, each with its clicks counted: a stand-in of Snapshot's
// servers on loopback, and a wallet that announces itself and really signs.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { small } from '../cli/studio.ts';
import { author, settings } from '../publish/scene.ts';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { callRoute } from './call-route.ts';
import { eventually } from './eventually.ts';
import { namesIn } from './names-in.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';
import { giveWallet } from './test-wallet.ts';

const copy = copyInstallation();
let standin: Standin;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  cpSync(path.join(root, 'scenarios/overlays'), path.join(copy.scenarios, 'overlays'), { recursive: true });
  standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
});
afterAll(async () => {
  copy.remove();
  await standin.close();
});

// The desktop shows the same page: its door is what is tried there, and dark-journeys.test.ts tries it in the dark.
const themes = process.env.STUDIO_DOOR === 'desktop' ? (['light'] as const) : (['light', 'dark'] as const);

describe.each(themes)('in the %s theme', (colorScheme) => {
  const project = mkdtempSync(path.join(tmpdir(), 'studio-journeys-'));
  const proposals = path.join(project, 'proposals');
  let studio: OpenStudio;
  let clicks = 0;
  beforeAll(async () => {
    studio = await openStudio({ installation: copy.folder, project, colorScheme });
    await giveWallet(studio.browser);
    await useStandin(studio.page, standin);
  });
  afterAll(async () => {
    await studio?.close();
    rmSync(project, { recursive: true, force: true });
  });

  /** One of the clicks that a journey may have. */
  async function click(target: Locator): Promise<void> {
    await target.click();
    clicks += 1;
  }
  const button = (name: string | RegExp) => studio.page.getByRole('button', { name, exact: true });
  const record = () => {
    const [file = 'none'] = namesIn(proposals).filter((name) => name.endsWith('.publication.json'));
    return JSON.parse(readFileSync(path.join(proposals, file), 'utf8'));
  };

  it('B: from a comparison to a vote in six clicks', async () => {
    const { page, browser, faults } = studio;
    await compare(studio);
    clicks = 0;
    await click(button('Start proposal from this comparison'));
    await page.getByText(/^Saved as proposals\//).waitFor();
    for (const words of ['Halve issuance every month.', 'So that supply ends sooner.']) {
      await click(button(/^line \d+ \(\d of \d+\)/));
      await eventually(() => page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain(
        '[to write:',
      );
      await page.keyboard.type(words);
      await page.getByLabel('Preview', { exact: true }).getByText(words).waitFor();
    }
    await click(button('Publish'));
    await click(page.getByRole('menuitem', { name: 'Open in browser to sign' }));
    // Where the draft does not say it, the person is led to the space and types.
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('publish-space');
    await page.keyboard.type('standin.eth');
    await page.keyboard.press('Tab');
    await page.keyboard.type(author.address);
    const opened = browser.waitForEvent('page');
    await page.keyboard.press('Enter');
    const wallet = await opened;
    const dialog = page.getByRole('dialog', { name: 'Sign and publish' });
    const id = await wallet.locator('#signed-id').textContent();
    await dialog.getByText(id ?? 'no id').waitFor();
    await click(wallet.getByRole('button', { name: 'Sign with Test Wallet' }));
    const receipt = page.getByRole('region', { name: 'Published', exact: true });
    await receipt.getByText(id ?? 'no id').waitFor();
    expect(clicks).toBeLessThanOrEqual(6);
    const published = standin.store.proposals.at(-1);
    expect(published).toMatchObject({ id, author: author.address, snapshot: standin.chain('1').head - 10 });
    expect(published?.body).toContain('Halve issuance every month.');
    expect(record()).toMatchObject({ id, state: 'published', receipt: expect.stringMatching(/^0x/) });
    expect(faults).toEqual([]);
  });

  it('C: what is voted on is re-run from its link, and its weakest number tried, in three clicks', async () => {
    const { page, goTo, faults } = studio;
    const id = standin.store.proposals.at(-1)?.id;
    await goTo('/library');
    clicks = 0;
    await click(button('Verify a proposal'));
    await page.getByLabel('The proposal’s text').fill(`https://snapshot.org/#/s:standin.eth/proposal/${id}`);
    await click(button('Re-run'));
    await page.getByText(/^Reproduced: every line holds/).waitFor();
    await click(button('Change one assumption'));
    await page.getByRole('combobox', { name: 'Parameter' }).waitFor();
    for (const typed of ['token.supply', '2000000']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('table', { name: 'Outcomes beside theirs' }).waitFor({ timeout: 50_000 });
    expect(clicks).toBeLessThanOrEqual(3);
    expect(faults).toEqual([]);
  });
});

/** Has the studio ask the stand-in. */
async function useStandin(page: Page, { sequencerUrl, hubUrl, rpcUrl }: Standin): Promise<void> {
  const servers = { sequencer: sequencerUrl, hub: hubUrl, rpc: rpcUrl('1') };
  await callRoute(page, 'publish.keepSettings', servers);
}

/** A comparison of a scenario with an edit of it. */
async function compare({ page, goTo }: OpenStudio): Promise<void> {
  await goTo('/design/small');
  const period = page.locator('[data-path="emission.halving.period"]').getByRole('spinbutton');
  await period.fill('1');
  await period.press('Enter');
  await page.locator('.design-header').getByText('edited', { exact: true }).waitFor();
  await goTo('/compare?with=small,small~draft');
  await page.getByRole('heading', { name: '1 value differs' }).waitFor();
  await page.getByRole('heading', { name: /metrics differ clearly from the base/ }).waitFor();
}
