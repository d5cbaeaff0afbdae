import { describe, expect, it } from 'vitest';
import { stream } from '../../kernel/random.ts';
import { type Candidate, dominates, type Outcome } from './candidate.ts';
import { nsga2, type OptimiserOptions } from './nsga2.ts';
import { crowding, paretoFront, sortedFronts } from './pareto.ts';

const outcome = (...objectives: number[]): Outcome => ({ objectives, violation: 0 });

/** Runs a search on a function that is known, and counts what it asks. */
function optimised(options: OptimiserOptions, answer: (at: readonly number[], i: number) => Outcome) {
  const search = nsga2(options);
  let asked = 0;
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((at) => answer(at, asked++)));
  return { front: step.value, asked };
}

/** Area between a front of two objectives and a point that is worse than all of it; what lies beyond the point counts nothing. */
function hypervolume(front: readonly Outcome[], [worstX, worstY]: readonly [number, number]): number {
  const inside = paretoFront(front)
    .map(({ objectives: [x = NaN, y = NaN] }) => [x, y] as const)
    .filter(([x, y]) => x < worstX && y < worstY)
    .sort(([a], [b]) => a - b);
  let area = 0;
  let ceiling = worstY;
  for (const [x, y] of inside) {
    if (y >= ceiling) continue;
    area += (worstX - x) * (ceiling - y);
    ceiling = y;
  }
  return area;
}

describe('Pareto', () => {
  it('prefers what is better somewhere and worse nowhere, and before that what breaks less', () => {
    expect(dominates(outcome(1, 2), outcome(1, 3))).toBe(true);
    expect(dominates(outcome(1, 2), outcome(1, 2))).toBe(false);
    expect(dominates(outcome(1, 3), outcome(2, 2))).toBe(false);
    expect(dominates({ objectives: [9], violation: 0.1 }, { objectives: [1], violation: 0.2 })).toBe(true);
    expect(dominates({ objectives: [9], violation: 0 }, { objectives: [1], violation: 0.2 })).toBe(true);
  });

  it('sorts into fronts', () => {
    const items = [outcome(1, 4), outcome(3, 3), outcome(2, 2), outcome(4, 1), outcome(4, 4)];
    expect(sortedFronts(items)).toEqual([[0, 2, 3], [1], [4]]);
    expect(paretoFront(items)).toEqual([items[0], items[2], items[3]]);
  });

  it('gives most room to the ends, then to those with far neighbours', () => {
    // Between (0,4) and (2,1): 2/4 + 3/4; between (1,2) and (4,0): 3/4 + 2/4.
    expect(crowding([outcome(0, 4), outcome(1, 2), outcome(2, 1), outcome(4, 0)])).toEqual([
      Infinity,
      2 / 4 + 3 / 4,
      3 / 4 + 2 / 4,
      Infinity,
    ]);
  });

  it('measures the area that a front leaves behind', () => {
    expect(hypervolume([outcome(1, 2), outcome(2, 1), outcome(3, 3)], [4, 4])).toBe(3 * 2 + 2 * 1);
  });
});

// E. Zitzler, K. Deb, L. Thiele, Comparison of multiobjective evolutionary algorithms, Evolutionary Computation 8 (2000)
// 173-195: ZDT1, whose front is f2 = 1 - sqrt(f1).
const zdt1 = (at: readonly number[]): Outcome => {
  const [x = 0, ...rest] = at;
  const g = 1 + (9 * rest.reduce((sum, each) => sum + each, 0)) / rest.length;
  return outcome(x, g * (1 - Math.sqrt(x / g)));
};

describe('nsga2', () => {
  const options = { size: 30, budget: 10_000, population: 40, seed: 'zdt1' };

  it('finds the front of ZDT1', () => {
    const { front, asked } = optimised(options, zdt1);
    expect(asked).toBe(10_000);
    // From the point (1, 1), the area above 1 - sqrt(x) is 2/3.
    expect(hypervolume(front, [1, 1])).toBeGreaterThan(0.655);
    expect(hypervolume(front, [1, 1])).toBeLessThan(2 / 3);
    const far = front.map(({ objectives: [x = 0, y = 0] }) => y - (1 - Math.sqrt(x)));
    expect(far.reduce((sum, each) => sum + each, 0) / far.length).toBeLessThan(0.02);
    // And all along it, not in one place.
    const first = front.map(({ objectives }) => objectives[0] ?? 0).sort((a, b) => a - b);
    expect(Math.max(...first.slice(1).map((x, i) => x - (first[i] ?? 0)))).toBeLessThan(0.1);
  });

  it('is the same search with the same seed, and another with another', () => {
    const short = { ...options, budget: 200 };
    const points = (seed: string): readonly Candidate[] => optimised({ ...short, seed }, zdt1).front;
    expect(points('a')).toEqual(points('a'));
    expect(points('a')).not.toEqual(points('b'));
  });

  // The sphere, of five variables, seen through noise of standard deviation 0.01 that is drawn anew for each point.
  it('comes near the foot of a noisy sphere', () => {
    const luck = stream('noise', 'test');
    const sphere = (at: readonly number[]): number => at.reduce((sum, x) => sum + (x - 0.3) ** 2, 0);
    const { front } = optimised({ size: 5, budget: 800, seed: 'sphere' }, (at, i) => {
      luck.turn(i, 0);
      return outcome(sphere(at) + 0.01 * luck.normal(0));
    });
    expect(front).toHaveLength(1);
    // Within the noise: a tenth in each variable would be 0.05.
    expect(sphere(front[0]?.at ?? [])).toBeLessThan(0.02);
  });

  // Deb 2001, CONSTR: minimise x and (1 + y) / x with y + 9 x >= 6 and 9 x - y >= 1, x in 0.1 .. 1, y in 0 .. 5.
  it('keeps to constraints: the front of CONSTR lies on them', () => {
    const { front } = optimised(
      { size: 2, budget: 3000, population: 40, seed: 'constr' },
      ([a = 0, b = 0]) => {
        const x = 0.1 + 0.9 * a;
        const y = 5 * b;
        const violation = Math.max(0, 6 - y - 9 * x) + Math.max(0, 1 - 9 * x + y);
        return { objectives: [x, (1 + y) / x], violation };
      },
    );
    expect(front.every(({ violation }) => violation === 0)).toBe(true);
    // Below x = 2/3 the first constraint holds y up: f2 = (7 - 9 x) / x; above, y is 0: f2 = 1 / x. It begins at x = 7/18.
    const far = front.map(({ objectives: [x = 0, f = 0] }) => f - (x < 2 / 3 ? (7 - 9 * x) / x : 1 / x));
    expect(Math.min(...far)).toBeGreaterThan(-1e-9);
    expect(far.reduce((sum, each) => sum + each, 0) / far.length).toBeLessThan(0.1);
    expect(Math.min(...front.map(({ objectives }) => objectives[0] ?? 1))).toBeLessThan(7 / 18 + 0.02);
  });

  it('leaves out what cannot be run, and holds to its budget', () => {
    const { front, asked } = optimised({ size: 2, budget: 37, seed: 'x' }, ([x = 0, y = 0]) =>
      x > 0.5 ? { objectives: [Number.NaN], violation: Infinity } : outcome(y - x),
    );
    expect(asked).toBe(37);
    expect(front.every(({ at }) => (at[0] ?? 1) <= 0.5)).toBe(true);
  });
});
