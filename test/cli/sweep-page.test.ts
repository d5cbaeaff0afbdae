// Follows docs/how-to/sweep.md literally.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { followPage } from './follow-page.ts';

const { folder, answers, answerTo } = await followPage('sweep.md');

it('holds commands, and each ends well', () => {
  expect(answers.length).toBeGreaterThan(4);
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
});

it('shows the table that its command prints: run it, and paste what it says where this fails', () => {
  const page = readFileSync(path.join(root, 'docs/how-to/sweep.md'), 'utf8');
  const [, shown = ''] = /^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
  expect(shown).toContain('emission.halving.period');
  expect(answerTo('earlier-halving.yaml --out')?.out).toContain(shown);
});

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
