// Follows docs/how-to/write-a-model.md literally. The model is P1, which test/bench runs too.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../sim-core/kernel/run.ts';
import { providerMarket } from '../bench/provider-market.ts';
import { finish } from '../golden/finish.ts';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('write-a-model.md');

holdsWhatItSays(page, 2);

it('computes what the same model computes inside the studio, to the last bit', () => {
  const rows = readFileSync(path.join(page.folder, 'my-project/out/metrics.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const [header = '', ...days] = rows;
  const column = header.split(',').indexOf('price');
  const prices = days.filter((row) => row.split(',')[2] === '1').map((row) => Number(row.split(',')[column]));
  const { columns } = finish(run(providerMarket(10_000), { seed: '1', ticks: 365 }));
  expect(prices).toEqual([...(columns[0] ?? [])]);
});
