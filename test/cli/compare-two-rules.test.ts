// Follows docs/how-to/compare-two-rules.md literally.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, printedOn } from './follow-page.ts';

const page = 'compare-two-rules.md';
const { folder, answers } = await followPage(page);

it('holds commands, and each ends well', () => {
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
});

it('shows what the commands print', () => {
  const printed = answers.map(({ out }) => out).join('\n');
  for (const line of printedOn(page)) expect(printed).toContain(line);
});

it('writes the files it names', () => {
  for (const name of ['comparison.md', 'measures.csv', 'verdicts.csv', 'groups.csv', 'parameters.csv'])
    expect(existsSync(path.join(folder, 'out', name))).toBe(true);
});
