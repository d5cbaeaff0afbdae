import { describe, expect, it } from 'vitest';
import { checksOf } from './checks.ts';
import { numbersBeside } from './numbers-beside.ts';
import { proposalId } from './proposal-id.ts';
import { proposalText } from './proposal-text.ts';

const block = [
  '```depin-evidence/1',
  `engine    sim-core 1.0.0 sha256:${'a'.repeat(32)}`,
  `base      wireless-burn-mint@3 sha256:${'b'.repeat(32)}`,
  'change    emission.halving.period 24 month -> 18 month',
  'horizon   833d step 1d providers 10000',
  'runs      8 seeds 1..8',
  'claim     providers.active@end p5 145673 p50 147186 p95 147932',
  'claim     verdict.sustainable P 0.5 (base 0.25)',
  `digest    base sha256:${'c'.repeat(32)}`,
  `digest    proposal sha256:${'d'.repeat(32)}`,
  'verify    depin-studio verify proposal.md',
  '```',
].join('\n');
const head = '---\nchoices: Yes, No\ndiscussion: https://forum.example.org/t/1\n---\n';
const good = `${head}# Earlier halving\n\nProviders: 147186.\n\n## Who gains and who loses\n\nNobody.\n\n${block}\n`;
const here = {
  bodyLimit: 10_000,
  engineId: `sha256:${'a'.repeat(64)}`,
  baseDigest: `sha256:${'b'.repeat(64)}`,
};

const wrong = (text: string, against: Parameters<typeof checksOf>[1] = here) =>
  checksOf(text, against)
    .filter(({ standing }) => standing !== 'pass')
    .map(({ id, standing, lines }) => `${id} ${standing} ${lines.join()}`);

describe('checks of a proposal', () => {
  it('find nothing in a good one', () => {
    expect(wrong(good)).toEqual([]);
  });

  it.each([
    ['no title', good.replace('# Earlier halving', 'Earlier halving'), 'title fail 1'],
    ['a title that is too long', good.replace('# Earlier', `# ${'x'.repeat(257)}`), 'title fail 5'],
    [
      'a body that is too long, an emoji counting twice',
      good.replace('Nobody', '😀'.repeat(5000)),
      'body fail 6',
    ],
    ['what is left to write', good.replace('Nobody.', '[to write: who]'), 'written watch 11'],
    ['an empty choice', good.replace('Yes, No', 'Yes, , No'), 'choices fail 2'],
    ['one choice', good.replace('Yes, No', 'Yes'), 'choices fail 2'],
    ['two equal choices', good.replace('Yes, No', 'Yes, yes'), 'choices fail 2'],
    ['a choice that is too long', good.replace('Yes, No', `Yes, ${'n'.repeat(33)}`), 'choices fail 2'],
    ['a script for a link', good.replace('https://forum', 'javascript://forum'), 'discussion fail 3'],
    ['no link', good.replace(/discussion: .*\n/, ''), 'discussion watch '],
    ['nobody who loses', good.replace('## Who gains and who loses', '## Who gains'), 'losers fail '],
    ['a number that is nearly a claim', good.replace('147186.', '147189.'), 'numbers watch 7'],
    [
      'a line of evidence that cannot be read',
      good.replace('runs      8', 'runs      eight'),
      'evidence-0 fail 18',
    ],
  ])('find %s', (_, text, expected) => {
    expect(wrong(text)).toContain(expected);
  });

  it('hold the evidence against what is here', () => {
    expect(wrong(good, { ...here, engineId: 'sha256:other' })).toEqual(['engine watch 14']);
    expect(wrong(good, { ...here, baseDigest: 'sha256:other' })).toEqual(['base fail 15']);
    expect(wrong(good, { ...here, baseDigest: 'missing' })).toEqual(['base fail 15']);
    expect(wrong(good, { ...here, stale: true })).toEqual(['stale fail 16']);
  });

  it('tell that nothing is known of unsourced values', () => {
    const text = good.replace('Nobody.', 'Nobody.\n\n## Assumptions by influence\n\nNot computed. `command`');
    expect(wrong(text)).toEqual(['unsourced watch 13']);
  });
});

describe('a proposal as a venue takes it', () => {
  it('has a title, a body without it, choices and a discussion', () => {
    expect(proposalText('---\nchoices: A, B\n---\n# T\n\nBody\n')).toEqual({
      ...{ title: 'T', titleLine: 4, body: 'Body', choices: ['A', 'B'], discussion: '', headLines: 3 },
    });
    expect(proposalText('Body only')).toMatchObject({
      title: '',
      body: 'Body only',
      choices: ['For', 'Against', 'Abstain'],
    });
  });

  it('is named after its title', () => {
    expect(proposalId('# Ünder 24 → 18 months!\n')).toBe('under-24-18-months');
    expect(proposalId('no heading')).toBe('proposal');
  });
});

it('numbers with groups and a minus of print are those of claims too', () => {
  const claims = [
    {
      kind: 'quantiles' as const,
      of: 'proposal' as const,
      measure: 'a.b@end',
      values: [{ percent: 50, value: '-36075.5' }],
    },
  ];
  expect(numbersBeside('−36,075.5 and 12', claims)).toEqual({ same: 1, near: [] });
  expect(numbersBeside('```\n-36075.6\n```', claims)).toEqual({ same: 0, near: [] });
});
