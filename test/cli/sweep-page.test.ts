// Follows docs/how-to/sweep.md literally.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('sweep.md');
const { folder, answerTo } = page;

holdsWhatItSays(page, 6);

it('says beforehand what it costs, and simulates no seed twice', () => {
  expect(answerTo('--estimate')?.out).toContain('6 cases x 4 seeds = 24 runs: about ');
  expect(answerTo('--seeds 1..5')?.err).toContain(
    '6 cases x 5 seeds = 30 runs; 24 are in the store, 6 to simulate',
  );
  const manifest = JSON.parse(readFileSync(path.join(folder, 'my-project/out/manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({
    complete: true,
    simulated: 6,
    stored: 24,
    seeds: ['1', '2', '3', '4', '5'],
  });
});
