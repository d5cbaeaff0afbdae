// What the stand-in's hub shows of its tables, and what it refuses to be asked.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standin } from '../standin/start-standin.ts';
import { author, clientOf, idOf, now, openScene, post, publish, settings, stranger } from './scene.ts';

let standin: Standin;
beforeAll(async () => {
  standin = await openScene();
});
afterAll(() => standin.close());
beforeEach(() => {
  for (const table of [standin.store.messages, standin.store.proposals, standin.store.votes]) table.splice(0);
  standin.setClock(now * 1000);
  standin.addSpace('standin.eth', settings);
});
const ask = async (query: string, variables: object = {}) =>
  (await post(standin.hubUrl, { query, variables })).answer;
const data = (value: object) => ({ data: value });

describe('a space', () => {
  test('shows what is not set as its default: unset and empty privacy look the same', async () => {
    const query = `query Space($id: String!) { space(id: $id) {
      id network verified turbo hibernated filters { minScore onlyMembers } validation { name params }
      voting { delay period type privacy quorumType } strategies { name network } labels { id } members } }`;
    const shown = {
      id: 'standin.eth',
      network: '1',
      verified: false,
      turbo: false,
      hibernated: false,
      filters: { minScore: 0, onlyMembers: true },
      validation: { name: 'any', params: {} },
      voting: { delay: null, period: null, type: null, privacy: '', quorumType: 'default' },
      strategies: [{ name: 'erc20-balance-of', network: '1' }],
      labels: [],
      members: [author.address],
    };
    expect(await ask(query, { id: 'STANDIN.eth' })).toEqual(data({ space: shown }));
    standin.addSpace('standin.eth', { ...settings, voting: { privacy: '' } });
    expect(await ask(query, { id: 'standin.eth' })).toEqual(data({ space: shown }));
  });
  test('that is not there is null; a score makes `basic` of its validation', async () => {
    expect(await ask('{ space(id: "nobody.eth") { id } }')).toEqual(data({ space: null }));
    standin.addSpace('standin.eth', { ...settings, filters: { minScore: 5 } });
    expect(await ask('{ space(id: "standin.eth") { validation { name } } }')).toEqual(
      data({ space: { validation: { name: 'basic' } } }),
    );
  });
  test('counts its proposals', async () => {
    await publish(standin);
    const counts = '{ space(id: "standin.eth") { proposalsCount1d proposalsCount30d } }';
    expect(await ask(counts)).toEqual(data({ space: { proposalsCount1d: 1, proposalsCount30d: 1 } }));
    standin.setClock((now + 86_400) * 1000);
    expect(await ask(counts)).toEqual(data({ space: { proposalsCount1d: 0, proposalsCount30d: 1 } }));
  });
});

describe('a proposal', () => {
  test('with its state, by the clock', async () => {
    const id = idOf(await publish(standin));
    const state = async (at: number) => {
      standin.setClock(at * 1000);
      return ask('query ($id: String!) { proposal(id: $id) { state link title: body space { name } } }', {
        id,
      });
    };
    const shown = (text: string) =>
      data({
        proposal: {
          state: text,
          link: `https://snapshot.box/#/s:standin.eth/proposal/${id}`,
          title: 'From 24 months to 18.',
          space: { name: 'Stand-in DAO' },
        },
      });
    expect(await state(now + 3600)).toEqual(shown('pending'));
    expect(await state(now + 3601)).toEqual(shown('active'));
    expect(await state(now + 3601 + 3 * 86_400)).toEqual(shown('closed'));
    expect(await ask('{ proposal(id: "0x00") { id } }')).toEqual(data({ proposal: null }));
  });
  test('listed by author in any case, state and space', async () => {
    const id = idOf(await publish(standin));
    const list = `query ($where: ProposalWhere) { proposals(first: 5, where: $where) { id } }`;
    const found = (where: object) => ask(list, { where });
    const one = data({ proposals: [{ id }] });
    expect(
      await found({ author: author.address.toLowerCase(), state: 'pending', space_in: ['Standin.eth'] }),
    ).toEqual(one);
    expect(await found({ state: 'active' })).toEqual(data({ proposals: [] }));
    expect(await found({ author: stranger.address })).toEqual(data({ proposals: [] }));
    expect(await found({ created_gte: now, created_lt: now + 1 })).toEqual(one);
    expect(await found({ author: 'me' })).toEqual({
      data: { proposals: null },
      errors: [{ message: 'Invalid addresses in author', path: ['proposals'] }],
    });
  });
  test('votes and messages', async () => {
    const id = idOf(await publish(standin));
    standin.setClock((now + 3700) * 1000);
    standin.givePower('standin.eth', stranger.address, [7]);
    await clientOf(standin).vote(stranger, stranger.address, {
      space: 'standin.eth',
      proposal: id,
      type: 'basic',
      choice: 2,
      timestamp: now + 3700,
    });
    expect(
      await ask(`query { votes(where: { proposal: "${id}" }) { voter choice vp proposal { scores } }
        messages(orderBy: "mci", orderDirection: asc) { mci type space } }`),
    ).toEqual(
      data({
        votes: [{ voter: stranger.address, choice: 2, vp: 7, proposal: { scores: [0, 7, 0] } }],
        messages: [
          { mci: 1, type: 'proposal', space: 'standin.eth' },
          { mci: 2, type: 'vote', space: 'standin.eth' },
        ],
      }),
    );
  });
});

test('options and networks are those that the sequencer goes by', async () => {
  const answer = JSON.stringify(await ask('{ options { name value } networks { id premium } }'));
  expect(answer).toContain('{"name":"space.default.body_limit","value":"10000"}');
  expect(answer).toContain('{"id":"1","premium":true}');
  expect(answer).toContain('{"id":"250","premium":false}');
});

test('fragments, aliases and defaults are read', async () => {
  expect(
    await ask(`fragment Names on Space { name, ...Ids }  fragment Ids on Space { id }
      query Q($id: String! = "standin.eth") { mine: space(id: $id) { ...Names ... on Space { symbol } } } # end`),
  ).toEqual(data({ mine: { name: 'Stand-in DAO', id: 'standin.eth', symbol: 'SDAO' } }));
});

test.each([
  ['{ space(id: "a") { idd } }', 'Cannot query field "idd" on type "Space".'],
  ['{ spaces { id } }', 'Cannot query field "spaces" on type "Query".'],
  ['{ space { id } }', 'Field "space" argument "id" of type "String!" is required, but it was not provided.'],
  [
    '{ space(id: "a") { voting } }',
    'Field "voting" of type "SpaceVoting" must have a selection of subfields. Did you mean "voting { ... }"?',
  ],
  ['{ options { name { x } } }', 'Field "name" must not have a selection since it has no subfields.'],
  [
    '{ proposals(where: { state_in: ["a"] }) { id } }',
    'Field "state_in" is not defined by type "ProposalWhere".',
  ],
  [
    'query ($id: String!) { space(id: $id) { id } }',
    'Variable "$id" of required type "String!" was not provided.',
  ],
  ['{ space(id: $id) { id } }', 'Variable "$id" is not defined.'],
  ['query ($a: Int) { options { name } }', 'Variable "$a" is never used.'],
  ['{ space(id: "a") { id }', 'Syntax Error: Expected Name, found <EOF>.'],
])('%s', async (query, message) => {
  expect(await post(standin.hubUrl, { query })).toEqual({ status: 400, answer: { errors: [{ message }] } });
});

test('more than 1,000 at once is refused', async () => {
  expect(await ask('{ proposals(first: 1001) { id } }')).toMatchObject({
    errors: [{ message: 'The `first` argument must not be greater than 1000' }],
  });
});
