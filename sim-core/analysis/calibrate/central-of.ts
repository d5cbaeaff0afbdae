import { quantileOf } from '../quantile.ts';
import type { ErrorScale } from './error-scale.ts';

/** What a model says over its seeds: their median where errors are ratios, their mean where they are differences, which may be mostly 0. */
export const centralOf = ({ kind }: ErrorScale, values: readonly number[]): number =>
  kind === 'ratio' ? quantileOf(values, 0.5) : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same for each observation, from what each seed says; `columnOf` has the scale of each. */
export const centralsOf = (
  scales: readonly ErrorScale[],
  columnOf: ArrayLike<number>,
  paths: readonly ArrayLike<number>[],
): Float64Array =>
  Float64Array.from(columnOf, (column, i) =>
    centralOf(
      scales[column],
      paths.map((path) => path[i]),
    ),
  );

/** For each observation, which column it is of. */
export const columnsOf = (observed: readonly { readonly observations: readonly unknown[] }[]): Uint8Array =>
  Uint8Array.from(observed.flatMap(({ observations }, column) => observations.map(() => column)));
