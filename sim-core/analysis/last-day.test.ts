import { expect, it } from 'vitest';
import { lastDay } from './last-day.ts';

it('takes the last day of every seed, and passes over those without a number', () => {
  const metrics = [{ id: 'a', title: 'A', unit: '1', definition: '', source: '' }];
  const seeds = [1, Number.NaN, 3, 2].map((last, index) => ({
    seed: `${index}`,
    digest: '',
    breakdowns: [],
    columns: [Float64Array.of(99, last)],
  }));
  expect(lastDay({ metrics, seeds, ticks: 2 })).toEqual([
    { id: 'a', title: 'A', unit: '1', p5: 1.1, p50: 2, p95: 2.9 },
  ]);
});
