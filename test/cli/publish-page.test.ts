// Follows docs/how-to/publish-a-proposal.md literally, as far as it needs no network.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import snapshot from '@snapshot-labs/snapshot.js';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('publish-a-proposal.md');
const { folder } = page;

holdsWhatItSays(page, 2);

it('exports what has the id that was kept', () => {
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const { id, state } = read('halve-sooner.publication.json');
  expect(state).toBe('prepared');
  expect(snapshot.utils.getHash(read('halve-sooner.typed-data.json'))).toBe(id);
});
