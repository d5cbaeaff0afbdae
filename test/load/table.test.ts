import { expect, it } from 'vitest';
import type { Figure, LoadSubject } from './subject.ts';
import { loadTable, worseThanLinear } from './table.ts';

const sizes = [1000, 3000, 9000];
const measured = (seconds: (size: number) => number) =>
  sizes.map((size) => ({
    size,
    figures: [{ what: 'list', value: seconds(size), unit: 's', work: 0.5 } satisfies Figure],
  }));
const subject: LoadSubject = { name: 'runs', of: 'runs', sizes, measure: async () => [] };

it('tells what grows faster than its size from what does not', () => {
  expect(worseThanLinear(measured((size) => size / 1000))).toEqual([]);
  expect(worseThanLinear(measured((size) => 2 + size / 1000))).toEqual([]);
  expect(worseThanLinear(measured((size) => (size / 1000) ** 2))).toEqual(['list: 3.00']);
  // A quarter of a second may be anything.
  expect(worseThanLinear(measured((size) => (size / 50_000) ** 2))).toEqual([]);
});

it('writes a row a figure and a column a size', () => {
  expect(
    loadTable(
      subject,
      measured((size) => size / 1000),
    ),
  ).toBe(
    [
      '| runs | 1,000 | 3,000 | 9,000 | growth |',
      '| --- | --: | --: | --: | --: |',
      '| list | 1.00 s (0.50) | 3.00 s (0.50) | 9.00 s (0.50) | 1.00 |',
      '',
    ].join('\n'),
  );
});
