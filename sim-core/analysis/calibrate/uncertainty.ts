import { abs, clamp, floor, max, min, sqrt } from '../../kernel/math.ts';
import { studentQuantile } from '../compare/student-t.ts';
import type { Interval } from '../interval.ts';
import { correlated, type ErrorModel } from './error-model.ts';
import type { Misfit } from './error-search.ts';
import { dot, gram, inverseOf } from './linear.ts';
import type { Slopes } from './slopes-at.ts';

/** What the interval of each parameter follows from. */
export interface Evidence {
  readonly at: readonly number[];
  /** At that point, and at every other that was tried. */
  readonly misfit: number;
  readonly tried: readonly Misfit[];
  readonly slopes: Slopes;
  /** Of each error in the misfit; 0 for what was held out. */
  readonly weights: ArrayLike<number>;
  /** Of seeds that the fit has not seen, at the fitted point: how far the errors of each are from those of the median. */
  readonly deviations: readonly Float64Array[];
  /** What the errors are beyond what seeds differ by, a column at a time. */
  readonly models: readonly ErrorModel[];
  /** Seeds of the fit. */
  readonly seeds: number;
  /** How near the search looked: no interval is narrower. */
  readonly radius: number;
}

export interface FittedCoordinate {
  /** Held within 0 and 1. */
  readonly interval: Interval;
  /** True where the interval ends because the range does. */
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  /** `nothing`: the errors do not depend on it. `tied`: others make up for any change of it. */
  readonly told: 'known' | 'nothing' | 'tied';
}

export interface Uncertainty {
  readonly coordinates: readonly FittedCoordinate[];
  /** Of the fitted coordinates; 0 in the rows and columns of those that are not known. */
  readonly covariance: readonly (readonly number[])[];
}

const coverage = 0.95;
/** Of the square of a column, what is left of it beside the others: less is as good as nothing. */
const leastApart = 1e-6;

/**
 * Intervals of least squares whose errors are neither independent nor alike: the sandwich A^-1 B A^-1 of the simulated method of
 * moments (D. McFadden, Econometrica 57 (1989) 995-1026; C. Gourieroux, A. Monfort, E. Renault, Journal of Applied
 * Econometrics 8 (1993) S85-S118). A follows from the slopes. B has two parts: luck, as the estimate moves when the record is one more
 * seed of the model, times 1 + pi / 2K for the median of the K seeds of the fit; and what the errors are beyond that, correlated in time.
 * Student's t with the degrees of freedom of Welch and Satterthwaite. Where the misfit is no parabola, an interval reaches to every point
 * that was tried whose misfit is no higher than at the ends of the parabola's (the profile, its threshold adjusted by the sandwich: L. Pace,
 * A. Salvan, N. Sartori, Statistica Sinica 21 (2011) 129-148).
 */
export function uncertaintyOf(evidence: Evidence): Uncertainty {
  const { at, misfit, tried, slopes, weights, deviations, models, seeds, radius } = evidence;
  const told = toldOf(slopes, weights);
  const known = at.flatMap((_, k) => (told[k] === 'known' ? [k] : []));
  const own = known.map((k) => slopes[k]);
  const inverse = inverseOf(gram(own, weights)) ?? [];
  const gains = gainsOf(own, inverse, weights);
  const moves = deviations.map((deviation) => gains.map((gain) => dot(gain, deviation)));
  const luck = covarianceOf(moves, gains.length).map((row) => row.map((part) => part * (1 + halfPi / seeds)));
  const rest = gains.map((a) =>
    gains.map((b) => models.reduce((sum, model) => sum + correlated(model, a, b), 0)),
  );
  const freedomOfRest = models.reduce((sum, { freedom }) => sum + freedom, 0);
  const covariance = at.map(() => at.map(() => 0));
  const coordinates = at.map((middle, k): FittedCoordinate => {
    const i = known.indexOf(k);
    if (i < 0) return { interval: { low: 0, high: 1 }, openBelow: true, openAbove: true, told: told[k] };
    for (const [j, other] of known.entries()) covariance[k][other] = luck[i][j] + rest[i][j];
    const half = max(
      radius,
      studentFor([luck[i][i], deviations.length - 1], [rest[i][i], freedomOfRest]) * sqrt(covariance[k][k]),
    );
    // What the misfit of a parabola is at the ends, the other parameters at their best.
    const threshold = misfit + (half * half) / inverse[i][i];
    const alike = tried.filter((point) => point.misfit <= threshold).map((point) => point.at[k]);
    const low = alike.reduce((least, part) => min(least, part), middle - half);
    const high = alike.reduce((most, part) => max(most, part), middle + half);
    return {
      interval: { low: clamp(low, 0, 1), high: clamp(high, 0, 1) },
      openBelow: low <= 0,
      openAbove: high >= 1,
      told: 'known',
    };
  });
  return { coordinates, covariance };
}

/** The variance of a median of normal numbers is pi / 2 that of their mean. */
const halfPi = 1.5707963267948966;

/** Rows of A^-1 times slopes times weights: how far each parameter moves where an error does. */
const gainsOf = (
  slopes: Slopes,
  inverse: readonly (readonly number[])[],
  weights: ArrayLike<number>,
): readonly Float64Array[] =>
  inverse.map((row) =>
    Float64Array.from(
      weights,
      (weight, i) => weight * row.reduce((sum, part, k) => sum + part * slopes[k][i], 0),
    ),
  );

/** Whether the errors say anything on each parameter, and anything that they do not say on the others as well. */
function toldOf(slopes: Slopes, weights: ArrayLike<number>): readonly FittedCoordinate['told'][] {
  const sizes = slopes.map((slope) => dot(slope, slope, weights));
  const moving = slopes.flatMap((_, k) => (sizes[k] > 0 ? [k] : []));
  const alike = gram(
    moving.map((k) => slopes[k].map((part) => part / sqrt(sizes[k]))),
    weights,
  );
  return sizes.map((size, k) => {
    if (!(size > 0)) return 'nothing';
    return apartFrom(alike, moving.indexOf(k)) < leastApart ? 'tied' : 'known';
  });
}

/** What is left of a column of length 1 beside the others; those in between that say nothing new are passed over. */
function apartFrom(alike: readonly (readonly number[])[], k: number): number {
  const others: number[] = [];
  for (let i = 0; i < alike.length; i++)
    if (i !== k && inverseOf([...others, i].map((a) => [...others, i].map((b) => alike[a][b]))) !== undefined)
      others.push(i);
  const inverse = inverseOf(others.map((a) => others.map((b) => alike[a][b]))) ?? [];
  const beside = others.map((a) => alike[a][k]);
  return (
    alike[k][k] -
    dot(
      beside,
      inverse.map((row) => dot(row, beside)),
    )
  );
}

/** Of numbers in columns; nothing is known to vary where there is no row. */
function covarianceOf(rows: readonly (readonly number[])[], size: number): number[][] {
  const means = Array.from(
    { length: size },
    (_, k) => rows.reduce((sum, row) => sum + row[k], 0) / max(1, rows.length),
  );
  return means.map((_, j) =>
    means.map(
      (__, k) =>
        rows.reduce((sum, row) => sum + (row[j] - means[j]) * (row[k] - means[k]), 0) /
        max(1, rows.length - 1),
    ),
  );
}

/** Student's quantile for the sum of variances, each with its degrees of freedom. */
function studentFor(...parts: readonly (readonly [number, number])[]): number {
  const total = parts.reduce((sum, [variance]) => sum + abs(variance), 0);
  if (total === 0) return 0;
  const shares = parts.reduce(
    (sum, [variance, freedom]) => sum + ((variance / total) * variance) / total / max(1, freedom),
    0,
  );
  return studentQuantile(1 - (1 - coverage) / 2, max(1, floor(1 / shares)));
}
