// Follows docs/how-to/send-a-proposal.md literally: the sender's side on one computer, what another sees on a second.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, notPrinted } from './follow-page.ts';
import { fresh, studio } from './studio.ts';

const page = await followPage('send-a-proposal.md');
const { name, folder, answers } = page;

it('holds commands, and each ends well', () => {
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
  expect(answers).toHaveLength(6);
});

it('shows what its commands print, on the computer of the one who sends and of one who has nothing of it', async () => {
  const elsewhere = await studio(['verify', 'proposal.md'], folder, { DEPIN_STUDIO_HOME: fresh('home') });
  expect(elsewhere.code).toBe(2);
  expect(notPrinted(name, [...answers, elsewhere])).toEqual([]);
});

it('writes a lost bundle again, byte for byte', () => {
  const [bundle = 'none'] = readdirSync(folder).filter((file) => file.endsWith('.car'));
  const again = readFileSync(path.join(folder, 'again', bundle));
  expect(again.equals(readFileSync(path.join(folder, bundle)))).toBe(true);
});
