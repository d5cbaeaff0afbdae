// Texts from strangers: servers of this computer play them, through the port that looks at no address, or through one that does.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  json,
  type LoopbackServer,
  loopbackServer,
  type Scripted,
} from '../../../../test/publish/loopback-server.ts';
import { idOf, openScene, proposal, publish } from '../../../../test/publish/scene.ts';
import type { Standin } from '../../../../test/standin/start-standin.ts';
import { nodeOpenWeb } from '../../../ports/node-open-web.ts';
import { nodeWeb } from '../../../ports/node-web.ts';
import type { OpenWeb } from '../../../ports/open-web.ts';
import { readSource } from './read-source.ts';

/** The open network with every server of this computer on it; notes which of them may be inside. */
const inside: boolean[] = [];
const allOpen: OpenWeb = {
  get(request) {
    inside.push(request.mayBeInside);
    return nodeOpenWeb.get({ ...request, mayBeInside: true });
  },
};

const servers: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  inside.length = 0;
});
const serving = async (...replies: readonly Scripted[]): Promise<string> => {
  const server = await loopbackServer((_, index) => replies[Math.min(index, replies.length - 1)] ?? {});
  servers.push(server);
  return server.url;
};

const read = (link: string, { open = allOpen, hub = 'https://hub.invalid/graphql' } = {}) =>
  readSource(link, { web: nodeWeb, open, hub, clock: Date.now });

const plain = (body: string): Scripted => ({
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

describe('the text at an address', () => {
  it.each([
    ['text/markdown', '# A\n'],
    ['text/plain; charset=utf-8', '# Grüße\n'],
    ['application/octet-stream', '# A\n'],
  ])('as %s', async (type, body) => {
    const url = await serving({ headers: { 'content-type': type }, body });
    expect(await read(`${url}/p.md`)).toEqual({ text: body, from: `${url}/p.md` });
  });

  it('as the JSON in which the studio hands it on', async () => {
    const url = await serving(json({ kind: 'depin-proposal/1', markdown: '# A\n' }));
    expect((await read(url)).text).toBe('# A\n');
  });

  it.each([
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<p>' }, 'source.type'],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'x' }, 'source.type'],
    ['other JSON', json({ body: 'x' }), 'source.type'],
    ['what is packed', { headers: { 'content-encoding': 'gzip' }, body: 'x' }, 'source.type'],
    [
      'bytes that are no text',
      { headers: { 'content-type': 'text/plain' }, body: 'a\0b' },
      'source.not-text',
    ],
    ['nothing there', { status: 404, body: 'x' }, 'source.status'],
    ['a fault', { status: 500, body: 'x' }, 'source.status'],
    [
      'too much',
      { headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1024 * 1024 + 1) },
      'web.too-large',
    ],
    ['a circle of redirects', { status: 302, headers: { location: '/' } }, 'source.redirects'],
    ['a redirect to nowhere', { status: 302 }, 'source.redirects'],
    ['a redirect to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'web.bad-address'],
  ] as const)('%s ends in a reason', async (_, reply, code) => {
    await expect(read(await serving(reply))).rejects.toMatchObject({ code });
  });

  it('follows to another server, and asks of each step whether it may be inside', async () => {
    const end = await serving(plain('# There\n'));
    const begin = await serving({ status: 301, headers: { location: `${end}/there` } });
    expect(await read(begin)).toEqual({ text: '# There\n', from: `${end}/there` });
    expect(inside).toEqual([false, false]);
  });

  it('of this computer is refused, also behind a redirect from the server of the hub', async () => {
    const secret = await serving(plain('secret'));
    await expect(read(secret, { open: nodeOpenWeb })).rejects.toMatchObject({ code: 'web.private-address' });
    const hub = await serving({ status: 302, headers: { location: secret } });
    await expect(read(`${hub}/p.md`, { open: nodeOpenWeb, hub: `${hub}/graphql` })).rejects.toMatchObject({
      code: 'web.private-address',
    });
  });

  it('of this computer is read where the person has set its server as the hub', async () => {
    const hub = await serving(plain('# Mine\n'));
    const source = await read(`${hub}/p.md`, { open: nodeOpenWeb, hub: `${hub}/graphql` });
    expect(source.text).toBe('# Mine\n');
  });
});

describe('the id of a Snapshot proposal', () => {
  let standin: Standin;
  let id: string;
  beforeAll(async () => {
    standin = await openScene();
    id = idOf(await publish(standin, proposal({ body: 'With **evidence**.' })));
  });
  afterAll(() => standin.close());

  it.each([
    ['alone', (is: string) => is],
    ['in upper case', (is: string) => `0x${is.slice(2).toUpperCase()}`],
    ['in a link', (is: string) => `https://snapshot.org/#/s:standin.eth/proposal/${is}`],
    ['in a link of a space of its own', (is: string) => `https://vote.example.org/#/proposal/${is}`],
  ])('%s is asked of the hub that is set', async (_, spelled) => {
    const source = await read(spelled(id), { hub: standin.hubUrl });
    expect(source.text).toBe('# Halve emissions sooner\n\nWith **evidence**.\n');
    expect(source.from).toContain('of standin.eth');
    expect(inside).toEqual([]);
  });

  it('that the hub does not know, and a hub with a fault, end in reasons', async () => {
    const unknown = `0x${'0'.repeat(64)}`;
    await expect(read(unknown, { hub: standin.hubUrl })).rejects.toMatchObject({ code: 'source.unknown-id' });
    standin.faults.add('hub', { kind: 'rate-limit' });
    await expect(read(id, { hub: standin.hubUrl })).rejects.toMatchObject({ code: 'hub.rate-limited' });
  });

  it.each([
    ['proposal.md', 'source.no-link'],
    ['https://snapshot.org/#/s:standin.eth', 'source.no-proposal'],
  ])('%s is none', async (link, code) => {
    await expect(read(link)).rejects.toMatchObject({ code });
  });
});
