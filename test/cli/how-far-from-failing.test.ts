// Follows docs/how-to/how-far-from-failing.md literally.
import { expect, it } from 'vitest';
import { followPage, printedOn } from './follow-page.ts';

const page = 'how-far-from-failing.md';
const { answers } = await followPage(page);

it('holds commands, and each ends well', () => {
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
});

it('shows what the commands print', () => {
  const printed = answers.map(({ out }) => out).join('\n');
  for (const line of printedOn(page)) expect(printed).toContain(line);
});
