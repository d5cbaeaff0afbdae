import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDraft, testWallet } from '../../../test/publish/drafts.ts';
import { json, type LoopbackServer, loopbackServer } from '../../../test/publish/loopback-server.ts';
import { answer } from '../../api/answer.ts';
import type { ProposalDraft } from '../../api/publish/draft.ts';
import type { PublishApi } from '../../api/publish/publish-api.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeLoopbackPages } from '../../ports/node-loopback-pages.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import { installationIn } from '../installation.ts';
import { createProjectKeeper } from '../projects/project-keeper.ts';
import { messageId } from './message/message-id.ts';
import { publishDesk } from './publish-desk.ts';

let folder: string;
let server: LoopbackServer;
let api: PublishApi;
const space = { id: testDraft.space, network: '1', voting: { delay: 3600, period: 60, privacy: '' } };

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-desk-'));
  server = await loopbackServer((body) => {
    const told = JSON.parse(body);
    if (told.data !== undefined) return json({ id: messageId(told.data), ipfs: 'bafy' });
    return json({ data: { space, options: [], networks: [], proposals: [], proposal: null } });
  });
  const projects = createProjectKeeper({ files: nodeFiles, userFolder: folder, usual: folder });
  const installation = installationIn(folder);
  await nodeFiles.makeFolder(path.join(folder, 'proposals'));
  api = publishDesk({
    ...{
      files: nodeFiles,
      web: nodeWeb,
      pages: nodeLoopbackPages,
      installation,
      projects,
      userFolder: folder,
    },
  });
  await api['publish.keepSettings']({ sequencer: server.url, hub: server.url });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a door calls it: input and output are checked. */
async function call(name: string, input: unknown) {
  const answered = await answer(api, name, input);
  if (!answered.ok) throw answered.problem;
  return JSON.parse(JSON.stringify(answered.value));
}

async function finished(signing: string) {
  for (;;) {
    const view = await call('publish.sign.state', { signing });
    if (view.state !== 'waiting') return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The file of a draft. */
const textOf = ({ title, body, ...head }: ProposalDraft): string =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n# ${title}\n\n${body}\n`;
const text = textOf(testDraft);

const known = () => call('publish.space', { space: testDraft.space, from: testDraft.from });
const signer = async (password = 'secret') => ({
  kind: 'keystore',
  text: await testWallet.encrypt('secret', { scrypt: { N: 1024 } }),
  password,
});

test('a draft is checked, signed and sent, and its record outlives the studio', async () => {
  const facts = { text, known: await known() };
  const checked = await call('publish.preflight', facts);
  expect(checked).toMatchObject({ body: { length: testDraft.body.length, most: 10_000, live: false } });
  expect(checked.findings.every(({ standing }: { standing: string }) => standing === 'unknown')).toBe(false);

  const sound = { ...facts, known: { ...facts.known, premiumNetworks: ['1'], headBlock: 21_000_000 } };
  const asked = { ...sound, proposal: 'halve', kind: 'proposal' };
  const shown = await call('publish.sign.prepare', asked);
  expect(shown).toMatchObject({ state: 'prepared', author: testWallet.address, sequencer: server.url });
  const other = await call('publish.sign.prepare', asked);
  const begun = await call('publish.sign.begin', { signing: shown.signing, signer: await signer() });
  const signed = await finished(begun.signing);
  expect(signed).toMatchObject({ state: 'signed', id: shown.id });
  const sent = await call('publish.send', { proposal: 'halve', kind: 'proposal' });
  expect(sent).toMatchObject({ state: 'published', id: begun.id, ipfs: 'bafy' });
  expect(await call('publish.kept', { proposal: 'halve', kind: 'proposal' })).toEqual({ publication: sent });
  await expect(call('publish.sign.prepare', asked)).rejects.toMatchObject({ code: 'publish.already' });
  // What another window had before it, before it was published, publishes nothing more.
  await expect(
    call('publish.sign.begin', { signing: other.signing, signer: await signer() }),
  ).rejects.toMatchObject({ code: 'publish.already' });
});

test('a wrong password is told, no answer holds a password, and the right one signs what was shown', async () => {
  const facts = { text, known: { ...(await known()), premiumNetworks: ['1'] } };
  const { signing, id } = await call('publish.sign.prepare', {
    ...facts,
    proposal: 'halve',
    kind: 'proposal',
  });
  await call('publish.sign.begin', { signing, signer: await signer('not the password') });
  const failed = await finished(signing);
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'keystore.wrong-password' } });
  expect(JSON.stringify(failed)).not.toContain('not the password');
  await expect(call('publish.send', { proposal: 'halve', kind: 'proposal' })).rejects.toMatchObject({
    code: 'publish.unsigned',
  });
  await call('publish.sign.begin', { signing, signer: await signer() });
  expect(await finished(signing)).toMatchObject({ state: 'signed', id });
});

test('a draft that breaks a rule is not laid before a signer', async () => {
  const asked = { text: textOf({ ...testDraft, choices: [] }), known: await known() };
  await expect(
    call('publish.sign.prepare', { ...asked, proposal: 'halve', kind: 'proposal' }),
  ).rejects.toMatchObject({ code: 'publish.not-ready' });
  expect(await call('publish.kept', { proposal: 'halve', kind: 'proposal' })).toEqual({ publication: null });
});

test('without a network a draft is checked against pasted settings', async () => {
  const pasted = await call('publish.readSpace', { text: JSON.stringify(space), space: testDraft.space });
  await server.close();
  const checked = await call('publish.preflight', { text, known: pasted });
  expect(checked.data.message.start - checked.data.message.timestamp).toBe(3600);
  server = await loopbackServer(() => ({}));
});

test('pasted settings may leave out what they do not set', async () => {
  const little = { network: 1, strategies: [{ name: 'ticket' }], validation: { name: 'any' } };
  const { space: read } = await call('publish.readSpace', { text: JSON.stringify(little), space: 'a.eth' });
  expect(read).toMatchObject({
    id: 'a.eth',
    network: '1',
    validation: 'any',
    voting: { delay: 0, period: 0 },
  });
});

test('what an address is not, a route refuses', async () => {
  await expect(call('publish.keepSettings', { sequencer: 'file:///etc', hub: 'x' })).rejects.toMatchObject({
    code: 'input.invalid',
  });
});
