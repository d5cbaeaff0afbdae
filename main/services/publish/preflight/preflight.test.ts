import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testDraft, testKnown, testSpace } from '../../../../test/publish/drafts.ts';
import { factsWithDefects } from '../../../../test/publish/drafts-with-defects.ts';
import { ruleOracle } from '../../../../test/publish/rule-oracle.ts';
import type { PreflightFacts } from './facts.ts';
import { factsOf, mayBeSigned, type PreflightInput, preflight } from './preflight.ts';
import { preflightRules } from './rules.ts';

const standings = { no: 'refused', '?': 'unknown' } as const;

const expected = (facts: PreflightFacts): readonly string[] =>
  ruleOracle.flatMap(([rule, judge]) => {
    const verdict = judge(facts);
    return verdict === '' ? [] : [`${rule} ${standings[verdict]}`];
  });

const found = (facts: PreflightFacts, rules = preflightRules): readonly string[] =>
  preflight(facts, rules).map(({ rule, standing }) => `${rule} ${standing}`);

const sampled = fc.sample(factsWithDefects, { numRuns: 4000, seed: 7 });

const input = (changes: Partial<PreflightInput['draft']> = {}): PreflightInput => ({
  draft: { ...testDraft, ...changes },
  known: testKnown,
  target: 'mainnet',
  now: 1_790_000_000,
});
const findings = (changes: Partial<PreflightInput['draft']>) => preflight(factsOf(input(changes)));

test('a sound draft breaks no rule', () => {
  expect(findings({})).toEqual([]);
});

test('for generated drafts the rules say what their list says, in its order', () => {
  fc.assert(
    fc.property(factsWithDefects, (facts) => {
      expect(found(facts)).toEqual(expected(facts));
    }),
    { numRuns: 3000, seed: 11 },
  );
});

describe('without a rule the list is not met', () => {
  test.each(preflightRules.map(({ id }) => id))('%s', (id) => {
    const rest = preflightRules.filter((rule) => rule.id !== id);
    expect(sampled.some((facts) => found(facts, rest).join() !== expected(facts).join())).toBe(true);
  });
});

describe('a rule that always or never objects is noticed', () => {
  test.each(preflightRules.map(({ id }) => id))('%s', (id) => {
    const objects = sampled.filter((facts) => expected(facts).some((line) => line.startsWith(`${id} `)));
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.length).toBeLessThan(sampled.length);
    for (const facts of objects) expect(found(facts)).toEqual(expected(facts));
  });
});

test('every finding says what is wrong, what was looked at and what to do', () => {
  for (const facts of sampled.slice(0, 1500)) {
    for (const { message, value, fix } of preflight(facts)) {
      expect(message).toMatch(/^[A-Z].*[.?]$/s);
      expect(fix).toMatch(/^[A-Z].*[.)]$/s);
      expect(value).not.toBe('');
    }
  }
});

test('an envelope may be as large as the server takes, and no larger', () => {
  const { data } = factsOf(input());
  const sized = (length: number) => {
    const facts = factsOf(
      input({ body: 'a'.repeat(length - JSON.stringify(data).length + testDraft.body.length) }),
    );
    return preflight(facts).some(({ rule }) => rule === 'envelope.size');
  };
  expect([sized(99_750), sized(99_751)]).toEqual([false, true]);
});

test('an emoji counts two in the body, and one in the title', () => {
  expect(findings({ body: `${'😀'.repeat(5000)}` }).map(({ rule }) => rule)).toEqual(['body.text']);
  expect(findings({ body: `a${'😀'.repeat(5000)}` })).toMatchObject([
    {
      rule: 'body.length',
      value: '10001 of 10000',
      message: expect.stringContaining('1 characters too long'),
    },
  ]);
  expect(findings({ title: '😀'.repeat(256) })).toEqual([]);
});

test('a mixed-case space is refused with the id to write', () => {
  expect(findings({ space: 'Sensors.Example.eth' })).toMatchObject([
    { rule: 'space.case', standing: 'refused', fix: 'Write sensors.example.eth.' },
  ]);
});

test('times are computed from the space, to the second', () => {
  const { message } = factsOf(input());
  expect(message).toMatchObject({ timestamp: 1_790_000_000, start: 1_790_003_600, end: 1_790_262_800 });
  const of = (period: number, said?: number) => {
    const space = { ...testSpace, voting: { ...testSpace.voting, period } };
    const asked = { ...input(said === undefined ? {} : { period: said }), known: { ...testKnown, space } };
    const { start, end } = factsOf(asked).message;
    return end - start;
  };
  // The space's own; three days where it has none; what the author says before both.
  expect([of(60), of(0), of(60, 90)]).toEqual([60, 259_200, 90]);
});

test('a clock that is 10 minutes fast is told, and nothing is signed', () => {
  const fast = { ...input(), known: { ...testKnown, clockAhead: -600 } };
  const told = preflight(factsOf(fast));
  expect(told).toMatchObject([{ rule: 'timestamp.window', message: expect.stringContaining('600 s ahead') }]);
  expect(mayBeSigned(told)).toBe(false);
});

test('findings tell what was given, and what was likely meant', () => {
  const first = (changes: Parameters<typeof findings>[0], rule: string) =>
    findings(changes).find((finding) => finding.rule === rule);
  expect(first({ from: '0x12' }, 'author.address')?.value).toBe('0x12');
  expect(first({ start: 1_790_003_600_000 }, 'times.seconds')?.message).toContain('milliseconds');
  expect(first({ start: 5 }, 'times.seconds')?.message).not.toContain('milliseconds');
  expect(first({ labels: ['treasury'] }, 'labels.known')?.fix).toContain('abc12345');
  expect(first({ labels: ['nothing'] }, 'labels.known')?.fix).toBe('It has abc12345 (Treasury).');
  const told = (space: Partial<typeof testSpace>) =>
    preflight(factsOf({ ...input(), known: { ...testKnown, space: { ...testSpace, ...space } } }));
  expect(told({ voting: { ...testSpace.voting, privacy: 'shutter' } })).toMatchObject([
    {
      value: 'none',
      message: 'Votes of this space are private by shutter.',
      fix: 'Set the privacy to shutter.',
    },
  ]);
  expect(told({ validation: 'basic', minScore: 100 })[0]?.message).toContain('voting power of 100');
  expect(told({ validation: 'passport-gated' })[0]?.message).toContain('passport-gated');
  const open = { ...input({ privacy: 'shutter' }), known: { ...testKnown, space: openSpace } };
  expect(preflight(factsOf(open))).toMatchObject([
    { rule: 'voting.privacy', value: 'shutter', fix: 'Leave the privacy empty.' },
  ]);
});

const openSpace = { ...testSpace, voting: { ...testSpace.voting, privacy: '' } };

test('a practice proposal for a space of the main network is refused', () => {
  const practice = { ...input(), target: 'testnet', known: { ...testKnown, onMainnet: true } } as const;
  expect(preflight(factsOf(practice))).toMatchObject([{ rule: 'replay', standing: 'refused' }]);
});

test('what is not known is said to be so, and does not stop signing', () => {
  const offline = { ...input(), known: { space: testSpace } };
  const told = preflight(factsOf(offline));
  expect(told.map(({ rule }) => rule)).toEqual(['space.networks', 'block.exists', 'limit.author']);
  expect(mayBeSigned(told)).toBe(true);
});
