import { afterEach, describe, expect, test } from 'vitest';
import {
  json,
  type LoopbackServer,
  loopbackServer,
  type Scripted,
} from '../../../../test/publish/loopback-server.ts';
import { nodeWeb } from '../../../ports/node-web.ts';
import { askKnown } from '../ask-known.ts';
import { followProposal, votesOf } from '../follow-proposal.ts';
import { pastedSpace } from '../pasted-space.ts';
import { hubAt } from './hub.ts';

const servers: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answer: (body: string) => Scripted): Promise<string> {
  const server = await loopbackServer(answer);
  servers.push(server);
  return server.url;
}

const told = {
  id: 'sensors.example.eth',
  name: 'Sensors',
  network: '1',
  members: ['0xAbC0000000000000000000000000000000000001'],
  voting: { delay: 3600, period: null, type: null, privacy: '' },
  filters: { minScore: 5, onlyMembers: false },
  validation: { name: 'basic', params: {} },
  strategies: [{ name: 'multichain', network: '1', params: { strategies: [{ network: '137' }] } }],
  labels: null,
  turbo: true,
  proposalsCount1d: 2,
};

const hubWith = (reply: Scripted) =>
  serve(() => reply).then((url) => hubAt({ web: nodeWeb, url, clock: Date.now }));

describe('a hub', () => {
  test('tells of a space, of which what is not set is not set', async () => {
    const { data } = await (await hubWith(json({ data: { space: told } }))).space('sensors.example.eth');
    expect(data).toMatchObject({
      voting: { delay: 3600, period: 0, type: '', privacy: '' },
      members: ['0xabc0000000000000000000000000000000000001'],
      strategyNetworks: ['1', '137'],
      minScore: 5,
      turbo: true,
      proposalsInDay: 2,
      labels: [],
    });
    expect(data).not.toHaveProperty('proposalsInMonth');
  });

  test('knows that a space is not there', async () => {
    expect((await (await hubWith(json({ data: { space: null } }))).space('x.eth')).data).toBeNull();
  });

  test('whose clock is 10 minutes ahead is noticed', async () => {
    const late = new Date(Date.now() + 600_000).toUTCString();
    const reply = json({ data: { space: told } });
    const hub = await hubWith({ ...reply, headers: { ...reply.headers, date: late } });
    const { clockAhead } = await hub.space('x.eth');
    expect(clockAhead).toBeGreaterThan(590);
    expect(clockAhead).toBeLessThan(605);
  });

  const faults: readonly (readonly [string, Scripted, string])[] = [
    ['that wants a pause', { status: 429, headers: { 'retry-after': '17' } }, 'hub.rate-limited'],
    ['that is down', { status: 503, body: 'no' }, 'hub.down'],
    ['that is a login page', { body: '<html>' }, 'hub.not-json'],
    ['that answers something else', json({ data: { space: { id: 5 } } }), 'hub.unusual'],
    [
      'that refuses the query',
      { status: 400, ...json({ errors: [{ message: 'Cannot query field' }] }) },
      'hub.unusual',
    ],
    ['that hangs up', { hangUp: true }, 'web.lost'],
  ];
  test.each(faults)('%s says so', async (_, reply, code) => {
    await expect((await hubWith(reply)).space('x.eth')).rejects.toMatchObject({ code });
  });

  test('that nobody can reach says so', async () => {
    const url = await serve(() => ({}));
    await servers.pop()?.close();
    await expect(hubAt({ web: nodeWeb, url, clock: Date.now }).limits()).rejects.toMatchObject({
      code: 'web.unreachable',
    });
  });
});

test('a proposal’s votes are told in words', async () => {
  const proposal = {
    id: 'x',
    author: 'a',
    created: 1,
    title: 't',
    choices: ['For', 'Against'],
    start: 1,
    end: 2,
    scores: [7],
  };
  const url = await serve((body) =>
    body.includes('query Proposal')
      ? json({ data: { proposal } })
      : json({ data: { votes: [{ voter: '0x1', created: 5, choice: 1, vp: 7, reason: null }] } }),
  );
  const door = { web: nodeWeb, url, clock: Date.now };
  const id = `0x${'ab'.repeat(32)}`;
  expect(await votesOf(door, id, 10)).toEqual([
    { voter: '0x1', created: 5, choice: 'For', power: 7, reason: '' },
  ]);
  expect(await followProposal(door, id)).toMatchObject({
    state: 'unknown',
    results: [
      { choice: 'For', power: 7 },
      { choice: 'Against', power: 0 },
    ],
  });
  await expect(followProposal(door, '0x12')).rejects.toMatchObject({ code: 'proposal.bad-id' });
});

test('what one question does not answer stays unknown, and the rest is told', async () => {
  const hub = await serve((body) =>
    body.includes('query Space') ? json({ data: { space: told } }) : { status: 500 },
  );
  const settings = { hub, sequencer: 'http://127.0.0.1:1' };
  const known = await askKnown(
    { space: 'sensors.example.eth', from: '' },
    { web: nodeWeb, settings, clock: Date.now },
  );
  expect(Object.keys(known).sort()).toEqual(['clockAhead', 'space']);
});

test('an RPC of another network is refused', async () => {
  const hub = await serve(() => json({ data: { space: told } }));
  const rpc = await serve(() => json({ jsonrpc: '2.0', id: 1, result: '0x89' }));
  const settings = { hub, rpc, sequencer: 'http://127.0.0.1:1' };
  const asked = askKnown({ space: 'x.eth', from: '' }, { web: nodeWeb, settings, clock: Date.now });
  await expect(asked).rejects.toMatchObject({
    code: 'block.wrong-network',
    message: expect.stringContaining('137'),
  });
});

describe('pasted settings of a space', () => {
  test.each([
    ['as its page shows them', { ...told, id: undefined }],
    ['as a hub answers', { data: { space: told } }],
  ])('%s', (_, value) => {
    expect(pastedSpace(JSON.stringify(value), 'sensors.example.eth')).toMatchObject({
      id: 'sensors.example.eth',
      network: '1',
      voting: { delay: 3600 },
    });
  });

  test('where privacy is left out the author chooses', () => {
    expect(pastedSpace('{"network":"1"}', 'x.eth').voting.privacy).toBe('any');
  });

  test.each(['', '[]', '{"name":"x"}', '{"network":"1","voting":{"delay":"soon"}}'])(
    '%s is refused',
    (text) => {
      expect(() => pastedSpace(text, 'x.eth')).toThrow(expect.objectContaining({ code: 'space.unreadable' }));
    },
  );
});
