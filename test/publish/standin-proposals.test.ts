// The rules of a new proposal at the stand-in, in the server's order: each once kept and once broken, sent by the
// official client. What the server takes although it should not is held here too.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standin } from '../standin/start-standin.ts';
import type { SpaceRow, SpaceSettings } from '../standin/store.ts';
import {
  admin,
  author,
  lastPosted,
  now,
  openScene,
  type ProposalMessage,
  post,
  proposal,
  publish,
  settings,
  signAgain,
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
/** As `sent`, for values that the client's types or the client itself would not let through. */
async function sentByHand(changed: Record<string, unknown>): Promise<string> {
  await publish(standin, proposal({ title: 'by hand' }));
  const envelope = lastPosted(standin);
  Object.assign(envelope.data.message, changed);
  const { answer } = await post(standin.sequencerUrl, await signAgain(envelope));
  const { error_description } = JSON.parse(JSON.stringify(answer));
  return error_description ?? 'taken';
}
const day = 86_400;

describe('the space', () => {
  const invalid = (fault: string) => `invalid space settings: ${fault}`;
  const cases: [string, Partial<SpaceSettings>, Partial<SpaceRow>, string][] = [
    ['hibernated', {}, { hibernated: true }, invalid('space hibernated')],
    ['a name too long', { name: 'x'.repeat(33) }, {}, invalid('wrong space format')],
    ['a setting that is none', { quorumm: 1 }, {}, invalid('wrong space format')],
    ['no strategy', { strategies: [] }, {}, invalid('wrong space format')],
    ['a test network', { network: '11155111' }, {}, invalid('network not allowed')],
    ['anyone may propose', { filters: {} }, {}, invalid('space missing proposal validation')],
    [
      'an unknown strategy',
      { strategies: [{ name: 'dice' }] },
      {},
      invalid("strategy 'dice' is not a valid strategy"),
    ],
    [
      'a strategy for those who pay',
      { strategies: [{ name: 'delegation' }] },
      {},
      invalid("strategy 'delegation' is only available for pro spaces"),
    ],
    [
      'a ticket for everyone',
      { strategies: [{ name: 'ticket' }] },
      {},
      invalid('space with ticket requires voting validation'),
    ],
    ['a network that is not premium', { network: '250' }, {}, 'space is using a non-premium network'],
    [
      'such a network inside of a strategy',
      { strategies: [{ name: 'whitelist', params: { strategies: [{ network: '250' }] } }] },
      {},
      'space is using a non-premium network',
    ],
  ];
  test.each(cases)('%s', async (_name, changed, state, text) => {
    space(changed, state);
    expect(await sent()).toBe(text);
  });
  test('a strategy that was taken off', async () => {
    standin.world.strategies.set('old', { disabled: true });
    space({ strategies: [{ name: 'old' }] });
    expect(await sent()).toBe(invalid("strategy 'old' is not available anymore"));
  });
  test('one that pays may use any network and strategy', async () => {
    space({ strategies: [{ name: 'delegation', network: '250' }] }, { turbo: true });
    expect(await sent()).toBe('taken');
  });
});

describe('the form', () => {
  const wrong: [string, Record<string, unknown>][] = [
    ['no title', { title: '' }],
    ['a title of 257', { title: 'x'.repeat(257) }],
    ['a discussion that is no link', { discussion: 'forum' }],
    ['no choices', { choices: [] }],
    ['an empty choice', { choices: ['For', ''] }],
    ['a choice of 257', { choices: ['For', 'x'.repeat(257)] }],
    ['eleven labels', { labels: Array.from({ length: 11 }, (_, at) => `l${at}`) }],
    ['a label twice', { labels: ['a', 'a'] }],
    ['a label of nine letters', { labels: ['ninechars'] }],
    ['a label with a dash', { labels: ['a-b'] }],
    ['a type that is none', { type: 'Basic' }],
    ['milliseconds', { start: now * 1000, end: (now + day) * 1000 }],
    ['an app of 25', { app: 'x'.repeat(25) }],
    ['a privacy that is none', { privacy: 'secret' }],
  ];
  test.each(wrong)('%s is refused', async (_name, changed) => {
    expect(await sentByHand(changed)).toBe('wrong proposal format');
  });

  const right: [string, Record<string, unknown>][] = [
    ['a title of 256 emoji, which is 512 units', { title: '💡'.repeat(256) }],
    ['a discussion of 256', { discussion: `https://${'x'.repeat(248)}` }],
    ['ten labels that the space does not know', { labels: Array.from({ length: 10 }, (_, at) => `l${at}`) }],
    ['Copeland, which the client’s types do not know', { type: 'copeland' }],
    ['custom', { type: 'custom' }],
    ['an app of 24', { app: 'x'.repeat(24) }],
    ['shutter', { privacy: 'shutter' }],
    ['no text at all', { body: '' }],
    ['choices that are the same', { choices: ['For', 'For'] }],
    ['one choice', { type: 'single-choice', choices: ['For'] }],
    ['a start in the past', { start: now - 3600 }],
    ['an end before the start', { start: now + 2 * day, end: now + day }],
  ];
  test.each(right)('%s is taken', async (_name, changed) => {
    expect(await sentByHand(changed)).toBe('taken');
  });
});

describe('time and choices', () => {
  test('the end must be after the server’s second', async () => {
    expect(await sent({ start: now - 60, end: now })).toBe('proposal end date must be in the future');
    expect(await sent({ start: now - 60, end: now + 1 })).toBe('taken');
  });
  test('a basic vote has two or three choices', async () => {
    const basic = 'wrong choices for basic type voting';
    expect(await sent({ choices: ['For'] })).toBe(basic);
    expect(await sent({ choices: ['1', '2', '3', '4'] })).toBe(basic);
    expect(await sent({ choices: ['1', '2'] })).toBe('taken');
  });
});

describe('what the space prescribes', () => {
  test('delay, to the second, from the message’s timestamp', async () => {
    space({ voting: { delay: 3600 } });
    expect(await sent({ start: now + 3601 })).toBe('invalid voting delay');
    expect(await sent({ timestamp: now + 1 })).toBe('invalid voting delay');
    expect(await sent({ timestamp: now + 1, start: now + 3601 })).toBe('taken');
    space({ voting: { delay: 0 } });
    expect(await sent({ start: now + 5 })).toBe('taken');
  });
  test('period, to the second', async () => {
    space({ voting: { period: 3 * day } });
    expect(await sent({ end: now + 3600 + 3 * day - 1 })).toBe('invalid voting period');
    expect(await sent()).toBe('taken');
  });
  test('type', async () => {
    space({ voting: { type: 'weighted' } });
    expect(await sent()).toBe('invalid voting type');
    expect(await sent({ type: 'weighted' })).toBe('taken');
  });
  test.each([
    [undefined, ['', 'shutter'], []],
    ['any', ['', 'shutter'], []],
    ['', [''], ['shutter']],
    ['shutter', ['shutter'], ['']],
  ])('privacy %j', async (wanted, taken, refused) => {
    space({ voting: wanted === undefined ? {} : { privacy: wanted } });
    for (const privacy of taken) expect(await sent({ privacy })).toBe('taken');
    for (const privacy of refused) expect(await sent({ privacy })).toBe('not allowed to set privacy');
  });
});

describe('who proposes', () => {
  test('a flagged link is taken and hidden, a malicious one refused, a flagged author refused', async () => {
    standin.world.flaggedLinks.add('https://spam.example');
    standin.world.maliciousLinks.add('https://evil.example/x');
    expect(await sent({ body: 'see https://www.SPAM.example/now' })).toBe('taken');
    expect(standin.store.proposals[0]?.flagged).toBe(true);
    expect(await sent({ body: 'see https://evil.example/x' })).toBe('invalid proposal content');
    standin.world.flaggedAddresses.add(author.address.toLowerCase());
    expect(await sent()).toBe('invalid proposal, please contact support');
    standin.world.flaggedAddresses.clear();
  });
  test('members, moderators and admins alone, in any case', async () => {
    space({ members: [author.address.toLowerCase()], moderators: [stranger.address] });
    expect(await sent()).toBe('taken');
    expect(await sent({}, stranger)).toBe('taken');
    expect(await sent({}, admin)).toBe('taken');
    space();
    expect(await sent({ title: 'again' }, stranger)).toBe('only space authors can propose');
  });
  test('a score, of the space’s own strategies or of others', async () => {
    space({ filters: { minScore: 100 } });
    standin.givePower('standin.eth', stranger.address, [99.9]);
    expect(await sent({}, stranger)).toBe('validation failed');
    standin.givePower('standin.eth', stranger.address, [60, 40]);
    expect(await sent({}, stranger)).toBe('taken');
    space({ filters: {}, validation: { name: 'basic', params: { minScore: 101 } } });
    expect(await sent({ title: 'again' }, stranger)).toBe('validation failed');
    expect(await sent({ title: 'again' })).toBe('taken');
  });
  test('another validation, and one that cannot be asked', async () => {
    space({ filters: {}, validation: { name: 'passport-gated', params: {} } });
    expect(await sent({}, stranger)).toBe('failed to check validation');
    standin.world.validations.set('passport-gated', (address) => address === stranger.address);
    expect(await sent({}, stranger)).toBe('taken');
    space({ filters: {}, members: [], validation: { name: 'passport-gated', params: {} } });
    expect(await sent()).toBe('validation failed');
  });
});

describe('the block', () => {
  test('after the network’s start, and not after its end', async () => {
    const { head } = standin.chain('1');
    expect(await sent({ snapshot: 7_929_875 })).toBe('proposal snapshot must be after network start');
    expect(await sent({ snapshot: 7_929_876 })).toBe('taken');
    expect(await sent({ snapshot: head })).toBe('taken');
    expect(await sent({ snapshot: head + 1 })).toBe('invalid snapshot block');
  });
  test('while the node does not answer', async () => {
    standin.chain('1').up = false;
    expect(await sent()).toBe('unable to fetch block');
    standin.chain('1').up = true;
  });
});

test('the first rule that is broken is the one that is named', async () => {
  space({ voting: { delay: 60, period: 60, type: 'weighted', privacy: 'shutter' } });
  const steps: [Partial<ProposalMessage>, string][] = [
    [
      { end: now - 1, choices: ['1'], body: 'x'.repeat(10_001), snapshot: 1 },
      'proposal end date must be in the future',
    ],
    [{ end: now + 61 }, 'wrong choices for basic type voting'],
    [{ choices: ['1', '2'] }, 'invalid voting delay'],
    [{ start: now + 60 }, 'invalid voting period'],
    [{ end: now + 120 }, 'invalid voting type'],
    [{ type: 'weighted' }, 'not allowed to set privacy'],
    [{ privacy: 'shutter' }, 'proposal snapshot must be after network start'],
    [{ snapshot: 21_999_000 }, 'proposal body length can not exceed 10000 characters'],
    [{ body: 'x'.repeat(10_000) }, 'taken'],
  ];
  let changed: Partial<ProposalMessage> = {};
  for (const [step, text] of steps) {
    changed = { ...changed, ...step };
    expect(await sent(changed)).toBe(text);
  }
});
