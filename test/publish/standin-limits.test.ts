// How many proposals, and how long: the limits of the stand-in, which depend on the kind of space.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standin } from '../standin/start-standin.ts';
import type { SpaceRow, SpaceSettings } from '../standin/store.ts';
import {
  admin,
  author,
  now,
  openScene,
  type ProposalMessage,
  proposal,
  publish,
  settings,
  stranger,
} from './scene.ts';

let standin: Standin;
beforeAll(async () => {
  standin = await openScene();
});
afterAll(() => standin.close());
beforeEach(() => {
  standin.store.messages.splice(0);
  standin.store.proposals.splice(0);
  standin.setClock(now * 1000);
  space();
});

const space = (changed: Partial<SpaceSettings> = {}, state: Partial<SpaceRow> = {}) =>
  standin.addSpace('standin.eth', { ...settings, ...changed }, state);
const sent = async (changed: Partial<ProposalMessage> = {}, wallet = author): Promise<string> => {
  const outcome = await publish(standin, proposal(changed), wallet);
  return typeof outcome === 'string' ? outcome : 'taken';
};
const day = 86_400;

describe('how many', () => {
  const kinds: [string, Partial<SpaceRow>, number][] = [
    ['a flagged space', { flagged: true }, 1],
    ['a space', {}, 3],
    ['a verified space, flagged or not', { verified: true, flagged: true }, 20],
    ['a turbo space', { turbo: true, verified: true }, 40],
  ];
  test.each(kinds)('%s has its limit a day', async (_name, state, limit) => {
    space({}, state);
    for (let at = 0; at < limit; at += 1) expect(await sent({ title: `${at}` })).toBe('taken');
    expect(await sent()).toBe('proposal limit reached');
    standin.setClock((now + day) * 1000);
    expect(await sent({ timestamp: now + day })).toBe('taken');
  });
  test('an ecosystem has its own', async () => {
    standin.store.options.set('space.ecosystem.list', 'other.eth,standin.eth');
    for (let at = 0; at < 4; at += 1) expect(await sent({ title: `${at}` })).toBe('taken');
    standin.store.options.set('space.ecosystem.list', '');
  });
  test('and 30 days', async () => {
    for (let at = 0; at < 15; at += 1) {
      standin.setClock((now + at * day) * 1000);
      expect(await sent({ timestamp: now + at * day, end: now + 40 * day })).toBe('taken');
    }
    standin.setClock((now + 16 * day) * 1000);
    expect(await sent({ timestamp: now + 16 * day, end: now + 40 * day })).toBe('proposal limit reached');
  });
  test('ten that have not ended from one who is no member, over all spaces', async () => {
    const open = { filters: { minScore: 1 }, members: [] };
    space(open, { turbo: true });
    standin.addSpace('second.eth', { ...settings, ...open }, { turbo: true });
    for (const id of ['standin.eth', 'second.eth']) standin.givePower(id, stranger.address, [1]);
    for (let at = 0; at < 10; at += 1) expect(await sent({ title: `${at}` }, stranger)).toBe('taken');
    const limit = 'active proposal limit reached for author';
    expect(await sent({ space: 'second.eth' }, stranger)).toBe(limit);
    expect(await sent({}, admin)).toBe('taken');
    standin.setClock((now + 3600 + 3 * day) * 1000);
    expect(await sent({ timestamp: now + 3 * day, end: now + 5 * day }, stranger)).toBe('taken');
  });
});

describe('length', () => {
  test('the body in UTF-16 units: an emoji is two', async () => {
    const limit = 'proposal body length can not exceed 10000 characters';
    expect(await sent({ body: '💡'.repeat(5000) })).toBe('taken');
    expect(await sent({ body: `${'💡'.repeat(5000)}x` })).toBe(limit);
    space({}, { turbo: true });
    expect(await sent({ body: 'x'.repeat(40_000) })).toBe('taken');
  });
  test('choices', async () => {
    const choices = Array.from({ length: 21 }, (_, at) => `${at}`);
    expect(await sent({ type: 'approval', choices })).toBe('number of choices can not exceed 20');
    expect(await sent({ type: 'approval', choices: choices.slice(1) })).toBe('taken');
  });
});
