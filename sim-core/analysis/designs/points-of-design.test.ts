import { describe, expect, it } from 'vitest';
import type { Design, Factor } from '../../contract/design.ts';
import { countOfDesign, pointsOfDesign } from './points-of-design.ts';

const a: Factor = { path: 'a', values: ['1', '2'] };
const b: Factor = { path: 'b', values: ['x', 'y', 'z'] };
const range: Factor = { path: 'r', min: 10, max: 1000, scale: 'log', unit: 'day' };
const spelled = (design: Omit<Design, 'seed'>) =>
  [...pointsOfDesign({ seed: '1', ...design })].map((point) =>
    point.map(({ path, written }) => `${path}=${written}`).join(' '),
  );

describe.each<[Omit<Design, 'seed'>, readonly string[]]>([
  [
    { kind: 'factorial', factors: [a, b] },
    ['a=1 b=x', 'a=1 b=y', 'a=1 b=z', 'a=2 b=x', 'a=2 b=y', 'a=2 b=z'],
  ],
  [{ kind: 'one-at-a-time', factors: [a, range] }, ['', 'a=1', 'a=2', 'r=10 day', 'r=1000 day']],
  [{ kind: 'list', factors: [a, { ...a, path: 'c' }] }, ['a=1 c=1', 'a=2 c=2']],
  [{ kind: 'factorial', factors: [{ ...range, steps: 2 }] }, ['r=10 day', 'r=1000 day']],
  [
    { kind: 'factorial', factors: [{ path: 'r', min: 0.1, max: 0.3, scale: 'linear', steps: 3 }] },
    ['r=0.1', 'r=0.2', 'r=0.3'],
  ],
  [
    { kind: 'factorial', factors: [{ path: 'r', min: 1, max: 4, scale: 'linear', steps: 3, integer: true }] },
    ['r=1', 'r=3', 'r=4'],
  ],
])('%j', (design, expected) => {
  it('has these points, and says how many', () => {
    expect(spelled(design)).toEqual(expected);
    expect(countOfDesign({ seed: '1', ...design })).toBe(expected.length);
  });
});

it('a logarithmic step in the middle is the geometric mean', () => {
  const [, middle = ''] = spelled({ kind: 'factorial', factors: [{ ...range, steps: 3 }] });
  expect(Number.parseFloat(middle.slice(2))).toBeCloseTo(100, 10);
});

it.each(['latin-hypercube', 'sobol'] as const)(
  '%s fills ranges and lists, the same from the same seed',
  (kind) => {
    const factors = [range, b, { path: 's', min: 1, max: 2, scale: 'linear' as const, steps: 2 }];
    const points = [...pointsOfDesign({ kind, factors, runs: 8, seed: '7' })];
    expect(points).toHaveLength(8);
    for (const [r, choice, step] of points) {
      expect(r?.written).toMatch(/^\d+(\.\d+)? day$/);
      expect(Number.parseFloat(r?.written ?? '')).toBeGreaterThanOrEqual(10);
      expect(b.values).toContain(choice?.written);
      expect(['1', '2']).toContain(step?.written);
    }
    expect([...pointsOfDesign({ kind, factors, runs: 8, seed: '7' })]).toEqual(points);
    expect([...pointsOfDesign({ kind, factors, runs: 8, seed: '8' })]).not.toEqual(points);
  },
);

it.each<[Omit<Design, 'seed'>, string]>([
  [{ kind: 'factorial', factors: [] }, 'design.empty'],
  [{ kind: 'factorial', factors: [range] }, 'design.range'],
  [{ kind: 'list', factors: [a, b] }, 'design.unequal'],
  [{ kind: 'sobol', factors: [range] }, 'design.runs'],
])('%j is refused', (design, code) => {
  expect(() => spelled(design)).toThrow(expect.objectContaining({ code }));
  expect(() => countOfDesign({ seed: '1', ...design })).toThrow(expect.objectContaining({ code }));
});
