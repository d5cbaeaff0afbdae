// Follows docs/how-to/compare-two-rules.md literally.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('compare-two-rules.md');
const { folder } = page;

holdsWhatItSays(page, 3);

it('writes the files it names', () => {
  for (const name of ['comparison.md', 'measures.csv', 'verdicts.csv', 'groups.csv', 'parameters.csv'])
    expect(existsSync(path.join(folder, 'out', name))).toBe(true);
});
