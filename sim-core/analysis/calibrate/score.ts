import { exp, sqrt } from '../../kernel/math.ts';
import { type ErrorScale, errorOf } from './error-scale.ts';
import type { ObservedColumn } from './observed-column.ts';
import type { Residual, Window } from './residuals.ts';

/** How well a column is met in one window. */
export interface Score {
  readonly column: string;
  readonly window: Window;
  readonly observations: number;
  /** Root of the mean squared error of the fitted model, as a share: of the observation, or of the mean size of the column. */
  readonly error: number;
  /** The mean error, as such a share; above 0 where the model says too much. */
  readonly bias: number;
  /** The same error of the scenario as it is. */
  readonly before: number;
  /** The same error of the last observation of the fit, kept; NaN within the fit. */
  readonly constant: number;
  /** Share of observations within what nine of ten seeds say, and within what was to be expected. */
  readonly insideSeeds: number;
  readonly insideExpected: number;
}

/** A score for each column and window that has an observation. `before` are errors of the scenario as it is, in order. */
export function scoresOf(
  observed: readonly ObservedColumn[],
  scales: readonly ErrorScale[],
  residuals: readonly Residual[],
  before: ArrayLike<number>,
): readonly Score[] {
  const windows: readonly Window[] = ['fit', 'held-out'];
  let from = 0;
  return observed.flatMap(({ column, observations }, c) => {
    const own = residuals.slice(from, from + observations.length);
    const errorsBefore = Array.from(observations, (_, i) => before[from + i]);
    from += observations.length;
    const share = (error: number): number => (scales[c].kind === 'ratio' ? exp(error) - 1 : error);
    const rootOf = (errors: readonly number[]): number =>
      share(sqrt(meanOf(errors.map((error) => error * error))));
    const last = own.filter(({ window }) => window === 'fit').at(-1)?.observation.value ?? NaN;
    return windows.flatMap((window): readonly Score[] => {
      const places = own.flatMap((residual, i) => (residual.window === window ? [i] : []));
      const inside = places.map((i) => own[i]);
      if (inside.length === 0) return [];
      const kept = inside.map(({ observation }) => errorOf(scales[c], observation.value, last));
      return [
        {
          column,
          window,
          observations: inside.length,
          error: rootOf(inside.map(({ error }) => error)),
          bias: share(meanOf(inside.map(({ error }) => error))),
          before: rootOf(places.map((i) => errorsBefore[i])),
          constant: window === 'fit' ? NaN : rootOf(kept),
          insideSeeds: meanOf(inside.map(({ seeds }) => (seeds.holds ? 1 : 0))),
          insideExpected: meanOf(inside.map(({ expected }) => (expected.holds ? 1 : 0))),
        },
      ];
    });
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
