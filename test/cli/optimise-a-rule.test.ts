// Follows docs/how-to/optimise-a-rule.md literally.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, printedOn } from './follow-page.ts';

const page = 'optimise-a-rule.md';
const { folder, answers } = await followPage(page);

it('holds commands, and each ends well', () => {
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
});

it('shows what the commands print', () => {
  const printed = answers.map(({ out }) => out).join('\n');
  for (const line of printedOn(page)) expect(printed).toContain(line);
});

it('finds that less can be minted at little cost', () => {
  const rows = readFileSync(path.join(folder, 'out/front.csv'), 'utf8').trimEnd().split('\n');
  const [header = [], asItIs = [], ...front] = rows.map((row) => row.split(','));
  const at = (name: string, row: readonly string[]): number => Number(row[header.indexOf(name)]);
  const [providers, inflation] = ['providers.active@end', 'supply.inflation@end'];
  const frugal = front.filter(
    (row) =>
      at(providers, row) > 0.95 * at(providers, asItIs) && at(inflation, row) < 0.5 * at(inflation, asItIs),
  );
  expect(frugal.length).toBeGreaterThan(0);
});
