import { abs, exp, log, max } from '../../kernel/math.ts';
import type { ObservedColumn } from './observed-column.ts';

/** How far off a model is: by a factor (its logarithm), or by a difference in units of the mean size of the observations. */
export interface ErrorScale {
  readonly kind: 'ratio' | 'difference';
  /** Of an error of 1 in the unit of the column, where the kind is `difference`. */
  readonly size: number;
  /** What a model that says nothing or less is counted as, where the kind is `ratio`. */
  readonly least: number;
}

/** Nothing is no factor of anything: a model that says 0 is counted as a thousandth of the smallest observation. */
const nearlyNothing = 0.001;

/** Ratios where every observation is above 0, differences otherwise. */
export function errorScaleOf({ observations }: Pick<ObservedColumn, 'observations'>): ErrorScale {
  let least = Infinity;
  let total = 0;
  for (const { value } of observations) {
    if (value < least) least = value;
    total += abs(value);
  }
  if (least > 0) return { kind: 'ratio', size: 1, least: least * nearlyNothing };
  const mean = total / observations.length;
  return { kind: 'difference', size: mean > 0 ? mean : 1, least: 0 };
}

/** Above 0 where the model says more than was observed. */
export const errorOf = ({ kind, size, least }: ErrorScale, observed: number, modelled: number): number =>
  kind === 'ratio' ? log(max(modelled, least) / observed) : (modelled - observed) / size;

/** What the model would say if its error were so much larger. */
export const movedBy = ({ kind, size }: ErrorScale, modelled: number, error: number): number =>
  kind === 'ratio' ? modelled * exp(error) : modelled + error * size;

/** Errors of what was modelled, in the order of all observations. */
export function errorsOf(
  observed: readonly ObservedColumn[],
  scales: readonly ErrorScale[],
  modelled: ArrayLike<number>,
): Float64Array {
  const errors = new Float64Array(modelled.length);
  let at = 0;
  for (const [c, { observations }] of observed.entries()) {
    for (const { value } of observations) {
      errors[at] = errorOf(scales[c], value, modelled[at]);
      at += 1;
    }
  }
  return errors;
}
