// Follows docs/how-to/optimise-a-rule.md literally.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('optimise-a-rule.md');
const { folder } = page;

holdsWhatItSays(page, 1);

it('finds that less can be minted at little cost', () => {
  const rows = readFileSync(path.join(folder, 'out/front.csv'), 'utf8').trimEnd().split('\n');
  const [header = [], asItIs = [], ...front] = rows.map((row) => row.split(','));
  const at = (name: string, row: readonly string[]): number => Number(row[header.indexOf(name)]);
  const [providers, inflation] = ['providers.active@end', 'supply.inflation@end'];
  const frugal = front.filter(
    (row) =>
      at(providers, row) > 0.95 * at(providers, asItIs) && at(inflation, row) < 0.5 * at(inflation, asItIs),
  );
  expect(frugal.length).toBeGreaterThan(0);
});
