// The ways in which the stand-in fails when it is told to, as the official client meets them.

import snapshot from '@snapshot-labs/snapshot.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../standin/faults.ts';
import type { Standin } from '../standin/start-standin.ts';
import { lastPosted, now, openScene, post, publish } from './scene.ts';

let standin: Standin;
beforeAll(async () => {
  standin = await openScene();
});
afterAll(() => standin.close());
beforeEach(() => {
  standin.store.messages.splice(0);
  standin.store.proposals.splice(0);
  standin.setClock(now * 1000);
});
const failing = (fault: Fault) => standin.faults.add('sequencer', fault);
const thrown = () =>
  publish(standin).then(
    () => undefined,
    (error: unknown) => error,
  );

test('a page with 502 reaches the client as a response that is no JSON, and nothing is stored', async () => {
  failing({ kind: 'page', status: 502 });
  expect(await thrown()).toHaveProperty('status', 502);
  expect(standin.store.proposals).toHaveLength(0);
  expect(await publish(standin)).toHaveProperty('id');
});

test('a reply that is lost leaves the proposal there, under the id that was known', async () => {
  failing({ kind: 'drop-reply' });
  expect(await thrown()).toBeInstanceOf(Error);
  const id = snapshot.utils.getHash(lastPosted(standin).data);
  expect((await post(standin.hubUrl, { query: `{ proposal(id: "${id}") { id } }` })).answer).toEqual({
    data: { proposal: { id } },
  });
  expect(await publish(standin)).toBe('duplicate message');
});

test('a request that is lost leaves nothing', async () => {
  failing({ kind: 'drop-request' });
  expect(await thrown()).toBeInstanceOf(Error);
  expect(standin.store.proposals).toHaveLength(0);
});

test('too many requests, maintenance, and an answer that breaks off', async () => {
  failing({ kind: 'rate-limit' });
  expect(await publish(standin)).toMatch(/^too many requests/);
  failing({ kind: 'maintenance' });
  expect(await publish(standin)).toBe('update in progress, try later');
  failing({ kind: 'garbage' });
  expect(await thrown()).toBeInstanceOf(Error);
});

test('a slow answer is answered all the same', async () => {
  failing({ kind: 'slow', ms: 20 });
  expect(await publish(standin)).toHaveProperty('id');
});

test('a clock ten minutes ahead, or behind, shows in the date of every answer', async () => {
  const seconds = Math.floor(Date.now() / 1000);
  standin.skewClock(-600_000);
  const { headers } = await fetch(standin.sequencerUrl);
  expect(Math.abs(Date.parse(headers.get('date') ?? '') / 1000 - (seconds - 600))).toBeLessThan(60);
});

test('each fault is used up by one request at its own door', async () => {
  standin.faults.add('hub', { kind: 'page', status: 500 }, 2);
  const status = async () =>
    (
      await fetch(standin.hubUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{options{name}}"}',
      })
    ).status;
  expect(await publish(standin)).toHaveProperty('id');
  expect([await status(), await status(), await status()]).toEqual([500, 500, 200]);
});

test('the same body while it is under way is not taken twice', async () => {
  await publish(standin);
  standin.store.messages.splice(0);
  standin.store.proposals.splice(0);
  const body = lastPosted(standin);
  const answers = await Promise.all([post(standin.sequencerUrl, body), post(standin.sequencerUrl, body)]);
  expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  expect(standin.store.proposals).toHaveLength(1);
});
