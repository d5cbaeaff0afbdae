import { clamp, max } from '../../kernel/math.ts';

/** Errors of a column beyond what seeds differ by: their variance, and how much of one is still there at the next. */
export interface ErrorModel {
  /** Where the column begins and ends (not included) among all errors of the fit. */
  readonly from: number;
  readonly to: number;
  readonly variance: number;
  readonly correlation: number;
  /** Observations that would say as much if they were independent, less the share of the parameters. */
  readonly freedom: number;
}

const mostCorrelated = 0.98;
/** Below this Student's t has no mean to speak of, and an interval says nothing. */
const leastFreedom = 2;

/**
 * The variance is that of the errors less that of seeds. The correlation of neighbours is raised by what a short series shows too little
 * of it, (1 + 3 r) / n (F. H. C. Marriott and J. A. Pope, Biometrika 41 (1954) 390-402). `spread` is the variance of each error over
 * seeds; `parameters` is how many of the parameters fall to this column.
 */
export function errorModelOf(
  errors: ArrayLike<number>,
  spread: ArrayLike<number>,
  { from, to, parameters }: { readonly from: number; readonly to: number; readonly parameters: number },
): ErrorModel {
  const count = to - from;
  let squares = 0;
  let neighbours = 0;
  let ofSeeds = 0;
  for (let i = from; i < to; i++) {
    squares += errors[i] * errors[i];
    ofSeeds += spread[i];
    if (i > from) neighbours += errors[i] * errors[i - 1];
  }
  const seen = squares > 0 ? neighbours / squares : 0;
  const correlation = clamp(seen + (1 + 3 * seen) / max(1, count), 0, mostCorrelated);
  const left = max(1, count - parameters);
  const variance = max(0, squares / left - ofSeeds / max(1, count));
  return {
    from,
    to,
    variance,
    correlation,
    freedom: max(leastFreedom, (left * (1 - correlation)) / (1 + correlation)),
  };
}

/** Sum over all pairs of the column's errors of a, the covariance of the two errors, and b. */
export function correlated(
  { from, to, variance, correlation }: ErrorModel,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): number {
  // The covariance falls by a factor with each step, so one pass in each direction does it.
  let total = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    before = b[i] + correlation * before;
    total += a[i] * before;
  }
  let behind = 0;
  for (let i = to - 1; i >= from; i--) {
    total += a[i] * behind;
    behind = correlation * (b[i] + behind);
  }
  return total * variance;
}
