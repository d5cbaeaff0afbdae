// Performs the commands of README.md, which are the first that a newcomer types.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('../README.md');

holdsWhatItSays(page, 11);

it('leaves a result, a chart and the table of a sweep', () => {
  for (const name of [
    'metrics.csv',
    'breakdowns.csv',
    'manifest.json',
    'active-providers.svg',
    'sweep/sweep.csv',
  ])
    expect(existsSync(path.join(page.folder, 'out', name)), name).toBe(true);
});
