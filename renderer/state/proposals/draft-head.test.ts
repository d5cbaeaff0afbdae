import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { draftHead, headLine, headList, headValue, withHead } from './draft-head.ts';

const text = '# A title\n\nThe body.\n';
/** As the studio's own process reads it. */
const asYaml = (written: string): unknown =>
  parseDocument(/^---\n([\s\S]*?)\n---\n/.exec(written)?.[1] ?? '', { schema: 'failsafe' }).toJS();

describe('the head of a draft', () => {
  test('is made with its first value and goes with its last', () => {
    const with1 = withHead(text, 'space', 'a.eth');
    expect(with1).toBe('---\nspace: a.eth\n---\n\n# A title\n\nThe body.\n');
    const with2 = withHead(with1, 'block', '12');
    expect(headLine(draftHead(with2), 'block')).toBe(3);
    expect(withHead(withHead(with2, 'space', ''), 'block', '')).toBe(text);
    expect(withHead(text, 'space', '')).toBe(text);
  });

  test('keeps what else stands in it, and its order', () => {
    const given = `---\nspace: a.eth # ours\nchoices:\n  - Yes, please\n  - No\nblock: 1\n---\n${text}`;
    const head = draftHead(given);
    expect(headValue(head, 'space')).toBe('a.eth');
    expect(headList(head, 'choices')).toEqual(['Yes, please', 'No']);
    expect(withHead(given, 'choices', ['A', 'B'])).toBe(
      `---\nspace: a.eth # ours\nchoices: [A, B]\nblock: 1\n---\n${text}`,
    );
  });

  test.each([
    [['For', 'Against', 'Abstain']],
    [['Yes, from 2027', 'No: keep it', '#3 "other"', "It's fine", '']],
    [['Ja – für alle', '[x]', 'a\\b', ' spaced ', 'trailing ']],
    [['']],
  ])('reads back what it writes, as YAML does: %j', (choices) => {
    const written = withHead(text, 'choices', choices);
    expect(asYaml(written)).toEqual({ choices });
    expect(headList(draftHead(written), 'choices')).toEqual(choices);
  });

  test.each([
    'https://forum.example/t/1?a=b#c',
    '0xA88B710FAfFF68e3D7BB4B3DD72c358B5bDb9a18',
    'a: b',
    '# no comment',
    'with space ',
    "'",
    '- x',
  ])('one value likewise: %j', (value) => {
    const written = withHead(text, 'discussion', value);
    expect(asYaml(written)).toEqual({ discussion: value });
    expect(headValue(draftHead(written), 'discussion')).toBe(value);
  });
});
