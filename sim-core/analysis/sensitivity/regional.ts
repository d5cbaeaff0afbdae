import { StudioError } from '../../contract/errors.ts';
import { log, sqrt } from '../../kernel/math.ts';
import { bootstrap } from '../bootstrap.ts';
import type { Points } from '../designs/points.ts';
import type { Interval } from '../interval.ts';
import { median } from '../quantile.ts';

/** How far apart a factor lies in the runs that pass and in those that fail. */
export interface Separation {
  /** Kolmogorov-Smirnov distance of the two samples: 0 where the factor does not matter, 1 where it decides alone. */
  readonly distance: number;
  /** 95 % bootstrap interval over points. */
  readonly interval: Interval;
  /** Medians of the factor, on its scale from 0 to 1. */
  readonly passing: number;
  readonly failing: number;
}

export interface Regional {
  readonly factors: readonly Separation[];
  readonly passed: number;
  readonly failed: number;
  /** Distance that chance alone would pass, for any of the factors, in 5 % of cases. */
  readonly byChance: number;
}

/**
 * What separates pass from fail (regional sensitivity analysis: R. C. Spear and G. M. Hornberger 1980). `points` are independent
 * and uniform; `passes` says which pass, `undefined` where a point failed to run. Throws `sensitivity.one-sided` where all pass,
 * or all fail.
 */
export function regional(points: Points, passes: readonly (boolean | undefined)[], seed: string): Regional {
  const known = points.flatMap((point, i) =>
    passes[i] === undefined ? [] : [{ point, pass: passes[i] === true }],
  );
  const passing = known.filter(({ pass }) => pass).map(({ point }) => point);
  const failing = known.filter(({ pass }) => !pass).map(({ point }) => point);
  if (passing.length === 0 || failing.length === 0) {
    throw new StudioError({
      code: 'sensitivity.one-sided',
      message: `${passing.length === 0 ? 'None' : 'All'} of ${known.length} points pass, so nothing separates pass from fail.`,
      hint: 'Widen the ranges, or ask for a metric instead of a verdict.',
    });
  }
  const factors = known[0].point.length;
  const orders = Array.from({ length: factors }, (_, factor) =>
    Uint32Array.from(known, (_, i) => i).sort((a, b) => known[a].point[factor] - known[b].point[factor]),
  );
  const weights = new Float64Array(known.length);
  const distances = (rows: Uint32Array, into: Float64Array): void => {
    weights.fill(0);
    for (let i = 0; i < rows.length; i++) weights[rows[i]] += 1;
    orders.forEach((order, factor) => {
      into[factor] = distanceOf(
        order,
        weights,
        (i) => known[i].point[factor],
        (i) => known[i].pass,
      );
    });
  };
  const values = new Float64Array(factors);
  distances(
    Uint32Array.from(known, (_, i) => i),
    values,
  );
  const intervals = bootstrap(known.length, distances, factors, { seed });
  return {
    factors: Array.from(values, (distance, factor) => ({
      distance,
      interval: intervals[factor],
      passing: median(passing.map((point) => point[factor])),
      failing: median(failing.map((point) => point[factor])),
    })),
    passed: passing.length,
    failed: failing.length,
    byChance: criticalDistance(passing.length, failing.length, factors),
  };
}

/** Greatest distance of the two cumulative shares, equal values taken together; NaN where a sample is empty. */
function distanceOf(
  order: Uint32Array,
  weights: Float64Array,
  value: (i: number) => number,
  pass: (i: number) => boolean,
): number {
  let passes = 0;
  let fails = 0;
  for (const i of order) {
    if (pass(i)) passes += weights[i];
    else fails += weights[i];
  }
  let above = 0;
  let below = 0;
  let greatest = 0;
  order.forEach((i, place) => {
    if (pass(i)) above += weights[i];
    else below += weights[i];
    const last = place === order.length - 1 || value(order[place + 1]) !== value(i);
    const gap = above / passes - below / fails;
    const size = gap < 0 ? -gap : gap;
    if (last && size > greatest) greatest = size;
  });
  return passes === 0 || fails === 0 ? NaN : greatest;
}

/** Two-sample Kolmogorov-Smirnov, asymptotic, at 5 % divided among the factors (Bonferroni); at most 1. */
function criticalDistance(passed: number, failed: number, factors: number): number {
  const scale = sqrt(-log(0.05 / factors / 2) / 2);
  const distance = scale * sqrt((passed + failed) / (passed * failed));
  return distance > 1 ? 1 : distance;
}
