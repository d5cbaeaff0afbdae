import { Wallet } from '@ethersproject/wallet';
import { afterEach, describe, expect, test } from 'vitest';
import { otherWallet, testDraft, testKnown, testWallet } from '../../../../test/publish/drafts.ts';
import {
  json,
  type LoopbackServer,
  loopbackServer,
  type Scripted,
} from '../../../../test/publish/loopback-server.ts';
import { nodeLoopbackPages } from '../../../ports/node-loopback-pages.ts';
import { nodeWeb } from '../../../ports/node-web.ts';
import { messageId, signedBy } from '../message/message-id.ts';
import { wordsOf } from '../message/words-of.ts';
import { factsOf } from '../preflight/preflight.ts';
import { browserSigner } from './browser/browser-signer.ts';
import { keystoreSigner } from './keystore-signer.ts';
import { rpcSigner } from './rpc-signer.ts';
import { joinOwnerSignatures } from './safe/owner-signatures.ts';
import { safeMessageHash, safePayload } from './safe/safe-message.ts';
import type { SigningRequest } from './signer.ts';

const servers: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const { data } = factsOf({ draft: testDraft, known: testKnown, target: 'other', now: 1_790_000_000 });
const request: SigningRequest = {
  data,
  id: messageId(data),
  author: testWallet.address,
  words: wordsOf(data),
};

/** What a wallet does with the payload that it is given. */
async function signPayload(wallet: Wallet, payload: string): Promise<string> {
  const { domain, types, message } = JSON.parse(payload);
  const { EIP712Domain: _, ...rest } = types;
  return await wallet._signTypedData(domain, rest, message);
}

const never = new AbortController().signal;

describe('a signer at an address', () => {
  async function rpc(answer: (method: string, params: readonly string[]) => unknown): Promise<string> {
    const server = await loopbackServer(async (body): Promise<Scripted> => {
      const { method, params } = JSON.parse(body);
      return json({ jsonrpc: '2.0', id: 1, ...((await answer(method, params)) as object) });
    });
    servers.push(server);
    return server.url;
  }

  test('signs what was asked', async () => {
    const url = await rpc(async (method, [, payload = '']) =>
      method === 'eth_requestAccounts'
        ? { result: [testWallet.address.toLowerCase()] }
        : { result: await signPayload(testWallet, payload) },
    );
    const signature = await rpcSigner({ web: nodeWeb, url }).sign(request, never);
    expect(signedBy(data, signature)).toBe(testWallet.address);
  });

  test('of another account is named with those that it has', async () => {
    const url = await rpc(() => ({ result: [otherWallet.address] }));
    await expect(rpcSigner({ web: nodeWeb, url }).sign(request, never)).rejects.toMatchObject({
      code: 'signer.no-account',
      hint: expect.stringContaining(otherWallet.address),
    });
  });

  test('where the person declines says so', async () => {
    const url = await rpc((method) =>
      method === 'eth_requestAccounts'
        ? { result: [testWallet.address] }
        : { error: { code: 4001, message: 'User rejected' } },
    );
    await expect(rpcSigner({ web: nodeWeb, url }).sign(request, never)).rejects.toMatchObject({
      code: 'signer.declined',
    });
  });

  test('must be of this computer, or be reached over https', () => {
    expect(() => rpcSigner({ web: nodeWeb, url: 'http://192.168.1.5:8545' })).toThrow(
      'no address of a signer',
    );
  });
});

describe('a wallet of the browser', () => {
  const start = async () => {
    let link = '';
    const signer = browserSigner({
      pages: nodeLoopbackPages,
      script: async () => 'void 0',
      show: (url) => {
        link = url;
      },
    });
    const signing = signer.sign(request, never);
    signing.catch(() => {});
    while (link === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const { origin } = new URL(link);
    const page = await (await fetch(link)).text();
    const key = /name="page-key" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const post = async (
      path: string,
      body: unknown,
      headers: Readonly<Record<string, string>> = { origin, 'x-page-key': key },
    ) => await fetch(origin + path, { method: 'POST', body: JSON.stringify(body), headers });
    return { signing, link, origin, page, key, post };
  };

  test('is shown what is signed, and its signature is taken', async () => {
    const { signing, link, origin, page, key, post } = await start();
    expect(page).toContain(request.id);
    expect(page).toContain('Halve rewards every 18 months');
    const asked = await (await fetch(`${origin}/request`, { headers: { 'x-page-key': key } })).json();
    const foreign = await post('/signed', { signature: await signPayload(otherWallet, asked.payload) });
    expect(await foreign.json()).toMatchObject({
      ok: false,
      message: expect.stringContaining(otherWallet.address),
    });
    expect((await fetch(link)).status).toBe(403);
    expect((await post('/signed', { signature: '0x' }, { origin })).status).toBe(403);
    expect((await post('/signed', {}, { origin: 'https://evil.example', 'x-page-key': key })).status).toBe(
      403,
    );
    expect(
      await (await post('/signed', { signature: await signPayload(testWallet, asked.payload) })).json(),
    ).toEqual({ ok: true });
    expect(signedBy(data, await signing)).toBe(testWallet.address);
  });

  test('may decline', async () => {
    const { signing, post } = await start();
    await post('/declined', {});
    await expect(signing).rejects.toMatchObject({ code: 'signer.declined' });
  });

  test('sees the words of a draft as text, not as markup', async () => {
    const title = '<script>alert(1)</script>';
    const evil = factsOf({ draft: { ...testDraft, title }, known: testKnown, target: 'other', now: 1 }).data;
    let link = '';
    const cancel = new AbortController();
    const signer = browserSigner({
      pages: nodeLoopbackPages,
      script: async () => '',
      show: (url) => {
        link = url;
      },
    });
    const signing = signer.sign({ ...request, data: evil, words: wordsOf(evil) }, cancel.signal);
    signing.catch(() => {});
    while (link === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const reply = await fetch(link);
    expect(await reply.text()).not.toContain('<script>alert');
    expect(reply.headers.get('content-security-policy')).toContain("script-src 'self'");
    cancel.abort();
    await expect(signing).rejects.toThrow();
  });
});

describe('a Safe', () => {
  const safe = { address: '0x9d2136Ec2b93d5A6A2BD7d1bd1B1ede1eC9A9f79', chainId: 1 };
  const wallets = [testWallet, otherWallet, new Wallet(`0x${'3d'.repeat(32)}`)];
  const sign = (wallet: Wallet) => signPayload(wallet, safePayload(safe, request.id));

  test('has its owners’ signatures joined in the order of their addresses', async () => {
    const signatures = await Promise.all(wallets.map(sign));
    const ordered = wallets
      .map(({ address }, index) => ({ address, signature: signatures[index] ?? '' }))
      .sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
    for (const written of [signatures.join('\n'), JSON.stringify([...signatures].reverse())]) {
      const joined = joinOwnerSignatures(written, safe, request.id);
      expect(joined.owners).toEqual(ordered.map(({ address }) => address));
      expect(joined.signature).toBe(`0x${ordered.map(({ signature }) => signature.slice(2)).join('')}`);
    }
  });

  test('takes a signature of the hash as a plain message, marked as the Safe reads it', async () => {
    const plain = await testWallet.signMessage(
      Buffer.from(safeMessageHash(safe, request.id).slice(2), 'hex'),
    );
    const marked = plain.slice(0, -2) + (Number.parseInt(plain.slice(-2), 16) + 4).toString(16);
    expect(joinOwnerSignatures(marked, safe, request.id)).toEqual({
      signature: marked,
      owners: [testWallet.address],
    });
  });

  test('refuses too few, foreign and damaged signatures', async () => {
    const owners = { owners: [testWallet.address, otherWallet.address], threshold: 2 };
    const own = await sign(testWallet);
    const join = (written: string) => () => joinOwnerSignatures(written, safe, request.id, owners);
    expect(join(own)).toThrow('wants the signatures of 2 owners, and there are 1');
    // The same owner twice is one owner.
    expect(join(`${own}\n${own}`)).toThrow('there are 1');
    expect(join(`${own}\n${await sign(wallets[2] ?? testWallet)}`)).toThrow('no owner of the Safe');
    expect(join('nothing here')).toThrow('no signature in the file');
  });
});

describe('a keystore file', () => {
  test.each([
    ['not JSON', 'secret', 'it is not JSON'],
    ['of another version', '{"version": 1}', 'its version is 1'],
    [
      'that would take hours',
      JSON.stringify({ version: 3, crypto: { kdfparams: { n: 2 ** 30, r: 8, p: 1 } } }),
      'too much memory or time',
    ],
  ])('%s is refused before a password is asked', async (_, text, why) => {
    const password = () => Promise.reject(new Error('asked'));
    await expect(keystoreSigner({ text, password }).sign(request, never)).rejects.toThrow(why);
  });

  test('of another account is refused before a password is asked', async () => {
    const text = await otherWallet.encrypt('x', { scrypt: { N: 2 } });
    const password = () => Promise.reject(new Error('asked'));
    await expect(keystoreSigner({ text, password }).sign(request, never)).rejects.toMatchObject({
      code: 'signer.other-account',
    });
  });
});
