// Signatures of contracts, on a real EVM with the contracts that Safe publishes; each verdict is compared with that of
// the library that the server verifies with, asked over the stand-in's own node.
import { defaultAbiCoder } from '@ethersproject/abi';
import snapshot from '@snapshot-labs/snapshot.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deploySafes, type SafeFactory, type SafeWallet } from '../standin/chain/safe-wallet.ts';
import { Refusal } from '../standin/refusal.ts';
import type { Standin } from '../standin/start-standin.ts';
import {
  admin,
  author,
  clientOf,
  lastPosted,
  now,
  openScene,
  outcomeOf,
  type PostedEnvelope,
  post,
  proposal,
  publish,
  settings,
  stranger,
} from './scene.ts';

let standin: Standin;
let safes: SafeFactory;
let safe: SafeWallet;
let template: PostedEnvelope;
const owners = [author.address, admin.address, stranger.address];

beforeAll(async () => {
  standin = await openScene();
  await publish(standin);
  template = lastPosted(standin);
  safes = await deploySafes(standin.chain('1'));
  safe = await safes.create(owners, 2);
});
afterAll(() => standin.close());
beforeEach(() => {
  standin.store.messages.splice(0);
  standin.store.proposals.splice(0);
  standin.addSpace('standin.eth', { ...settings, members: [safe.address] });
});

/** An envelope from a contract, before anyone signed. */
const from = (address: string): PostedEnvelope => {
  const copy = structuredClone(template);
  copy.address = address;
  copy.data.message.from = address;
  return copy;
};
const idOf = ({ data }: PostedEnvelope): string => snapshot.utils.getHash(data);
const broviderUrl = () => standin.rpcUrl('').replace(/\/$/, '');
const theirs = ({ address, sig, data }: PostedEnvelope): Promise<boolean> =>
  snapshot.utils.verify(address, sig, data, '1', { broviderUrl: broviderUrl() }).catch(() => false);

/** Sends an envelope, and sees that the library's own verdict on its signature is the same. */
async function verdict(envelope: PostedEnvelope): Promise<boolean> {
  const { answer } = await post(standin.sequencerUrl, envelope);
  const accepted = JSON.stringify(answer).includes('"id"');
  if (!accepted) expect(answer).toMatchObject({ error_description: 'signature validation failed' });
  expect(await theirs(envelope)).toBe(accepted);
  return accepted;
}

describe('an account', () => {
  const signed = async () => ({ ...from(author.address), sig: template.sig });

  test('65 bytes with v as wallets write it: 27 and 28, or 0 and 1', async () => {
    standin.addSpace('standin.eth', settings);
    const envelope = await signed();
    const short = (Number.parseInt(envelope.sig.slice(-2), 16) - 27).toString(16).padStart(2, '0');
    expect(await verdict({ ...envelope, sig: `${envelope.sig.slice(0, -2)}${short}` })).toBe(true);
    standin.store.messages.splice(0);
    expect(await verdict({ ...envelope, sig: `${envelope.sig.slice(0, -2)}05` })).toBe(false);
  });

  test('the 64 bytes of EIP-2098', async () => {
    standin.addSpace('standin.eth', settings);
    const envelope = await signed();
    const odd = envelope.sig.endsWith('1c');
    const s = BigInt(`0x${envelope.sig.slice(66, 130)}`) | (odd ? 1n << 255n : 0n);
    const compact = `${envelope.sig.slice(0, 66)}${s.toString(16).padStart(64, '0')}`;
    expect(await verdict({ ...envelope, sig: compact })).toBe(true);
  });

  test.each(['', '0x', '0x00', 'hello', `0x${'00'.repeat(65)}`])('%j is no signature', async (sig) => {
    expect(await verdict({ ...(await signed()), sig })).toBe(false);
  });
});

describe('a Safe of three, two of whom must sign', () => {
  const by = async (...signers: Parameters<SafeWallet['sign']>[1]) => {
    const envelope = from(safe.address);
    return { ...envelope, sig: await safe.sign(idOf(envelope), signers) };
  };

  test('two owners, in any order they were asked', async () => {
    expect(await verdict(await by(author, stranger))).toBe(true);
    standin.store.messages.splice(0);
    expect(await verdict(await by(stranger, admin))).toBe(true);
  });
  test('one is not enough', async () => {
    expect(await verdict(await by(author))).toBe(false);
  });
  test('the same owner twice is one', async () => {
    expect(await verdict(await by(author, author))).toBe(false);
  });
  test('signatures out of order', async () => {
    const envelope = await by(author, admin);
    const [one, two] = [envelope.sig.slice(2, 132), envelope.sig.slice(132)];
    expect(await verdict({ ...envelope, sig: `0x${two}${one}` })).toBe(false);
  });
  test('an owner who signed the message and not the Safe’s', async () => {
    const envelope = from(safe.address);
    const { domain, types, message } = envelope.data;
    const own = await Promise.all(
      [author, admin].map((owner) => owner._signTypedData(domain, types, message)),
    );
    expect(await verdict({ ...envelope, sig: `0x${own.map((part) => part.slice(2)).join('')}` })).toBe(false);
  });
  test('on another chain than the space’s', async () => {
    const elsewhere = await deploySafes(standin.chain('137'));
    const other = await elsewhere.create(owners, 1);
    const envelope = from(other.address);
    expect(await verdict({ ...envelope, sig: await other.sign(idOf(envelope), [author]) })).toBe(false);
  });
  test('while the node does not answer', async () => {
    const envelope = await by(author, admin);
    standin.chain('1').up = false;
    expect((await post(standin.sequencerUrl, envelope)).answer).toMatchObject({
      error_description: 'signature validation failed',
    });
    standin.chain('1').up = true;
  });
});

describe('a Safe that is not on the chain yet (EIP-6492)', () => {
  const wrapped = (wallet: SafeWallet, inner: string, calldata = wallet.creation.calldata): string => {
    const parts = defaultAbiCoder.encode(
      ['address', 'bytes', 'bytes'],
      [wallet.creation.factory, calldata, inner],
    );
    return `${parts}${'6492'.repeat(16)}`;
  };

  test('is made for the length of the question', async () => {
    const later = await safes.create(owners, 1, true);
    standin.addSpace('standin.eth', { ...settings, members: [later.address] });
    const envelope = from(later.address);
    const inner = await later.sign(idOf(envelope), [admin]);
    expect(await verdict({ ...envelope, sig: wrapped(later, inner) })).toBe(true);
    expect(await standin.chain('1').hasCode(later.address)).toBe(false);
    standin.store.messages.splice(0);
    expect(await verdict({ ...envelope, sig: inner })).toBe(false);
    expect(await verdict({ ...envelope, sig: wrapped(later, inner, '0x12345678') })).toBe(false);
    const { data } = from(safe.address);
    expect(
      await verdict({
        ...envelope,
        sig: wrapped(later, await later.sign(snapshot.utils.getHash(data), [admin])),
      }),
    ).toBe(false);
  });

  test('and one that is there is asked as it is', async () => {
    const envelope = from(safe.address);
    const inner = await safe.sign(idOf(envelope), [author, admin]);
    expect(await verdict({ ...envelope, sig: wrapped(safe, inner) })).toBe(true);
  });
});

describe('a Safe that signs on the chain', () => {
  const message = () => proposal({ from: safe.address, timestamp: now });
  /** A signer that leaves the signature to the chain, as the Safe's own app is one. */
  const silent = { _signTypedData: async () => '0x' };

  test('the relayer holds the message until it is signed there', async () => {
    const client = clientOf(standin);
    // The client's types know wallets of ethers alone; it calls one method of them.
    const sent = await outcomeOf(client.proposal(silent as never, safe.address, message()));
    expect(sent).toEqual({ id: expect.stringMatching(/^0x[0-9a-f]{64}$/) });
    const id = typeof sent === 'string' ? '' : sent.id;
    expect(standin.store.proposals).toHaveLength(0);
    expect(await standin.relayer.check()).toEqual([]);
    await safe.signOnChain(id, [author, stranger]);
    expect(await standin.relayer.check()).toMatchObject([{ id }]);
    expect(standin.store.proposals).toMatchObject([{ id, author: safe.address }]);
    expect(await standin.relayer.check()).toEqual([]);
  });

  test('a refusal of the sequencer comes out at the relayer alone', async () => {
    standin.addSpace('standin.eth', settings);
    const client = clientOf(standin);
    const other = { ...message(), title: 'From a Safe that is no member' };
    const sent = await outcomeOf(client.proposal(silent as never, safe.address, other));
    await safe.signOnChain(typeof sent === 'string' ? '' : sent.id, [author, admin]);
    const [outcome] = await standin.relayer.check();
    expect(outcome).toBeInstanceOf(Refusal);
    expect(outcome).toMatchObject({ text: 'only space authors can propose' });
  });

  test('"0x" without such a record is no signature', async () => {
    const envelope = from(safe.address);
    envelope.data.message.title = 'Never signed there';
    expect(await verdict({ ...envelope, sig: '0x' })).toBe(false);
  });
});
