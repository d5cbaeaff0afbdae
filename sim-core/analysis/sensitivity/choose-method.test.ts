import { expect, it } from 'vitest';
import { chooseMethod } from './choose-method.ts';

const task = { factors: 6, groups: 0, budget: 1000, verdict: false };

it.each([
  ['much for few', { factors: 3, budget: 1000 }, 'sobol', 128, 640],
  ['a group of the unsourced costs a block', { factors: 3, groups: 1, budget: 1000 }, 'sobol', 128, 768],
  ['little', { factors: 6, budget: 500 }, 'morris', 71, 497],
  ['little, and a verdict', { factors: 6, budget: 500, verdict: true }, 'regional', 500, 500],
  ['very little, and a verdict', { factors: 6, budget: 39, verdict: true }, 'morris', 5, 35],
  ['many factors', { factors: 33, budget: 100_000 }, 'morris', 100, 3400],
])('with %s', (_, given, method, repeats, points) => {
  expect(chooseMethod({ ...task, ...given })).toMatchObject({ method, repeats, points });
});

it('says why, and does as it is told where it can', () => {
  expect(chooseMethod({ ...task, budget: 500 }).because).toBe(
    "Sobol' indices of 6 parameters would need 512 points, not 500: Morris' screening of 6 parameters takes 71 walks of 7 points and says which matter, not what share of the variance is theirs.",
  );
  expect(chooseMethod({ ...task, budget: 512 }).because).toContain(
    "512 points are enough for Sobol' indices of 6 parameters",
  );
  expect(chooseMethod(task, 'morris')).toMatchObject({ method: 'morris', repeats: 100 });
  expect(chooseMethod({ ...task, factors: 40 }).because).toContain(
    "Sobol' indices are for at most 32 parameters",
  );
});

it.each([
  [
    { budget: 20 },
    undefined,
    "too few for 6 parameters: Sobol' indices need 512 points; Morris' screening needs 28 points.",
  ],
  [{ budget: 100 }, 'sobol' as const, "Sobol' indices need 512 points."],
  [{}, 'regional' as const, 'asked of a verdict, not of a metric'],
  [{ factors: 33 }, 'sobol' as const, "Sobol' indices are for at most 32 parameters"],
  [{ factors: 0 }, undefined, 'There is no parameter to vary.'],
])('refuses %j as %s', (given, wanted, message) => {
  expect(() => chooseMethod({ ...task, ...given }, wanted)).toThrow(message);
});
