// Follows docs/how-to/publish-a-proposal.md literally, as far as it needs no network.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import snapshot from '@snapshot-labs/snapshot.js';
import { expect, it } from 'vitest';
import { followPage, printedOn } from './follow-page.ts';

const page = 'publish-a-proposal.md';
const { folder, answers, answerTo } = await followPage(page);

it('holds commands, and each ends well', () => {
  expect(answers).toHaveLength(2);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
});

it('shows what its command prints: run it, and paste what it says where this fails', () => {
  const printed = answerTo('--dry-run')?.out.split('\n') ?? [];
  for (const line of printedOn(page)) expect(printed).toContain(line);
});

it('exports what has the id that was kept', () => {
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const { id, state } = read('halve-sooner.publication.json');
  expect(state).toBe('prepared');
  expect(snapshot.utils.getHash(read('halve-sooner.typed-data.json'))).toBe(id);
});
