import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, loopbackServer, type Scripted } from '../../test/publish/loopback-server.ts';
import { nodeOpenWeb } from './node-open-web.ts';
import { isPublicAddress } from './public-address.ts';

let server: LoopbackServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const scripted = async (reply: Scripted) => {
  server = await loopbackServer(() => reply);
  return server;
};

const get = (url: string, more: object = {}) =>
  nodeOpenWeb.get({
    url,
    mostBytes: 1000,
    timeoutMs: 5000,
    mayBeInside: true,
    accept: 'text/plain',
    ...more,
  });

describe('addresses of the open network', () => {
  it.each(['8.8.8.8', '2606:4700:4700::1111', '[2606:4700::1]', '93.184.216.34'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1%eth0', 'fd00::1', 'ff02::1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'localhost',
      '',
    ],
  ])('%j is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a question to the open network', () => {
  it('reads what is there, and says how it was asked', async () => {
    const { url } = await scripted({ headers: { 'content-type': 'text/plain' }, body: 'Grüße' });
    const reply = await get(url);
    expect([reply.status, reply.header('Content-Type')]).toEqual([200, 'text/plain']);
    expect(Buffer.from(reply.bytes).toString('utf8')).toBe('Grüße');
  });

  it('does not follow', async () => {
    const { url } = await scripted({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
    expect((await get(url)).status).toBe(302);
  });

  // Each spelling of this computer; names are looked up, and what they stand for is what counts.
  it.each(['127.0.0.1', 'localhost', '127.1', '0x7f.0.0.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    'is not sent to %s, unless it may be inside',
    async (host) => {
      const { url, bodies } = await scripted({ body: 'secret' });
      const inside = url.replace('127.0.0.1', host);
      await expect(get(inside, { mayBeInside: false })).rejects.toMatchObject({
        code: 'web.private-address',
      });
      expect(bodies).toEqual([]);
    },
  );

  it.each([
    ['one that never answers', { silent: true }, { timeoutMs: 50 }, 'web.timeout'],
    ['one that hangs up', { hangUp: true }, {}, 'web.lost'],
    ['one that says more than is read', { body: 'x'.repeat(1001) }, {}, 'web.too-large'],
    ['one that announces more', { headers: { 'content-length': '1001' }, body: 'x' }, {}, 'web.too-large'],
  ] as const)('%s ends in a reason', async (_, reply, more, code) => {
    const { url } = await scripted(reply);
    await expect(get(url, more)).rejects.toMatchObject({ code });
  });

  it.each([
    ['http://user:word@127.0.0.1/', 'web.bad-address'],
    ['file:///etc/passwd', 'web.bad-address'],
    ['http://127.0.0.1:1/', 'web.unreachable'],
  ])('%s is %s', async (url, code) => {
    await expect(get(url)).rejects.toMatchObject({ code });
  });

  it('can be cancelled', async () => {
    const { url } = await scripted({ silent: true });
    await expect(get(url, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      code: 'web.cancelled',
    });
  });
});
