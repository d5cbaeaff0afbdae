import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { readDraft } from '../../publish/draft/read-draft.ts';
import { markdownOf } from '../source/text-in.ts';
import { draftSections } from './draft-sections.ts';
import { neutralFiles } from './neutral-files.ts';
import { shortenDraft } from './shorten-draft.ts';

const hash = `sha256:${'0'.repeat(32)}`;
const block = `\`\`\`depin-evidence/1
engine    sim-core 1.0.0 ${hash}
base      small@1 ${hash}
change    agents.token.supply 1 token -> 2 token
horizon   20d step 1d providers 50
runs      3 seeds 1..3
claim     supply.circulating@end p50 2
digest    base ${hash}
digest    proposal ${hash}
verify    depin-studio verify proposal.md
\`\`\``;

const section = (heading: string, length: number) => `## ${heading}\n\n${'x'.repeat(length)}`;
const draft = `---
choices: [Yes, No]
discussion: https://forum.example/1
---

# Two tokens

${section('Summary', 50)}

${section('Parameters', 50)}

## Who gains and who loses

These lose clearly: A.

| table |
| --- |
${'| row |\n'.repeat(30)}
${section('Under stress', 300)}

${section('My own words', 200)}

## How to verify

\`\`\`text
## no heading
\`\`\`

${block}
`;

const bodyOf = (text: string) => readDraft(text, {}, 'draft.md').body;

describe('a draft', () => {
  it('is taken apart at its headings, not inside fences', () => {
    const { top, sections } = draftSections(draft);
    expect(top.trim().endsWith('# Two tokens')).toBe(true);
    expect(sections.map(({ heading }) => heading)).toEqual([
      ...[
        'Summary',
        'Parameters',
        'Who gains and who loses',
        'Under stress',
        'My own words',
        'How to verify',
      ],
    ]);
    expect(`${top}${sections.map(({ text }) => text).join('\n\n')}\n`.replaceAll(/\n+/g, '\n')).toBe(
      draft.replaceAll(/\n+/g, '\n'),
    );
  });
});

describe('a short body', () => {
  const whole = bodyOf(draft).length;

  it('is the draft itself where that fits, to the last unit', () => {
    const { moved, length } = shortenDraft(draft, { most: whole });
    expect([moved, length]).toEqual([[], whole]);
    expect(shortenDraft(draft, { most: whole - 1 }).moved).toEqual(['Under stress']);
  });

  it.each([1100, 1000, 955])('fits into %d units and keeps what has to stay', (most) => {
    const short = shortenDraft(draft, { most });
    const body = bodyOf(short.text);
    expect(body).toHaveLength(short.length);
    expect(body.length).toBeLessThanOrEqual(most);
    for (const kept of [
      '## Summary',
      '## Parameters',
      'These lose clearly: A.',
      short.cid,
      `(ipfs://${short.cid})`,
    ])
      expect(body).toContain(kept);
    for (const heading of short.moved) expect(short.annex).toContain(`## ${heading}\n`);
    expect(parseEvidence(short.text)).toMatchObject({ ok: true });
    expect(readDraft(short.text, {}, '')).toMatchObject({ title: 'Two tokens', choices: ['Yes', 'No'] });
  });

  it('takes back what fits once something larger has left', () => {
    const small = draft.replace('## My own words', '## Charts\n\nOne.\n\n## My own words');
    expect(shortenDraft(small, { most: bodyOf(small).length - 20 }).moved).toEqual(['Under stress']);
  });

  it('counts an emoji as two, as Snapshot does', () => {
    const text = draft.replace('x'.repeat(50), '🛰'.repeat(50));
    expect(shortenDraft(text, { most: whole + 50 }).moved).toEqual([]);
    expect(shortenDraft(text, { most: whole + 49 }).moved).not.toEqual([]);
  });

  it('names the annex by its bytes, and where the author says that it is', () => {
    const { cid, annex, text } = shortenDraft(draft, { most: 1000, link: 'https://forum.example/annex.md' });
    expect(text).toContain('[annex](https://forum.example/annex.md)');
    expect(annex.startsWith('# Two tokens\n')).toBe(true);
    expect(cid).toMatch(/^bafkrei[a-z2-7]{52}$/);
    expect(shortenDraft(`${draft} `, { most: 1000 }).cid).toBe(cid);
    expect(shortenDraft(draft.replace('lose clearly', 'loose clearly'), { most: 1000 }).cid).not.toBe(cid);
    // Of the bytes of "hello\n", as `ipfs add --cid-version 1` names them.
    expect(shortenDraft('hello', { most: 1000 }).cid).toBe(
      'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am',
    );
  });

  it('of what is too long whatever leaves is refused, with what to shorten', () => {
    const long = draft.replace('x'.repeat(50), 'x'.repeat(2000));
    expect(() => shortenDraft(long, { most: 1500 })).toThrow(
      /What has to stay in the body has \d+ characters/,
    );
  });
});

describe('a proposal for another venue', () => {
  it('is Markdown that says all, and JSON whose text can be verified', () => {
    const [markdown, json] = neutralFiles(draft, 'two');
    expect([markdown?.name, json?.name]).toEqual(['two.neutral.md', 'two.neutral.json']);
    expect(markdown?.text).toMatch(/^# Two tokens\n\n## Summary\n/);
    expect(markdown?.text).toContain('- Choices: Yes, No\n- Discussion: https://forum.example/1\n');
    const read = JSON.parse(json?.text ?? '');
    expect(read).toMatchObject({
      ...{ kind: 'depin-proposal/1', title: 'Two tokens', choices: ['Yes', 'No'], summary: 'x'.repeat(50) },
      evidence: {
        base: { id: 'small' },
        changes: ['agents.token.supply 1 token -> 2 token'],
        claims: ['supply.circulating@end p50 2'],
      },
    });
    expect(parseEvidence(markdownOf(json?.text ?? '') ?? '')).toMatchObject({ ok: true });
  });
});
