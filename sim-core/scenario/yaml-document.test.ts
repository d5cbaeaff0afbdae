import { expect, it } from 'vitest';
import { LineCounter } from 'yaml';
import { nameInText } from './name-in-text.ts';
import { yamlDocument } from './yaml-document.ts';

it.each([
  ['deep brackets', '['.repeat(300_000)],
  ['an open quotation mark', `a: "${'x\n'.repeat(100_000)}`],
  ['no YAML', 'a: [1'],
])('%s is no document, and is named as it is', (_, text) => {
  expect(yamlDocument(text)).toBeUndefined();
  expect(nameInText(text, { id: 'mine', base: 'theirs' })).toBe(text);
});

it('knows where its parts stand', () => {
  const lines = new LineCounter();
  const yaml = yamlDocument('a: 1\nb: 2\n', lines);
  expect(yaml?.get('b')).toBe(2);
  expect(lines.lineStarts).toContain(5);
});
