import { expect, it } from 'vitest';
import { pointAt, writtenAt } from './point-at.ts';

const path = 'emission.halving.period';

it('goes through a range evenly, or in equal ratios, in the unit it is written in', () => {
  const linear = { path, min: 10, max: 20, scale: 'linear' } as const;
  expect([0, 0.5, 1].map((u) => writtenAt(linear, u))).toEqual(['10', '15', '20']);
  expect(writtenAt({ ...linear, unit: 'day' }, 0.5)).toBe('15 day');
  const log = { path, min: 5, max: 20, scale: 'log' } as const;
  expect(Number(writtenAt(log, 0.5))).toBeCloseTo(10, 12);
  expect(writtenAt(log, 0)).toBe('5');
  expect(Number(writtenAt(log, 1))).toBeCloseTo(20, 12);
  expect(writtenAt({ ...log, min: 0 }, 0.5)).toBe('10'); // no ratios from 0
});

it('makes whole numbers and listed values equally likely', () => {
  const counts = new Map<string, number>();
  const range = { path, min: 2, max: 4, scale: 'linear', integer: true } as const;
  for (let i = 0; i < 300; i++) {
    const value = writtenAt(range, i / 300);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts]).toEqual([
    ['2', 100],
    ['3', 100],
    ['4', 100],
  ]);
  expect([0, 0.49, 0.5, 1].map((u) => writtenAt({ path, values: ['a', 'b'] }, u))).toEqual([
    'a',
    'a',
    'b',
    'b',
  ]);
});

it('writes a point as assignments, one a factor', () => {
  const factors = [
    { path: 'overlay', values: ['none', 'price-crash'] },
    { path, min: 0, max: 1, scale: 'linear' },
  ] as const;
  expect(pointAt(factors, [0.7, 0.25])).toEqual([
    { path: 'overlay', written: 'price-crash' },
    { path, written: '0.25' },
  ]);
});
