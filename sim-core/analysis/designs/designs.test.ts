import { describe, expect, it } from 'vitest';
import { fullFactorial } from './full-factorial.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Points } from './points.ts';
import { mostDimensions, sobolSequence } from './sobol-sequence.ts';

const plain = (points: Points): number[][] => points.map((point) => [...point]);

describe("the Sobol' sequence", () => {
  it('begins as published with the direction numbers of Joe and Kuo', () => {
    expect(plain(sobolSequence(9, 6)).map((point) => point.map((x) => x * 16))).toEqual([
      [0, 0, 0, 0, 0, 0],
      [8, 8, 8, 8, 8, 8],
      [12, 4, 4, 4, 12, 12],
      [4, 12, 12, 12, 4, 4],
      [6, 6, 10, 14, 6, 2],
      [14, 14, 2, 6, 14, 10],
      [10, 2, 14, 10, 10, 14],
      [2, 10, 6, 2, 2, 6],
      [3, 5, 15, 7, 9, 5],
    ]);
  });

  it.each([
    [100, [0.4140625, 0.2578125, 0.6953125, 0.4140625, 0.6484375]],
    [513, [0.5029296875, 0.7509765625, 0.4150390625, 0.1708984375, 0.0419921875]],
    [1000, [0.2197265625, 0.0966796875, 0.0693359375, 0.1455078125, 0.4462890625]],
  ])('is at point %i where SciPy 1.17 has it, also in the last dimensions', (index, expected) => {
    const point = sobolSequence(1001, 64)[index] ?? [];
    expect([0, 1, 9, 31, 63].map((dimension) => point[dimension])).toEqual(expected);
  });

  it.each([undefined, 'a seed'])(
    'has one point in each slice of each dimension, shifted or not (%s)',
    (seed) => {
      const points = sobolSequence(256, 64, seed);
      for (let d = 0; d < 64; d++) {
        const slices = new Set(points.map((point) => Math.floor((point[d] ?? -1) * 256)));
        expect(slices.size).toBe(256);
      }
    },
  );

  it('has one point in each of 256 boxes of the first two dimensions, a net', () => {
    const boxes = sobolSequence(256, 2, 'a').map(
      (p) => `${Math.floor((p[0] ?? 0) * 16)} ${Math.floor((p[1] ?? 0) * 16)}`,
    );
    expect(new Set(boxes).size).toBe(256);
  });

  it('is shifted otherwise by another seed, and refuses what it has no numbers for', () => {
    expect(plain(sobolSequence(4, 3, 'a'))).toEqual(plain(sobolSequence(4, 3, 'a')));
    expect(plain(sobolSequence(4, 3, 'a'))).not.toEqual(plain(sobolSequence(4, 3, 'b')));
    expect(mostDimensions).toBe(64);
    expect(() => sobolSequence(4, 65)).toThrow("A Sobol' sequence of 65 dimensions was asked for.");
  });
});

describe('the Latin hypercube', () => {
  it('has one point in each slice of each dimension, at places from the seed', () => {
    const points = latinHypercube(50, 7, 'a');
    for (let d = 0; d < 7; d++) {
      expect(new Set(points.map((point) => Math.floor((point[d] ?? -1) * 50))).size).toBe(50);
    }
    expect(plain(latinHypercube(50, 7, 'a'))).toEqual(plain(points));
    expect(plain(latinHypercube(50, 7, 'b'))).not.toEqual(plain(points));
  });

  it('pairs dimensions at random: no two move together', () => {
    const points = latinHypercube(400, 6, 'a');
    for (let d = 1; d < 6; d++) {
      const product = points.reduce((sum, p) => sum + ((p[0] ?? 0) - 0.5) * ((p[d] ?? 0) - 0.5), 0);
      expect(Math.abs((product / 400) * 12)).toBeLessThan(0.15); // three standard errors of a correlation
    }
  });
});

it('combines lists of unequal length fully, the last turning fastest', () => {
  expect([...fullFactorial([2, 1, 3])]).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 2],
    [1, 0, 0],
    [1, 0, 1],
    [1, 0, 2],
  ]);
  expect([...fullFactorial([])]).toEqual([[]]);
  expect([...fullFactorial([2, 0])]).toEqual([]);
});

it('varies one list at a time around what is left as it is', () => {
  const left = undefined;
  expect(oneAtATime([2, 1])).toEqual([
    [left, left],
    [0, left],
    [1, left],
    [left, 0],
  ]);
});
