import { sqrt } from '../../kernel/math.ts';
import { quantileOf } from '../quantile.ts';
import { centralOf } from './central-of.ts';
import { type ErrorScale, errorOf, movedBy } from './error-scale.ts';
import type { Observation, ObservedColumn } from './observed-column.ts';

/** An observation beside what the fitted model says of it. */
export interface Residual {
  readonly column: string;
  readonly observation: Observation;
  readonly window: Window;
  /** Median or mean of seeds, in the unit of the column. */
  readonly modelled: number;
  /** On the scale of the column: above 0 where the model says more. */
  readonly error: number;
  /** What nine of ten seeds say. */
  readonly seeds: Band;
  /** Where nine of ten observations should be: luck, what the fit left unexplained, and the parameters' own uncertainty. */
  readonly expected: Band;
}

export interface Band {
  readonly low: number;
  readonly high: number;
  /** Whether the observation is inside. */
  readonly holds: boolean;
}

/** What the parameters were fitted to, and what was kept from them. */
export type Window = 'fit' | 'held-out';

/** Nine of ten: the middle of a normal distribution within so many standard deviations. */
const ninetyPercent = 1.6448536269514722;

/** What residuals are made of, all in the order of the observations. */
export interface Judged {
  readonly observed: readonly ObservedColumn[];
  readonly scales: readonly ErrorScale[];
  /** For each column, how many of its observations the fit has seen: the first. */
  readonly fitted: readonly number[];
  /** One array a seed that the fit has not seen. */
  readonly paths: readonly ArrayLike<number>[];
  /** Variance of each error beyond luck: unexplained, and of the parameters. */
  readonly variances: ArrayLike<number>;
}

/** Residuals at the fitted point, on fresh seeds. */
export function residualsOf({ observed, scales, fitted, paths, variances }: Judged): readonly Residual[] {
  let at = 0;
  return observed.flatMap(({ column, observations }, c) =>
    observations.map((observation, place): Residual => {
      const values = paths.map((path) => path[at]);
      const modelled = centralOf(scales[c], values);
      const error = errorOf(scales[c], observation.value, modelled);
      const seeds = banded(observation, quantileOf(values, 0.05), quantileOf(values, 0.95));
      const wide = ninetyPercent * sqrt(varianceOf(values, scales[c]) + variances[at]);
      const expected = banded(
        observation,
        movedBy(scales[c], modelled, -wide),
        movedBy(scales[c], modelled, wide),
      );
      at += 1;
      return {
        column,
        observation,
        window: place < fitted[c] ? 'fit' : 'held-out',
        modelled,
        error,
        seeds,
        expected,
      };
    }),
  );
}

const banded = ({ value }: Observation, low: number, high: number): Band => ({
  low,
  high,
  holds: value >= low && value <= high,
});

/** Variance over seeds on the scale of the column; what it is held against shifts all alike. */
function varianceOf(values: readonly number[], scale: ErrorScale): number {
  const errors = values.map((value) => errorOf(scale, 1, value));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const squares = errors.reduce((sum, error) => sum + (error - mean) * (error - mean), 0);
  return errors.length < 2 ? 0 : squares / (errors.length - 1);
}
