import { expect, it } from 'vitest';
import { drawn } from './distribution.ts';
import { halfStep } from './random.ts';

const wide = { min: -1e9, max: 1e9 };

it.each([
  [{ kind: 'fixed', value: 3 } as const, 0.2, 3],
  [{ kind: 'uniform', min: 2, max: 4 } as const, 0.25, 2.5],
  [{ kind: 'triangular', min: 0, mode: 1, max: 2 } as const, 0.125, 0.5],
  [{ kind: 'triangular', min: 0, mode: 1, max: 2 } as const, 0.875, 1.5],
  [{ kind: 'normal', mean: 10, sd: 2 } as const, 0.975, 13.919927969080108],
  [{ kind: 'lognormal', median: 365, sigma: 0.5 } as const, 0.5, 365],
  [{ kind: 'lognormal', median: 1, sigma: 1 } as const, 0.975, 7.099071384231411],
  [{ kind: 'empirical', values: [7, 8, 9] } as const, 0.5, 8],
])('%j at %f is %f', (distribution, p, value) => {
  expect(drawn(distribution, wide, p - halfStep)).toBeCloseTo(value, 9);
});

it('keeps draws inside the bounds of the parameter, at both ends of luck', () => {
  const lognormal = { kind: 'lognormal', median: 1, sigma: 3 } as const;
  expect(drawn(lognormal, { min: 0.5, max: 2 }, 0)).toBe(0.5);
  expect(drawn(lognormal, { min: 0.5, max: 2 }, 1 - 2 ** -32)).toBe(2);
  expect(Number.isFinite(drawn({ kind: 'normal', mean: 0, sd: 1 }, wide, 0))).toBe(true);
  expect(drawn({ kind: 'empirical', values: [1, 2] }, wide, 1 - 2 ** -32)).toBe(2);
});
