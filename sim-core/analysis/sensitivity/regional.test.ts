import { expect, it } from 'vitest';
import { latinHypercube } from '../designs/latin-hypercube.ts';
import { regional } from './regional.ts';

it('gives the distance of two samples as it is computed by hand', () => {
  const points = [0.1, 0.2, 0.3, 0.4, 0.5].map((x) => Float64Array.of(x));
  // Passing: 0.1, 0.2, 0.4; failing: 0.3, 0.5. After 0.2 the shares are 2/3 and 0.
  const { factors, passed, failed } = regional(points, [true, true, false, true, false], 'a');
  expect(factors[0]?.distance).toBeCloseTo(2 / 3, 12);
  expect(factors[0]).toMatchObject({ passing: 0.2, failing: 0.4 });
  expect([passed, failed]).toEqual([3, 2]);
});

it('takes equal values together', () => {
  const points = [0, 0, 1, 1].map((x) => Float64Array.of(x));
  expect(regional(points, [true, false, true, false], 'a').factors[0]?.distance).toBe(0);
  expect(regional(points, [true, true, false, false], 'a').factors[0]?.distance).toBe(1);
});

it('finds the factors that decide, how far apart they lie, and which side passes', () => {
  const points = latinHypercube(400, 4, 'a');
  // Passes where the first is high enough for the second; the others have no say.
  const passes = points.map(([x = 0, y = 0]) => x + 0.5 * y > 0.75);
  const { factors, byChance } = regional(points, passes, 'a');
  const [first, second, third, fourth] = factors.map(({ distance }) => distance);
  expect(first).toBeGreaterThan(0.6);
  expect(second).toBeGreaterThan(byChance);
  expect(second).toBeLessThan(first ?? 0);
  expect(third).toBeLessThan(byChance);
  expect(fourth).toBeLessThan(byChance);
  expect(factors[0]?.passing).toBeGreaterThan(factors[0]?.failing ?? 1);
  expect(factors[0]?.interval.low).toBeLessThan(first ?? 0);
  expect(factors[0]?.interval.high).toBeGreaterThan(first ?? 1);
});

it('calls chance what is chance, in 19 of 20 cases or more', () => {
  let beyond = 0;
  for (let i = 0; i < 100; i++) {
    const points = latinHypercube(60, 4, `${i}`);
    const { factors, byChance } = regional(
      points.map((point) => point.subarray(0, 3)),
      points.map(([, , , x = 0]) => x > 0.4),
      'a',
    );
    if (factors.some(({ distance }) => distance > byChance)) beyond += 1;
  }
  expect(beyond).toBeLessThanOrEqual(10);
});

it('leaves out points that failed to run, and refuses what does not part', () => {
  const points = [0.1, 0.9, 0.2].map((x) => Float64Array.of(x));
  expect(regional(points, [true, false, undefined], 'a')).toMatchObject({ passed: 1, failed: 1 });
  expect(() => regional(points, [true, true, undefined], 'a')).toThrow('All of 2 points pass');
  expect(() => regional(points, [false, false, false], 'a')).toThrow('None of 3 points pass');
});
