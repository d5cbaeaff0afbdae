import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { smallDocument, smallText } from '../../test/small-scenario.ts';
import type { FileContent } from './file-content.ts';
import { openScenario } from './open-scenario.ts';
import { setInText, writtenInText } from './set-in-text.ts';
import { setParameter } from './set-parameter.ts';

const document = smallDocument();

function textAfter(path: string, written: string): string {
  const set = setInText(document, path, written, 'Tried out.');
  if (!set.ok) throw new Error(set.problems[0]?.message);
  return set.text;
}

/** Lines that are new in the second text. */
const newLines = (before: string, after: string): readonly string[] =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));

it.each([
  [
    'agents.token.supply',
    '5 token',
    ['        supply: { value: 5, unit: token, assumption: Tried out. } # as printed'],
  ],
  ['emission.halving.first', '2020-01-01', ['        first: { value: 2020-01-01, assumption: Tried out. }']],
  ['demand.recorded.burned', '7', ['        burned: { unit: token/week, value: 7, assumption: Tried out. }']],
  ['horizon', '30 day', ['horizon: 30 day']],
  [
    'settlement.burn-and-mint.creditPrice',
    '0.001',
    [
      '      parameters:',
      '        creditPrice: { value: 0.001, unit: USD/credit, assumption: Tried out. }',
    ].slice(1),
  ],
])('%s=%s changes one line, and keeps every comment', (path, written, lines) => {
  const text = textAfter(path, written);
  expect(newLines(smallText, text)).toEqual(lines);
  for (const comment of smallText.match(/#.*/g) ?? []) expect(text).toContain(comment);
});

it.each([
  ['agents.providers.hurdle', '{uniform: {min: 100, max: 300}}'],
  ['emission.net.cap', '{2024-01-02: 1, 2024-01-05: 2}'],
  ['market.recorded.price', '3 USD/token'],
  ['start', '2024-01-05'],
])('%s=%s reads back as what was set', (path, written) => {
  const set = setParameter(document, path, written);
  if (!set.ok) throw new Error('not set');
  expect(smallDocument(textAfter(path, written)).spec).toEqual(set.document.spec);
});

it('refuses what the scenario would refuse', () => {
  expect(setInText(document, 'agents.token.supply', '-5')).toMatchObject({
    ok: false,
    problems: [{ code: 'parameter.out-of-range' }],
  });
});

it('leaves every other line of a shipped scenario as it was', async () => {
  const folder = new URL('../../scenarios/wireless-burn-mint/', import.meta.url);
  const read = async (name: string): Promise<FileContent> => ({
    kind: 'bytes',
    bytes: readFileSync(new URL(name, folder)),
  });
  const opened = await openScenario(read, 'scenario.yaml', 'scenario.yaml');
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const set = setInText(opened.document, 'horizon', '400 day');
  if (!set.ok) throw new Error(set.problems[0]?.message);
  expect(newLines(opened.document.text, set.text)).toEqual(['horizon: 400 day # 119 weeks, to 2025-08-03']);
  expect(set.text.split('\n')).toHaveLength(opened.document.text.split('\n').length);
});

it('writes what is no YAML as it is, so that its reader can refuse it', () => {
  const text = writtenInText(smallText, document.declared, 'agents.token.supply', '[5', 'Tried out.');
  expect(newLines(smallText, text)).toEqual([
    '        supply: { value: "[5", unit: token, assumption: Tried out. } # as printed',
  ]);
});
