import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { command, publishingFolder } from '../publish/command.ts';
import { author, settings, stranger } from '../publish/scene.ts';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { giveWallet } from './test-wallet.ts';

let browser: Browser;
let standin: Standin;
let place: ReturnType<typeof publishingFolder>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
  place = publishingFolder({ 'proposal.md': '# Halve <b>emissions</b> sooner\n\nFrom 24 months to 18.\n' });
  return async () => {
    place.remove();
    await standin.close();
  };
});

/** Begins to publish by a wallet of the browser; answers the link, and what becomes of the command. */
async function begin() {
  const args = [
    ...['publish', 'proposal.md', '--space', 'standin.eth', '--from', author.address, '--signer', 'browser'],
    ...['--rpc', standin.rpcUrl('1'), '--sequencer', standin.sequencerUrl, '--hub', standin.hubUrl],
  ];
  let heard: (text: string) => void = () => {};
  const link = new Promise<string>((resolve) => {
    heard = (text) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(text);
      if (found !== null) resolve(found[0]);
    };
  });
  const done = command(args, { folder: place.folder, heard: (text) => heard(text) });
  return { link: await link, done };
}

/** A page with a wallet that announces itself: its account can be changed, and it signs in the test's process. */
async function pageWithWallet() {
  const context = await browser.newContext();
  const { use } = await giveWallet(context);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  return { page, faults, use };
}

test('a wallet of the browser signs what the page shows, once it has the author’s account', async () => {
  const { link, done } = await begin();
  const { page, faults, use } = await pageWithWallet();
  await page.goto(link);
  const id = await page.locator('#signed-id').textContent();
  expect(await page.locator('dd').allTextContents()).toContain('Halve <b>emissions</b> sooner');
  use(stranger);
  const sign = page.getByRole('button', { name: 'Sign with Test Wallet' });
  await sign.click();
  const status = page.getByRole('status');
  await status.getByText(`Choose ${author.address}`).waitFor();
  use(author);
  await sign.click();
  await status.getByText('Signed.').waitFor();
  expect(await done).toMatchObject({ code: 0, out: `published  ${id}\n` });
  expect(standin.store.proposals[0]?.id).toBe(id);
  expect(faults).toEqual([]);

  const second = await browser.newPage();
  await expect(second.goto(link)).rejects.toThrow();
});

test('a person who does not sign leaves everything as it was', async () => {
  const { link, done } = await begin();
  const { page } = await pageWithWallet();
  await page.goto(link);
  await page.getByRole('button', { name: 'Do not sign' }).click();
  expect(await done).toMatchObject({ code: 2, err: expect.stringContaining('declined') });
  expect(standin.posted).toEqual([]);
});
