// What happens to a proposal after it was taken: updates, votes, cancelling, flags and aliases.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standin } from '../standin/start-standin.ts';
import {
  admin,
  author,
  clientOf,
  idOf,
  now,
  openScene,
  outcomeOf,
  proposal,
  publish,
  settings,
  stranger,
} from './scene.ts';

let standin: Standin;
let id: string;
beforeAll(async () => {
  standin = await openScene();
});
afterAll(() => standin.close());
beforeEach(async () => {
  for (const table of [
    standin.store.messages,
    standin.store.proposals,
    standin.store.votes,
    standin.store.aliases,
  ]) {
    table.splice(0);
  }
  standin.setClock(now * 1000);
  standin.addSpace('standin.eth', settings);
  id = idOf(await publish(standin));
});
const text = async (sent: Promise<unknown>): Promise<string> => {
  const outcome = await outcomeOf(sent);
  return typeof outcome === 'string' ? outcome : 'taken';
};
const kept = () => standin.store.proposals[0];

describe('an update', () => {
  const update = (changed: object = {}, wallet = author) => {
    const { start, end, snapshot, app, ...same } = proposal();
    const message = { ...same, proposal: id, title: 'Halve emissions at once', ...changed };
    return text(clientOf(standin).updateProposal(wallet, wallet.address, message));
  };
  test('changes the text, not the id nor the times', async () => {
    expect(await update()).toBe('taken');
    expect(kept()).toMatchObject({ id, title: 'Halve emissions at once', start: now + 3600, updated: now });
  });
  test.each([
    [{ proposal: `0x${'00'.repeat(32)}` }, 'unknown proposal'],
    [{ title: '' }, 'wrong proposal format'],
    [{ type: 'copeland' }, 'wrong proposal format'],
    [{ choices: ['For'] }, 'wrong choices for "basic" type voting'],
    [{ proposal: 'not an id' }, 'proposal cannot contain whitespace'],
  ])('%j: %s', async (changed, refused) => {
    expect(await update(changed)).toBe(refused);
  });
  test('is the author’s alone, and before the start', async () => {
    expect(await update({}, admin)).toBe('Not the author');
    standin.setClock((now + 3600) * 1000);
    expect(await update()).toBe('taken');
    standin.setClock((now + 3601) * 1000);
    expect(await update({ body: 'later' })).toBe('proposal already started');
  });
  test('is held to the space’s type and privacy', async () => {
    standin.addSpace('standin.eth', { ...settings, voting: { type: 'weighted', privacy: '' } });
    expect(await update({ privacy: 'shutter' })).toBe('not allowed to set privacy');
    expect(await update()).toBe('space voting type mismatch');
  });
});

describe('cancelling', () => {
  const cancel = (wallet = author, proposalId = id) =>
    text(
      clientOf(standin).cancelProposal(wallet, wallet.address, {
        space: 'standin.eth',
        proposal: proposalId,
        timestamp: now,
      }),
    );
  test('is for the author, admins and moderators', async () => {
    expect(await cancel(stranger)).toBe('not authorized to archive proposal');
    expect(await cancel(author, `0x${'00'.repeat(32)}`)).toBe('unknown proposal');
    expect(await cancel(admin)).toBe('taken');
    expect(standin.store.proposals).toEqual([]);
  });
  test('gives the space its place back', async () => {
    await publish(standin, proposal({ title: '2' }));
    await publish(standin, proposal({ title: '3' }));
    expect(await publish(standin, proposal({ title: '4' }))).toBe('proposal limit reached');
    expect(await cancel()).toBe('taken');
    expect(await publish(standin, proposal({ title: '4' }))).toHaveProperty('id');
  });
});

describe('a vote', () => {
  const open = now + 3600;
  const vote = (changed: object = {}, wallet = stranger, timestamp = open) =>
    text(
      clientOf(standin).vote(wallet, wallet.address, {
        space: 'standin.eth',
        proposal: id,
        type: 'basic',
        choice: 1,
        timestamp,
        ...changed,
      }),
    );
  beforeEach(() => {
    standin.setClock(open * 1000);
    standin.givePower('standin.eth', stranger.address, [70]);
    standin.givePower('standin.eth', admin.address, [30]);
  });
  test('counts by power, and a later one takes its place', async () => {
    standin.setClock((open + 60) * 1000);
    expect(await vote()).toBe('taken');
    expect(await vote({ choice: 2 }, admin)).toBe('taken');
    expect(kept()).toMatchObject({ scores: [70, 30, 0], scoresTotal: 100, votes: 2, scoresState: 'pending' });
    expect(await vote({ choice: 3 }, stranger, open + 60)).toBe('taken');
    expect(kept()).toMatchObject({ scores: [0, 30, 70], votes: 2 });
    expect(await vote({ choice: 2 })).toBe('already voted at later time');
  });
  test('only while it is open', async () => {
    expect(await vote({}, stranger, open - 1)).toBe('not in voting window');
    standin.setClock((open - 1) * 1000);
    expect(await vote()).toBe('not in voting window');
    standin.setClock((open + 3 * 86_400 + 1) * 1000);
    expect(await vote({}, stranger, open + 3 * 86_400)).toBe('not in voting window');
  });
  test('for a choice that there is, by someone with power', async () => {
    expect(await vote({ choice: 4 })).toBe('invalid choice');
    expect(await vote({ choice: 0 })).toBe('invalid choice');
    expect(await vote({}, author)).toBe('no voting power');
    expect(await vote({ proposal: `0x${'00'.repeat(32)}` })).toBe('unknown proposal');
    expect(await vote({ reason: 'x'.repeat(5001) })).toBe('wrong vote format');
    expect(await vote({ metadata: `{"a":"${'x'.repeat(2000)}"}` })).toBe('too large metadata');
  });
  test('shares, as text', async () => {
    standin.setClock(now * 1000);
    id = idOf(await publish(standin, proposal({ type: 'weighted', title: 'shares' })));
    standin.setClock((open + 60) * 1000);
    expect(await vote({ type: 'weighted', choice: { 1: 1, 2: 3 } })).toBe('taken');
    expect(standin.store.proposals[1]?.scores).toEqual([17.5, 52.5, 0]);
    expect(await vote({ type: 'weighted', choice: { 9: 1 } })).toBe('invalid choice');
  });
  test('hidden until the end', async () => {
    standin.setClock(now * 1000);
    id = idOf(await publish(standin, proposal({ privacy: 'shutter', title: 'hidden' })));
    standin.setClock((open + 60) * 1000);
    expect(await vote({ privacy: 'shutter', choice: 'plain' })).toBe('invalid choice');
    expect(await vote({ privacy: 'shutter', choice: '0x12', reason: 'why' })).toBe(
      'reason not allowed with shutter',
    );
    expect(await vote({ privacy: 'shutter', choice: '0x12' })).toBe('taken');
  });
});

test('a flag is for those who steer the space, once', async () => {
  const flag = (wallet = admin, timestamp = now) =>
    text(
      clientOf(standin).flagProposal(wallet, wallet.address, {
        space: 'standin.eth',
        proposal: id,
        timestamp,
      }),
    );
  expect(await flag(author)).toBe('not authorized to flag proposal');
  expect(await flag()).toBe('taken');
  expect(await flag(admin, now + 1)).toBe('proposal already flagged');
});

test('an alias serves one address, and cannot name another', async () => {
  const name = (wallet: typeof author, alias: string, from = wallet.address) =>
    text(clientOf(standin).alias(wallet, wallet.address, { alias, from, timestamp: now }));
  expect(await name(author, author.address)).toBe('alias cannot be the same as the address');
  expect(await name(author, stranger.address.toLowerCase())).toBe('wrong alias format');
  expect(await name(author, stranger.address)).toBe('taken');
  expect(await name(admin, stranger.address)).toBe('alias is already linked to another address');
  expect(await name(stranger, admin.address, author.address)).toBe('alias not allowed for the type: alias');
});
