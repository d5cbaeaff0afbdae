// Follows docs/how-to/find-what-matters.md literally.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('find-what-matters.md');
const { folder, answerTo } = page;

holdsWhatItSays(page, 3);

it('finds as many that matter as it says', () => {
  const out = answerTo('--all-unsourced')?.out ?? '';
  const rows = out.split('\n').filter((line) => / \* +\S+ to \S+/.test(line));
  expect(rows.length).toBe(3);
  expect(out).toContain('65 more matter little');
});

it('writes the files it names, and keeps the runs', () => {
  const csv = readFileSync(path.join(folder, 'out/sensitivity.csv'), 'utf8');
  expect(csv.split('\n')[0]).toBe(
    'measure,method,parameter,label,unit,range,unsourced,effect,low,high,alone,aloneLow,aloneHigh,sentence',
  );
  const json = JSON.parse(readFileSync(path.join(folder, 'out/sensitivity.json'), 'utf8'));
  expect(json).toMatchObject({ method: 'sobol', points: 448, unsourced: { factors: 2, of: 4 } });
  expect(existsSync(path.join(folder, 'my-project/runs'))).toBe(true);
});
