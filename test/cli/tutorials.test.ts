// Follows the pages of docs/tutorials literally.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Followed, followPage, notPrinted } from './follow-page.ts';
import type { Answered } from './studio.ts';

it.each([
  ['design-a-rule.md', 6],
  ['check-a-proposal.md', 3],
  ['analyse-a-network.md', 6],
])(
  '%s: each command ends well and prints what the page shows',
  async (name, commands) => {
    const page = `tutorials/${name}`;
    const { answers, folder, run } = await followPage(page);
    expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
    expect(answers).toHaveLength(commands);
    const more = name === 'check-a-proposal.md' ? [await verifyTampered(folder, run)] : [];
    expect(notPrinted(page, [...answers, ...more])).toEqual([]);
  },
  // A quarter of an hour of a person's time: much for a slow computer too.
  400_000,
);

/** The last digit of the first claim made one larger, as the page asks for; what verifying that prints. */
async function verifyTampered(folder: string, run: Followed['run']): Promise<Answered> {
  const text = readFileSync(path.join(folder, 'proposal.md'), 'utf8');
  const claim = /^claim .*\d$/m.exec(text)?.[0] ?? '';
  const changed = claim.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  writeFileSync(path.join(folder, 'tampered.md'), text.replace(claim, changed));
  const answer = await run('npm run -s studio -- verify tampered.md');
  expect(answer.code).toBe(1);
  return answer;
}
