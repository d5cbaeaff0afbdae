import { Wallet } from '@ethersproject/wallet';
import snapshot from '@snapshot-labs/snapshot.js';
import { afterEach, expect, test } from 'vitest';
import { otherWallet, testDraft, testKnown, testWallet } from '../../../../test/publish/drafts.ts';
import {
  json,
  type LoopbackServer,
  loopbackServer,
  type Scripted,
} from '../../../../test/publish/loopback-server.ts';
import { nodeWeb } from '../../../ports/node-web.ts';
import { factsOf } from '../preflight/preflight.ts';
import { preparePublication } from '../record/prepare-publication.ts';
import type { Publication } from '../record/publication.ts';
import { signPublication } from '../record/sign-publication.ts';
import { keystoreSigner } from '../signers/keystore-signer.ts';
import type { Signer } from '../signers/signer.ts';
import { sendKept } from './send-kept.ts';

const servers: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answer: (body: string, index: number) => Scripted) {
  const server = await loopbackServer(answer);
  servers.push(server);
  return server;
}

function prepared(): Publication {
  const facts = factsOf({ draft: testDraft, known: testKnown, target: 'other', now: 1_790_000_000 });
  return preparePublication('proposal', facts.data, {
    sequencer: 'http://127.0.0.1:1',
    hub: 'http://127.0.0.1:1',
  });
}

function kept() {
  const writes: Publication[] = [];
  return { writes, write: async (each: Publication) => void writes.push(each) };
}

/** Signs with a key that is at hand: deriving one from a file takes a second. */
const handSigner = (wallet = testWallet): Signer => ({
  name: 'the test wallet',
  sign: ({ data: { domain, types, message } }) =>
    wallet._signTypedData(
      domain,
      Object.fromEntries(Object.entries(types).map(([k, v]) => [k, [...v]])),
      message,
    ),
});

async function signed() {
  return await signPublication(prepared(), { signer: handSigner(), shelf: kept(), timeoutMs: 60_000 });
}

const nowhere = { proposal: async () => null };
const sleep = async () => {};

test('a keystore signs, and the server is sent the envelope of Snapshot’s client with the id known before', async () => {
  const text = await testWallet.encrypt('correct horse', { scrypt: { N: 1024 } });
  const signer = keystoreSigner({ text, password: async () => 'correct horse' });
  const before = prepared();
  const shelf = kept();
  const ready = await signPublication(before, { signer, shelf, timeoutMs: 60_000 });
  const server = await serve((body) =>
    json({ id: snapshot.utils.getHash(JSON.parse(body).data), ipfs: 'bafy' }),
  );
  const done = await sendKept(ready, { web: nodeWeb, sequencer: server.url, hub: nowhere, shelf, sleep });

  expect(done).toMatchObject({ state: 'published', id: before.id, ipfs: 'bafy' });
  expect(shelf.writes.map(({ state }) => state)).toEqual(['prepared', 'signed', 'sent', 'published']);
  const [body = ''] = server.bodies;
  const envelope = JSON.parse(body);
  expect(snapshot.utils.getHash(envelope.data)).toBe(before.id);
  // What is exported before signing is what is sent, byte for byte.
  expect(JSON.stringify(envelope.data)).toBe(JSON.stringify(before.data));
  expect(Object.keys(envelope)).toEqual(['address', 'sig', 'data']);
  expect(await snapshot.utils.verify(envelope.address, envelope.sig, envelope.data)).toBe(true);
});

test('what was signed with another account is not sent', async () => {
  const refused = signPublication(prepared(), {
    signer: handSigner(otherWallet),
    shelf: kept(),
    timeoutMs: 60_000,
  });
  await expect(refused).rejects.toMatchObject({ code: 'signer.other-account' });
});

test('a wrong password says so and signs nothing', async () => {
  const text = await Wallet.createRandom().encrypt('right', { scrypt: { N: 1024 } });
  const { address } = JSON.parse(text);
  const signer = keystoreSigner({ text, password: async () => 'wrong' });
  const publication = { ...prepared(), author: `0x${address}` };
  const asked = { data: publication.data, id: publication.id, author: publication.author, words: [] };
  await expect(signer.sign(asked, new AbortController().signal)).rejects.toMatchObject({
    code: 'keystore.wrong-password',
  });
});

test('a lost reply is resolved by looking the proposal up', async () => {
  const ready = await signed();
  const server = await serve(() => ({ hangUp: true }));
  const hub = { proposal: async (id: string) => (id === ready.id ? statusOf(ready) : null) };
  const done = await sendKept(ready, { web: nodeWeb, sequencer: server.url, hub, shelf: kept(), sleep });
  expect(done.state).toBe('published');
  expect(server.bodies).toHaveLength(1);
});

test('what did not arrive is sent again, the same bytes, without another signature', async () => {
  const ready = await signed();
  const shelf = kept();
  const server = await serve((body, index) =>
    index === 0 ? { hangUp: true } : json({ id: snapshot.utils.getHash(JSON.parse(body).data) }),
  );
  const parts = { web: nodeWeb, sequencer: server.url, hub: nowhere, shelf, sleep };
  await expect(sendKept(ready, parts)).rejects.toMatchObject({ code: 'publish.unsure' });
  const [after] = shelf.writes.slice(-1);
  expect(after?.state).toBe('sent');
  expect((await sendKept(after ?? ready, parts)).state).toBe('published');
  expect(server.bodies[1]).toBe(server.bodies[0]);
});

test('what may have arrived stays in doubt when it cannot be sent again', async () => {
  const ready = await signed();
  const shelf = kept();
  const parts = { web: nodeWeb, hub: nowhere, shelf, sleep };
  const silent = await serve(() => ({ hangUp: true }));
  await expect(sendKept(ready, { ...parts, sequencer: silent.url })).rejects.toMatchObject({
    code: 'publish.unsure',
  });
  const [doubtful = ready] = shelf.writes.slice(-1);
  const busy = await serve(() => ({ status: 429 }));
  await expect(sendKept(doubtful, { ...parts, sequencer: busy.url })).rejects.toMatchObject({
    code: 'hub.rate-limited',
  });
  expect(shelf.writes.at(-1)?.state).toBe('sent');
});

const faults: readonly (readonly [string, Scripted, string, Publication['state']])[] = [
  ['too many questions', { status: 429, headers: { 'retry-after': '30' } }, 'hub.rate-limited', 'signed'],
  ['a page instead of JSON', { body: '<html>welcome' }, 'publish.unsure', 'sent'],
  ['a fault of the server', { status: 502, body: 'bad gateway' }, 'publish.unsure', 'sent'],
  [
    'a refusal',
    { status: 400, ...json({ error: 'client_error', error_description: 'invalid voting delay' }) },
    'publish.refused',
    'refused',
  ],
];

test.each(faults)('%s', async (_, reply, code, state) => {
  const shelf = kept();
  const server = await serve(() => reply);
  const sending = sendKept(await signed(), {
    web: nodeWeb,
    sequencer: server.url,
    hub: nowhere,
    shelf,
    sleep,
  });
  await expect(sending).rejects.toMatchObject({ code });
  expect(shelf.writes.at(-1)?.state).toBe(state);
});

test('a server that is not there leaves it signed', async () => {
  const server = await serve(() => ({}));
  await server.close();
  const shelf = kept();
  const sending = sendKept(await signed(), {
    web: nodeWeb,
    sequencer: server.url,
    hub: nowhere,
    shelf,
    sleep,
  });
  await expect(sending).rejects.toMatchObject({ code: 'publish.unreachable' });
  expect(shelf.writes.at(-1)?.state).toBe('signed');
});

test('a signer that never answers is given up, and so is one that is cancelled', async () => {
  const silent: Signer = { name: 'the silent wallet', sign: () => new Promise(() => {}) };
  const parts = { signer: silent, shelf: kept() };
  await expect(signPublication(prepared(), { ...parts, timeoutMs: 1 })).rejects.toMatchObject({
    code: 'signer.silent',
  });
  const cancel = new AbortController();
  const signing = signPublication(prepared(), { ...parts, timeoutMs: 60_000, signal: cancel.signal });
  cancel.abort();
  await expect(signing).rejects.toMatchObject({ code: 'signer.cancelled' });
});

function statusOf({ id, author, data: { message } }: Publication) {
  return {
    ...{ id, author, title: '', space: '', body: '', discussion: '', type: 'basic', privacy: '', labels: [] },
    ...{
      created: Number(message.timestamp),
      start: 0,
      end: 0,
      block: 0,
      ipfs: '',
      state: 'pending' as const,
    },
    ...{ votes: 0, quorum: 0, total: 0, final: false, results: [] },
  };
}
