// Follows the pages of docs/tutorials literally.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Followed, followPage, printedOn } from './follow-page.ts';

it.each([
  ['design-a-rule.md', 6],
  ['check-a-proposal.md', 3],
  ['analyse-a-network.md', 6],
])('%s: each command ends well and prints what the page shows', async (name, commands) => {
  const page = `tutorials/${name}`;
  const { answers, folder, run } = await followPage(page);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
  expect(answers.length).toBe(commands);
  const printed = answers.map(({ out, err }) => `${out}\n${err}`);
  if (name === 'check-a-proposal.md') printed.push(await verifyTampered(folder, run));
  for (const line of printedOn(page)) expect(printed.join('\n')).toContain(line);
});

/** The last digit of the first claim made one larger, as the page asks for; what verifying that prints. */
async function verifyTampered(folder: string, run: Followed['run']): Promise<string> {
  const text = readFileSync(path.join(folder, 'proposal.md'), 'utf8');
  const claim = /^claim .*\d$/m.exec(text)?.[0] ?? '';
  const changed = claim.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  writeFileSync(path.join(folder, 'tampered.md'), text.replace(claim, changed));
  const answer = await run('npm run -s studio -- verify tampered.md');
  expect(answer.code).toBe(1);
  return answer.out;
}
