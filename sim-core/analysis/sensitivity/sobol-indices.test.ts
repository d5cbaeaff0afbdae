import { describe, expect, it } from 'vitest';
import type { Points } from '../designs/points.ts';
import { type SobolDesign, sobolDesign, sobolIndices } from './sobol-indices.ts';

const outputs = (points: Points, f: (x: Float64Array) => number): number[] => points.map(f);

/** T. Ishigami and T. Homma (1990), a = 7 and b = 0.1, on [-pi, pi]. */
function ishigami(u: Float64Array): number {
  const [x = 0, y = 0, z = 0] = Array.from(u, (each) => (2 * each - 1) * Math.PI);
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** I. M. Sobol' (1993); the smaller a, the more a factor matters. */
const gFunction = (a: readonly number[]) => (u: Float64Array) =>
  a.reduce((product, ai, i) => (product * (Math.abs(4 * (u[i] ?? 0) - 2) + ai)) / (1 + ai), 1);

function gIndices(a: readonly number[]): { alone: number[]; total: number[] } {
  const parts = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    alone: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => ((part / (1 + part)) * all) / (all - 1)),
  };
}

describe('on Ishigami', () => {
  const design = sobolDesign(3, 4096, 'a', [[0, 2], [1]]);
  const indices = sobolIndices(design, outputs(design.points, ishigami), 'a');

  it.each([
    [0, 0.3139, 0.5576],
    [1, 0.4424, 0.4424],
    [2, 0, 0.2437],
  ])('factor %i has the published indices, inside their intervals', (factor, alone, total) => {
    const index = indices.factors[factor];
    expect(Math.abs((index?.alone ?? 9) - alone)).toBeLessThan(0.01);
    expect(Math.abs((index?.total ?? 9) - total)).toBeLessThan(0.01);
    expect(index?.aloneInterval.low).toBeLessThan(alone);
    expect(index?.aloneInterval.high).toBeGreaterThan(alone);
    expect(index?.totalInterval.low).toBeLessThan(total);
    expect(index?.totalInterval.high).toBeGreaterThan(total);
  });

  it('has its mean a/2 and its variance 13.8446', () => {
    expect(indices.mean).toBeCloseTo(3.5, 1);
    expect(Math.abs(indices.variance - 13.8446)).toBeLessThan(0.1);
  });

  it('says what a group of factors explains: the first and the third all but the second', () => {
    const [both, second] = indices.groups;
    expect(both?.alone).toBeCloseTo(0.5576, 1);
    expect(Math.abs((both?.total ?? 0) - 0.5576)).toBeLessThan(0.01);
    expect(second).toEqual(indices.factors[1] && { ...second, alone: indices.factors[1].alone });
  });

  it('computes the same from the same seed, and something close from another', () => {
    const again = sobolIndices(design, outputs(design.points, ishigami), 'a');
    expect(again).toEqual(indices);
    const other = sobolDesign(3, 4096, 'b');
    const others = sobolIndices(other, outputs(other.points, ishigami), 'b');
    expect(others.factors).not.toEqual(indices.factors);
    expect(Math.abs((others.factors[0]?.total ?? 0) - 0.5576)).toBeLessThan(0.01);
  });

  it('leaves a row out whole where one of its points failed', () => {
    const failed = outputs(design.points, ishigami);
    failed[5] = Number.NaN;
    failed[4096 * 3 + 77] = Number.NaN;
    const rest = sobolIndices(design, failed, 'a');
    expect(rest.rows).toBe(4094);
    expect(Math.abs((rest.factors[1]?.alone ?? 0) - 0.4424)).toBeLessThan(0.01);
  });

  it('does not mind a mean far from zero', () => {
    const far = sobolIndices(
      design,
      outputs(design.points, (u) => 1e6 + ishigami(u)),
      'a',
    );
    expect(Math.abs((far.factors[0]?.alone ?? 0) - 0.3139)).toBeLessThan(0.01);
  });
});

it('agrees with the closed form of the g-function in eight dimensions, totals and first order', () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99]; // the usual case
  const design = sobolDesign(8, 8192, 'a');
  const { factors } = sobolIndices(design, outputs(design.points, gFunction(a)), 'a');
  const { alone, total } = gIndices(a);
  expect(alone[0]).toBeCloseTo(0.7162, 4); // as published
  expect(total[0]).toBeCloseTo(0.7871, 3);
  factors.forEach((index, i) => {
    expect(Math.abs(index.alone - (alone[i] ?? 9))).toBeLessThan(0.01);
    expect(Math.abs(index.total - (total[i] ?? 9))).toBeLessThan(0.01);
  });
});

it('covers the truth with its intervals about as often as they say', () => {
  let held = 0;
  for (let i = 0; i < 60; i++) {
    const design = sobolDesign(3, 128, `${i}`);
    const { factors } = sobolIndices(design, outputs(design.points, ishigami), `${i}`);
    for (const [k, total] of [0.5576, 0.4424, 0.2437].entries()) {
      const { low, high } = factors[k]?.totalInterval ?? { low: 1, high: 0 };
      if (low <= total && total <= high) held += 1;
    }
  }
  expect(held / 180).toBeGreaterThan(0.88);
});

it('has no index where nothing moves the output, and says when too few rows are whole', () => {
  const design: SobolDesign = sobolDesign(2, 64, 'a');
  const still = sobolIndices(
    design,
    outputs(design.points, () => 0.1),
    'a',
  );
  expect(still.variance).toBe(0);
  expect(still.factors[0]).toMatchObject({ alone: Number.NaN, total: Number.NaN });
  const all = outputs(design.points, () => Number.NaN);
  expect(() => sobolIndices(design, all, 'a')).toThrow(
    '0 of 64 rows of the design have an output everywhere.',
  );
});
