import { describe, expect, test } from 'vitest';
import { knownFor } from './known-for.ts';
import { lineOfField } from './line-of-field.ts';
import type { Around } from './publishing.ts';

const text = '---\nspace: A.eth\nfrom: 0xAB\nblock: 12\n---\n\n# A title\n\nThe body.\n';
const around: Around = {
  ...{ space: 'a.eth', from: '0xab', source: 'hub', at: 0 },
  known: { headBlock: 100, activeOfAuthor: 3 },
};

describe('what is known around a draft', () => {
  test('is nothing where nobody was asked, or about another space', () => {
    expect(knownFor(text, undefined)).toEqual({});
    expect(knownFor(text.replace('A.eth', 'b.eth'), around)).toEqual({});
  });

  test('is of the space and the account that it names, however they are spelled', () => {
    expect(knownFor(text, around)).toEqual({ headBlock: 100, activeOfAuthor: 3 });
  });

  test('says nothing of what another account has proposed', () => {
    expect(knownFor(text.replace('0xAB', '0xCD'), around)).toEqual({ headBlock: 100 });
  });
});

describe('the line on which a field stands', () => {
  test.each([
    ['space', 2],
    ['block', 4],
    ['title', 7],
    ['body', 9],
    ['choices', undefined],
  ] as const)('%s: %s', (field, line) => {
    expect(lineOfField(text, field)).toBe(line);
  });

  test('of a text with neither head nor title is its beginning', () => {
    expect(lineOfField('Only text.', 'title')).toBe(1);
    expect(lineOfField('Only text.', 'body')).toBe(1);
  });
});
