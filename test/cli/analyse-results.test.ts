// Follows docs/how-to/analyse-results.md literally.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('analyse-results.md');
const { folder, answerTo } = page;

holdsWhatItSays(page, 12);

it('writes the files it names', () => {
  for (const name of [
    ...[
      'runs/crash/metrics.parquet',
      'runs/crash/dictionary.parquet',
      'tables/metrics.csv',
      'tables/metrics.arrow',
    ],
    ...['tidy/metrics-tidy.csv', 'pictures/token-price.svg', 'pictures/active-providers.png', 'report.html'],
  ])
    expect(existsSync(path.join(folder, name)), name).toBe(true);
  expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('price-crash');
});

it('finds what the overlay added, and nothing else', () => {
  const rows = answerTo('not in (select path')?.out.trimEnd().split('\n').slice(1) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/^shocks\.price-crash\./);
});
