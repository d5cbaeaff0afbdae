import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortPath } from './short-path.ts';

type Point = readonly [number, number];

/** The corners of a path of one part, as a viewer draws them. */
function cornersOf(d: string): Point[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([Mlhv])(-?[\d.]+)(?:,(-?[\d.]+))?/g)].map(([, step, first, second]) => {
    const [dx, dy] = step === 'v' ? [0, Number(first)] : [Number(first), Number(second ?? 0)];
    [x, y] = step === 'M' ? [dx, dy] : [x + dx, y + dy];
    return [x, y];
  });
}

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const at = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const along = Math.min(1, Math.max(0, at));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
};

describe('a short path', () => {
  it('keeps corners and leaves out what lies between', () => {
    expect(shortPath('M0,0L1,0L2,0L3,0L3,5.5L3,9L4.5,8.2')).toBe('M0,0h3v9l1.5,-.8');
  });

  it('keeps gaps, areas and single points', () => {
    expect(shortPath('M0,0L5,5M9.5,9L12,9')).toBe('M0,0l5,5M9.5,9h2.5');
    expect(shortPath('M0,0L10,0L10,4L0,4Z')).toBe('M0,0h10v4h-10Z');
    expect(shortPath('M7,3')).toBe('M7,3');
    expect(shortPath('')).toBe('');
  });

  it('is never farther from any point of the line than half a px', () => {
    const tenth = fc.integer({ min: 0, max: 4000 }).map((value) => value / 10);
    const points = fc.array(fc.tuple(tenth, tenth), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(points, (given) => {
        const corners = cornersOf(shortPath(`M${given.map(([x, y]) => `${x},${y}`).join('L')}`));
        for (const point of given) {
          const near = Math.min(
            ...corners.map((corner, index) => distance(point, corners[index - 1] ?? corner, corner)),
          );
          expect(near).toBeLessThan(0.5);
        }
      }),
    );
  });
});
