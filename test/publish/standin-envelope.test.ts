// The stand-in's first gate, rule by rule: each once kept and once broken, with envelopes of the official client.

import { verifyMessage } from '@ethersproject/wallet';
import snapshot from '@snapshot-labs/snapshot.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standin } from '../standin/start-standin.ts';
import {
  author,
  clientOf,
  idOf,
  lastPosted,
  now,
  openScene,
  outcomeOf,
  type PostedEnvelope,
  post,
  proposal,
  publish,
  settings,
  signAgain,
  stranger,
} from './scene.ts';

let standin: Standin;
let envelope: PostedEnvelope;

beforeAll(async () => {
  standin = await openScene();
  await publish(standin);
  envelope = lastPosted(standin);
});
afterAll(() => standin.close());
beforeEach(() => {
  standin.store.messages.splice(0);
  standin.store.proposals.splice(0);
  standin.setClock(now * 1000);
});

const send = async (body: unknown) => (await post(standin.sequencerUrl, body)).answer;
const refusal = (text: string) => ({ error: 'client_error', error_description: text });
/** The envelope with something changed in its data, signed as it is then. */
const changed = (edit: (copy: PostedEnvelope) => void): Promise<PostedEnvelope> => {
  const copy = structuredClone(envelope);
  edit(copy);
  return signAgain(copy);
};
const sentWith = async (message: Partial<PostedEnvelope['data']['message']>) =>
  send(await changed(({ data }) => Object.assign(data.message, message)));

describe('the answer', () => {
  test('is the id that the library computes, a CID, and a receipt that the relayer signed', async () => {
    const { answer, status } = await post(standin.sequencerUrl, envelope);
    expect(status).toBe(200);
    expect(answer).toEqual({
      id: snapshot.utils.getHash(envelope.data),
      ipfs: expect.stringMatching(/^bafkrei[a-z2-7]{52}$/),
      relayer: { address: expect.stringMatching(/^0x/), receipt: expect.stringMatching(/^0x[0-9a-f]{130}$/) },
    });
    const { relayer } = JSON.parse(JSON.stringify(answer));
    expect(verifyMessage(envelope.sig, relayer.receipt)).toBe(relayer.address);
  });

  test('to the same envelope again is that it is there', async () => {
    await send(envelope);
    expect(await post(standin.sequencerUrl, envelope)).toEqual({
      status: 400,
      answer: refusal('duplicate message'),
    });
    expect(standin.store.proposals).toHaveLength(1);
  });
});

describe('the form', () => {
  const wrong: [string, (copy: PostedEnvelope & Record<string, unknown>) => void][] = [
    ['a key besides', (copy) => Object.assign(copy, { ipfs: '' })],
    ['a key of data besides', ({ data }) => Object.assign(data, { hash: '' })],
    ['an address in lower case', (copy) => Object.assign(copy, { address: author.address.toLowerCase() })],
    [
      'a sender in lower case',
      ({ data }) => Object.assign(data.message, { from: author.address.toLowerCase() }),
    ],
    ['a timestamp as text', ({ data }) => Object.assign(data.message, { timestamp: `${now}` })],
    ['a space with a blank', ({ data }) => Object.assign(data.message, { space: 'standin .eth' })],
    ['no signature', (copy) => Object.assign(copy, { sig: undefined })],
    ['no version', ({ data }) => Object.assign(data.domain, { version: undefined })],
  ];
  test.each(wrong)('%s is refused', async (_name, edit) => {
    const copy = structuredClone(envelope);
    edit(copy as PostedEnvelope & Record<string, unknown>);
    expect(await send(copy)).toEqual(refusal('wrong envelope format'));
  });

  test('what wallets add is let through: primaryType and EIP712Domain', async () => {
    const copy = structuredClone(envelope);
    Object.assign(copy.data, { primaryType: 'Proposal' });
    Object.assign(copy.data.types, { EIP712Domain: [{ name: 'name', type: 'string' }] });
    expect(await send(copy)).toMatchObject({ id: snapshot.utils.getHash(envelope.data) });
    // The server forgets to let such a body go: the same one again is under way for ever.
    expect((await post(standin.sequencerUrl, copy)).status).toBe(425);
  });

  test('a body that is no JSON is answered with a page', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(standin.sequencerUrl, { method: 'POST', headers, body: '{"a' });
    expect(response.headers.get('content-type')).toContain('text/html');
    const unsaid = await fetch(standin.sequencerUrl, { method: 'POST', body: JSON.stringify(envelope) });
    expect(await unsaid.json()).toEqual(refusal('wrong envelope format'));
  });
});

describe('size and time', () => {
  test('100,000 UTF-16 units of JSON, an emoji counting two', async () => {
    const room = 100_000 - JSON.stringify(envelope).length;
    const fits = await changed(({ data }) =>
      Object.assign(data.message, { body: data.message.body + 'x'.repeat(room) }),
    );
    expect(JSON.stringify(fits)).toHaveLength(100_000);
    expect(await send(fits)).toEqual(refusal('proposal body length can not exceed 10000 characters'));
    const over = await changed(({ data }) =>
      Object.assign(data.message, { body: `${data.message.body}${'💡'.repeat(room / 2 + 1)}` }),
    );
    expect(await send(over)).toEqual(refusal('too large message'));
  });

  test.each([
    [300, true],
    [301, false],
    [-6 * 86_400, true],
    [-6 * 86_400 - 1, false],
  ])('a timestamp %i s from now: %s', async (offset, taken) => {
    const answer = await sentWith({ timestamp: now + offset });
    if (taken) expect(answer).toHaveProperty('id');
    else expect(answer).toEqual(refusal('wrong timestamp'));
  });

  test('it is the clock of the server that counts', async () => {
    standin.setClock((now - 600) * 1000);
    expect(await send(envelope)).toEqual(refusal('wrong timestamp'));
  });
});

describe('domain and types', () => {
  test('another version is refused, and so is another name', async () => {
    expect(await send(await changed(({ data }) => Object.assign(data.domain, { version: '0.1.3' })))).toEqual(
      refusal('wrong domain'),
    );
    expect(await send(await changed(({ data }) => Object.assign(data.domain, { name: 'Snapshot' })))).toEqual(
      refusal('wrong domain'),
    );
  });

  test('a chain id in the domain is taken, and makes another id', async () => {
    const answer = await send(await changed(({ data }) => Object.assign(data.domain, { chainId: 1 })));
    expect(answer).toHaveProperty('id');
    expect(answer).not.toHaveProperty('id', snapshot.utils.getHash(envelope.data));
  });

  test('the order of the fields counts', async () => {
    expect(await send(await changed(({ data }) => data.types.Proposal.reverse()))).toEqual(
      refusal('wrong types'),
    );
  });
});

describe('the space', () => {
  test('one that is not there', async () => {
    expect(await sentWith({ space: 'nobody.eth' })).toEqual(refusal('unknown space'));
  });
  test('one that was deleted', async () => {
    standin.addSpace('gone.eth', settings, { deleted: true });
    expect(await sentWith({ space: 'gone.eth' })).toEqual(refusal('unknown space'));
  });
  test('a name that ENS does not know in this form', async () => {
    expect(await sentWith({ space: 'ﬁlm.eth' })).toEqual(refusal('Invalid space id'));
    expect(await sentWith({ space: 'stand_in.eth' })).toEqual(refusal('Invalid space id'));
  });
  test('upper case is taken, and kept as it came', async () => {
    expect(await sentWith({ space: 'StandIn.eth' })).toHaveProperty('id');
    expect(standin.store.proposals[0]?.space).toBe('StandIn.eth');
  });
  test('a name with a colon is not ENS, and not there', async () => {
    expect(await sentWith({ space: 'eth:0x1' })).toEqual(refusal('unknown space'));
  });
  test('a field that nobody signed can say that the space stands elsewhere', async () => {
    const copy = structuredClone(envelope);
    Object.assign(copy.data.message, { network: 'eth' });
    expect(await send(copy)).toEqual(refusal('unknown space'));
  });
});

describe('who signed', () => {
  test('one digit of the text changed', async () => {
    const copy = structuredClone(envelope);
    copy.data.message.title = 'Halve emissions later';
    expect(await send(copy)).toEqual(refusal('signature validation failed'));
  });
  test('another key', async () => {
    expect(await send(await signAgain(structuredClone(envelope), stranger))).toEqual(
      refusal('signature validation failed'),
    );
  });
  test('another sender without an alias', async () => {
    const outcome = await outcomeOf(
      clientOf(standin).proposal(stranger, stranger.address, proposal({ from: author.address })),
    );
    expect(outcome).toBe('wrong alias');
  });
  test('an alias of the last 30 days', async () => {
    const client = clientOf(standin);
    await client.alias(author, author.address, { alias: stranger.address, timestamp: now });
    const message = () => proposal({ from: author.address, timestamp: now });
    const taken = await outcomeOf(client.proposal(stranger, stranger.address, message()));
    expect(standin.store.proposals[0]).toMatchObject({ id: idOf(taken), author: author.address });
    standin.setClock((now + 30 * 86_400) * 1000);
    const later = { ...message(), timestamp: now + 30 * 86_400 };
    expect(await outcomeOf(client.proposal(stranger, stranger.address, later))).toBe('wrong alias');
    standin.store.aliases.splice(0);
  });
});

test('plugins that are no JSON become none, without a word', async () => {
  expect(await sentWith({ plugins: '{not json' })).toHaveProperty('id');
  expect(standin.store.proposals[0]?.plugins).toEqual({});
});
