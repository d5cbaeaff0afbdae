import fc from 'fast-check';
import type { PreflightFacts } from '../../main/services/publish/preflight/facts.ts';
import { factsOf } from '../../main/services/publish/preflight/preflight.ts';
import { testDraft, testKnown, testSpace } from './drafts.ts';

type Facts = { -readonly [Key in keyof PreflightFacts]: PreflightFacts[Key] };

/** Changes one thing of sound facts: to a value just inside a rule, or just outside. */
type Twist = fc.Arbitrary<(facts: Facts) => void>;

const day = 86_400;
const now = 1_790_000_000;
const other = '0x9d2136Ec2b93d5A6A2BD7d1bd1B1ede1eC9A9f79';

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Of the message; the typed data follow it. */
const said = (values: fc.Arbitrary<Partial<PreflightFacts['message']>>): Twist =>
  values.map((changed) => (facts) => {
    facts.message = { ...facts.message, ...changed };
  });

const space = (values: fc.Arbitrary<Partial<typeof testSpace>>): Twist =>
  values.map((changed) => (facts) => {
    if (facts.space === undefined) return;
    facts.space = { ...facts.space, ...changed };
    facts.known = { ...facts.known, space: facts.space };
  });

const known = (values: fc.Arbitrary<Partial<PreflightFacts['known']>>): Twist =>
  values.map((changed) => (facts) => {
    facts.known = { ...facts.known, ...changed };
    facts.space = facts.known.space ?? undefined;
  });

/** A fact that nobody asked for. */
const unasked = (key: keyof PreflightFacts['known']): Twist =>
  fc.constant((facts: Facts) => {
    const known: { -readonly [Key in keyof PreflightFacts['known']]: PreflightFacts['known'][Key] } = {
      ...facts.known,
    };
    delete known[key];
    facts.known = known;
    facts.space = known.space ?? undefined;
  });

const shift = (key: 'start' | 'end' | 'timestamp', by: fc.Arbitrary<number>): Twist =>
  by.map((seconds) => (facts) => {
    facts.message = { ...facts.message, [key]: facts.message[key] + seconds };
  });

const other3 = ['Yes', 'No', 'Later'];
const names = (count: number) => Array.from({ length: count }, (_, index) => `Choice ${index + 1}`);

const twists: readonly Twist[] = [
  said(one('', '0x12', `${other.slice(0, -1)}8`, other).map((from) => ({ from }))),
  said(one(0, 1, 255, 256, 257).map((n) => ({ title: 'é'.repeat(n) }))),
  said(one(256, 257).map((n) => ({ title: '😀'.repeat(n) }))),
  // Around both limits: an emoji counts two.
  said(one(4999, 5000, 5001).map((n) => ({ body: `${'😀'.repeat(n - 1)}ab` }))),
  said(one('', '   ', '**--**', 'x').map((body) => ({ body }))),
  said(one(9999, 10_000, 10_001, 39_999, 40_001, 98_000, 99_900).map((n) => ({ body: 'a'.repeat(n) }))),
  said(
    one(
      '',
      'ftp://x',
      'forum.example/t/1',
      'ipfs://bafy',
      `https://${'a'.repeat(248)}`,
      `https://${'a'.repeat(249)}`,
    ).map((discussion) => ({ discussion })),
  ),
  said(
    one<readonly string[]>(
      [],
      ['For'],
      ['For', 'Against'],
      other3,
      names(4),
      ['For', ' for '],
      ['For', ''],
      names(20),
      names(21),
      ['For', 'x'.repeat(256)],
      ['For', 'x'.repeat(257)],
    ).map((choices) => ({ choices })),
  ),
  said(
    one<readonly string[]>(
      ['abc12345'],
      ['Treasury'],
      ['abc12345', 'abc12345'],
      ['a-b'],
      ['abc123456'],
      [''],
      names(11),
    ).map((labels) => ({ labels })),
  ),
  said(one('basic', 'approval', 'copeland', 'custom', 'quorum', '').map((type) => ({ type }))),
  said(one('', 'shutter', 'any').map((privacy) => ({ privacy }))),
  said(one('{}', '{"a":1}', '[]', 'null', 'no', '').map((plugins) => ({ plugins }))),
  said(one('a'.repeat(24), 'a'.repeat(25)).map((app) => ({ app }))),
  said(one('Sensors.example.eth', 'sensors example.eth', '', 'other.eth').map((id) => ({ space: id }))),
  said(one(0, 7_929_875, 7_929_876, 21_000_000, 21_000_001, -1, 1.5).map((snapshot) => ({ snapshot }))),
  said(one(10, 11).map((count) => ({ labels: Array.from({ length: count }, (_, index) => `L${index}`) }))),
  said(one(1e9 - 1, 1e9, 2e9, 2e9 + 1).map((start) => ({ start }))),
  said(one(1e9, 2e9, 2e9 + 1).map((end) => ({ end }))),
  said(one(now * 1000, 1.79e9 + 0.5, 5, 2e9 + 1).map((start) => ({ start }))),
  shift('timestamp', one(300, 301, -6 * day, -6 * day - 1)),
  shift('start', one(-3601, -3600, 1, 366 * day - 3600, 366 * day - 3599)),
  shift('end', one(-1, -259_200, -262_800, -262_801, 366 * day - 259_200, 366 * day - 259_199)),
  space(
    fc.record({
      voting: fc.record({
        delay: one(0, 3600, 7200),
        period: one(0, 259_200, 60),
        type: one('', 'basic', 'approval'),
        privacy: one('any', '', 'shutter'),
      }),
    }),
  ),
  space(one(true, false).map((hibernated) => ({ hibernated }))),
  space(
    fc.record({ network: one('1', '11155111', '137'), strategyNetworks: one(['1'], ['137'], ['1', '137']) }),
  ),
  space(fc.record({ turbo: fc.boolean(), verified: fc.boolean(), flagged: fc.boolean() })),
  space(
    fc.record({
      onlyMembers: fc.boolean(),
      members: one<readonly string[]>([], [testDraft.from.toLowerCase()], [other.toLowerCase()]),
      validation: one('any', 'basic', 'passport-gated'),
      minScore: one(0, 100),
    }),
  ),
  space(
    fc.record({
      proposalsInDay: one(0, 1, 2, 3, 20, 40),
      proposalsInMonth: one(4, 5, 14, 15, 99, 100, 199, 200),
      verified: fc.boolean(),
      flagged: fc.boolean(),
    }),
  ),
  fc.constant((facts: Facts) => {
    if (facts.space === undefined) return;
    const { proposalsInDay: _, ...rest } = facts.space;
    facts.space = rest;
    facts.known = { ...facts.known, space: rest };
  }),
  known(one({ space: null }, { space: { ...testSpace, id: 'another.eth' } })),
  known(one(9, 10).map((activeOfAuthor) => ({ activeOfAuthor }))),
  known(one(299, 300, 301, -600, 600, 6 * day, 6 * day + 1).map((clockAhead) => ({ clockAhead }))),
  known(one(true, false).map((onMainnet) => ({ onMainnet }))),
  known(
    one({ limits: { 'space.default.body_limit': 100 } }, { limits: { 'space.default.choices_limit': 2 } }),
  ),
  ...(['space', 'premiumNetworks', 'activeOfAuthor', 'headBlock', 'onMainnet', 'limits'] as const).map(
    unasked,
  ),
  one<PreflightFacts['target']>('mainnet', 'testnet', 'other').map((target) => (facts) => {
    facts.target = target;
  }),
  one(other, testDraft.from.toLowerCase()).map((signer) => (facts) => {
    facts.signer = signer;
  }),
  one(other, testDraft.from).map((recovered) => (facts) => {
    facts.recovered = recovered;
  }),
  fc.boolean().map((published) => (facts) => {
    facts.published = published;
  }),
  fc.constant((facts: Facts) => {
    facts.blockGiven = false;
  }),
];

/** Of the typed data themselves, as a file that came back may hold them. */
const dataTwists: readonly Twist[] = [
  one<PreflightFacts['data']['domain']>(
    { name: 'snapshot', version: '0.1.4', chainId: 1 },
    { name: 'snapshot', version: '0.1.5' },
  ).map((domain) => (facts) => {
    facts.data = { ...facts.data, domain };
  }),
  fc.constant((facts: Facts) => {
    const [first, ...rest] = facts.data.types.Proposal ?? [];
    facts.data = { ...facts.data, types: { Proposal: first === undefined ? [] : [...rest, first] } };
  }),
];

/** Facts around drafts with up to four defects, or none. */
export const factsWithDefects: fc.Arbitrary<PreflightFacts> = fc
  .tuple(
    fc.array(fc.oneof(...twists), { maxLength: 4 }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(() => {}) },
      { weight: 1, arbitrary: fc.oneof(...dataTwists) },
    ),
  )
  .map(([some, last]) => {
    const facts: Facts = { ...factsOf({ draft: testDraft, known: testKnown, target: 'mainnet', now }) };
    for (const twist of some) twist(facts);
    facts.data = { ...facts.data, message: { ...facts.message } };
    last(facts);
    return facts;
  });
