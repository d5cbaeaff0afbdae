// Publishing by hand, with all that goes wrong on the way: each thing ends in a message that says what to do, and nothing is half
// published or lost.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { author, settings, stranger } from '../publish/scene.ts';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { eventually } from './eventually.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';
import { giveWallet, type TestWallet } from './test-wallet.ts';

const project = mkdtempSync(path.join(tmpdir(), 'studio-publish-'));
const fileOf = (name: string) => path.join(project, 'proposals', name);
const head = (more = '') => `---\nspace: standin.eth\nfrom: ${author.address}\n${more}---\n\n`;
let standin: Standin;
let studio: OpenStudio;
let wallet: TestWallet;
beforeAll(async () => {
  mkdirSync(path.join(project, 'proposals'));
  writeFileSync(fileOf('first.md'), '# Halve sooner\n\nRewards halve every 18 months.\n');
  writeFileSync(fileOf('second.md'), `${head()}# Halve later\n\nRewards halve every 30 months.\n`);
  writeFileSync(fileOf('third.md'), `${head('block: 21000000\n')}# Halve never\n\nRewards stay.\n`);
  standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
  studio = await openStudio({ project, acceptDownloads: true });
  wallet = await giveWallet(studio.page.context());
  await studio.goTo('/propose?draft=first');
  await studio.page.getByText('Saved as proposals/first.md').waitFor();
});
afterAll(async () => {
  await studio?.close();
  await standin?.close();
  rmSync(project, { recursive: true, force: true });
});

const pane = () => studio.page.getByRole('region', { name: 'Publish', exact: true });
const rules = () => pane().getByRole('region', { name: 'Rules of Snapshot' });
const dialog = () => studio.page.getByRole('dialog', { name: /^Sign/ });
const receipt = () => pane().getByRole('region', { name: 'Published', exact: true });
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const alert = (text: string | RegExp) => studio.page.getByRole('alert').filter({ hasText: text }).waitFor();
const record = (name: string) => JSON.parse(readFileSync(fileOf(`${name}.publication.json`), 'utf8'));
const fill = (label: string, text: string) => pane().getByLabel(label, { exact: true }).fill(text);
const selected = () => studio.page.evaluate(() => document.getSelection()?.toString() ?? '');
async function show(draft: string): Promise<void> {
  await studio.goTo(`/propose?draft=${draft}`);
  await studio.page.getByText(`Saved as proposals/${draft}.md`).waitFor();
}
/** Opens the wallet's page by the button of the pane. */
async function openWallet() {
  const opened = studio.page.context().waitForEvent('page');
  await button('Open in browser to sign').click();
  const page = await opened;
  await page.getByRole('button', { name: 'Sign with Test Wallet' }).waitFor();
  return page;
}

it('servers are settings, and what is typed in the form stands in the head of the file', async () => {
  const { page } = studio;
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Space, rules and signer…' }).click();
  await pane()
    .getByText(/^Servers: Snapshot, no RPC/)
    .click();
  await pane().getByText('Others', { exact: true }).click();
  await fill('Sequencer: takes proposals', standin.sequencerUrl);
  await fill('Hub: tells of spaces (GraphQL)', 'hub');
  await button('Keep these servers').click();
  await alert('"hub" is no address of a hub');
  await fill('Hub: tells of spaces (GraphQL)', standin.hubUrl);
  await fill('RPC of the space’s network: tells its newest block', standin.rpcUrl('137'));
  await button('Keep these servers').click();
  await pane()
    .getByText(/^Servers: Others, blocks from 127/)
    .waitFor();
  await fill('Space', 'Standin.eth');
  await fill('Your account', author.address.toLowerCase());
  await fill('Choices', 'Yes, sooner\nNo');
  const text = `---\nspace: Standin.eth\nfrom: ${author.address.toLowerCase()}\nchoices: ["Yes, sooner", No]\n---\n\n# Halve`;
  await eventually(() => readFileSync(fileOf('first.md'), 'utf8')).toContain(text);
});

it('rules speak as one types, and lead to the line or the field that they are about', async () => {
  await rules().getByText('has capital letters').waitFor();
  await rules()
    .getByRole('button', { name: /^space\.case/ })
    .click();
  await eventually(selected).toBe('space: Standin.eth');
  await studio.page.keyboard.type('space: standin.eth');
  await rules().getByText('has capital letters').waitFor({ state: 'detached' });
  await rules()
    .getByRole('button', { name: /^block\.given/ })
    .click();
  await eventually(() => studio.page.evaluate(() => document.activeElement?.id)).toBe('publish-block');
});

it('a node of another network, a hub that is down, too many questions and a page for an answer say so', async () => {
  await button('Ask the hub').click();
  await alert('network 137, and the space is on network 1');
  const hub = async (fault: Parameters<Standin['faults']['add']>[1], words: RegExp) => {
    standin.faults.add('hub', fault, 6);
    await button('Ask the hub').click();
    await alert(words);
    while (standin.faults.next('hub') !== undefined);
  };
  await hub({ kind: 'page', status: 502 }, /has a fault of its own \(502\)/);
  await hub({ kind: 'rate-limit' }, /wants a pause \(429\).*60 s/);
  await hub({ kind: 'garbage' }, /is not JSON/);
  await fill('RPC of the space’s network: tells its newest block', standin.rpcUrl('1'));
  await button('Keep these servers').click();
  await button('Ask the hub').click();
  await pane().getByText('Stand-in DAO').waitFor();
  await pane().getByText('a delay of 1 hour and a period of 3 days').waitFor();
});

it('without a network, pasted settings are enough for everything before the sending', async () => {
  await studio.page.getByText('Without a network: paste').click();
  const pasted = { ...settings, id: 'standin.eth', voting: { delay: 7200, period: 60 } };
  await fill('Settings of the space as JSON', 'no JSON');
  await button('Use these settings').click();
  await alert('not JSON');
  await fill('Settings of the space as JSON', JSON.stringify(pasted));
  await button('Use these settings').click();
  await pane().getByText('from pasted settings').waitFor();
  await pane().getByText('a delay of 2 hours and a period of 1 minute').waitFor();
  await button('Ask the hub').click();
  await pane().getByText('a delay of 1 hour').waitFor();
});

it('a clock that is ten minutes off is told before anything is signed', async () => {
  standin.skewClock(-600_000);
  await button('Ask the hub').click();
  await rules()
    .getByText(/ahead of the server's clock; 300 s are allowed/)
    .waitFor();
  standin.skewClock(0);
  await button('Ask the hub').click();
  await rules()
    .getByText(/ahead of the server's clock/)
    .waitFor({ state: 'detached' });
});

it('a wallet that never answers is cancelled; another account is refused; nothing was sent', async () => {
  wallet.beSilent(true);
  const silent = await openWallet();
  await silent.getByRole('button', { name: 'Sign with Test Wallet' }).click();
  await dialog().getByText('Sign on the page that has opened').waitFor();
  await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
  await silent.close();
  wallet.beSilent(false);
  wallet.use(stranger);
  const page = await openWallet();
  await page.getByRole('button', { name: 'Sign with Test Wallet' }).click();
  await page.getByText(`Choose ${author.address} in it`).waitFor();
  await page.getByRole('button', { name: 'Do not sign' }).click();
  await alert('Signing was declined');
  await studio.page.keyboard.press('Escape');
  wallet.use(author);
  expect(standin.posted).toEqual([]);
  expect(record('first').state).toBe('prepared');
});

it('a keystore with a wrong password asks again, and a lost reply is found out', async () => {
  const { page } = studio;
  await pane().getByLabel('Who signs').selectOption('keystore');
  const text = await author.encrypt('right', { scrypt: { N: 1024 } });
  await pane()
    .getByLabel('Choose the file')
    .setInputFiles({ name: 'author.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await button('Show what is signed').click();
  await dialog().getByText('Yes, sooner').waitFor();
  const id = await dialog().locator('dt:has-text("Id") + dd').textContent();
  await dialog().getByLabel('Password of author.json').fill('wrong');
  await page.keyboard.press('Enter');
  await alert('does not open the keystore');
  // The sequencer takes it, and its answer is lost; so is the hub, at first.
  standin.faults.add('sequencer', { kind: 'drop-reply' });
  standin.faults.add('hub', { kind: 'page', status: 503 }, 3);
  await dialog().getByLabel('Password of author.json').fill('right');
  await page.keyboard.press('Enter');
  await alert('not certain that it arrived');
  expect(record('first')).toMatchObject({ state: 'sent', id });
  await button('Send again').click();
  await receipt()
    .getByText(id ?? 'no id')
    .waitFor();
  expect(standin.posted).toHaveLength(1);
  expect(standin.store.proposals).toHaveLength(1);
  expect(readFileSync(fileOf('first.publication.json'), 'utf8')).not.toContain('right');
});

it('is followed, updated and cancelled', async () => {
  const { page } = studio;
  await button('Follow the vote').click();
  await pane().getByText('Voting has not started').waitFor();
  await page.getByRole('textbox', { name: 'Text of the proposal' }).press('Control+End');
  await page.keyboard.type('Amended.');
  const sign = async (name: string) => {
    await button(name).click();
    await dialog().getByLabel('Password of author.json').fill('right');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
  };
  await sign('Update it to this text');
  await receipt().getByText('and updated since').waitFor();
  expect(standin.store.proposals[0]?.body).toBe('Rewards halve every 18 months.\nAmended.');
  await sign('Cancel the proposal');
  await receipt().getByText('and cancelled since').waitFor();
  expect(standin.store.proposals).toEqual([]);
});

it('a server’s refusal names the rule and stays with the draft', async () => {
  await show('second');
  // What only the server knows.
  standin.world.flaggedAddresses.add(author.address.toLowerCase());
  await button('Show what is signed').click();
  await dialog().getByLabel('Password of author.json').fill('right');
  await studio.page.keyboard.press('Enter');
  await alert(/refused it: invalid proposal, please contact support.*author\.flagged.*ask its support/);
  standin.world.flaggedAddresses.clear();
  expect(record('second')).toMatchObject({ state: 'refused', refused: { rule: 'author.flagged' } });
  expect(standin.store.proposals).toEqual([]);
});

it('is signed elsewhere: the file is written, and the signature that comes back is checked', async () => {
  const { page } = studio;
  await show('third');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export signing payload' }).click(),
  ]);
  const { domain, types, message } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  const { EIP712Domain: _, ...rest } = types;
  await fill('Signature', await stranger._signTypedData(domain, rest, message));
  await button('Check and publish').click();
  await alert(/It was signed with 0x/);
  await fill('Signature', await author._signTypedData(domain, rest, message));
  await button('Check and publish').click();
  await receipt().waitFor();
  expect(standin.store.proposals[0]).toMatchObject({ title: 'Halve never', snapshot: 21_000_000 });
  expect(existsSync(fileOf('third.publication.json'))).toBe(true);
});

it('nothing of it broke a rule of the page', () => {
  expect(studio.faults.filter((fault) => !fault.includes('/api/'))).toEqual([]);
});
