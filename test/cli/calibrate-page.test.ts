// Follows docs/how-to/calibrate.md literally.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('calibrate.md');
const { folder, run } = page;

holdsWhatItSays(page, 2);

it('writes a scenario that is good, with the sentence of the page', async () => {
  const file = 'my-project/scenarios/fitted/scenario.yaml';
  const text = readFileSync(path.join(folder, file), 'utf8');
  expect(text).toMatch(
    /winEfficiency: \{ value: 0\.96\d+, unit: share, assumption: "Fitted by calibrate to mined_fil of/,
  );
  expect(text).toContain('2020-10-15 to 2021-09-29: 95 % interval 0.957 to 0.981 share.');
  expect((await run(`npm run -s studio -- scenario validate ${file}`)).code).toBe(0);
});
