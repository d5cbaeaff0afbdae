import { centralsOf, columnsOf } from '../../../../sim-core/analysis/calibrate/central-of.ts';
import { errorModelOf } from '../../../../sim-core/analysis/calibrate/error-model.ts';
import { type ErrorScale, errorsOf } from '../../../../sim-core/analysis/calibrate/error-scale.ts';
import type { Misfit } from '../../../../sim-core/analysis/calibrate/error-search.ts';
import { countsBefore } from '../../../../sim-core/analysis/calibrate/hold-out.ts';
import { dot } from '../../../../sim-core/analysis/calibrate/linear.ts';
import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import type { Slopes } from '../../../../sim-core/analysis/calibrate/slopes-at.ts';
import { type Uncertainty, uncertaintyOf } from '../../../../sim-core/analysis/calibrate/uncertainty.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { CalibrateTask } from './calibrate-task.ts';

/** The observations that the scenario has a value for, and how they count. */
export interface Framed {
  readonly observed: readonly ObservedColumn[];
  readonly scales: readonly ErrorScale[];
  /** For each column, how many observations the fit sees. */
  readonly fitted: readonly number[];
  /** Of each error: columns count alike, and so do the observations of one; 0 for what is held out. */
  readonly weights: Float64Array;
  /** Of values for all observations of the task, those that are kept. */
  readonly kept: (values: Float64Array) => Float64Array;
  /** What was passed over, in sentences. */
  readonly notes: readonly string[];
}

/** A fitted point with what its uncertainty follows from. */
export interface Fit {
  readonly at: readonly number[];
  readonly errors: Float64Array;
  readonly slopes: Slopes;
  /** What each fresh seed says in the place of the observations. */
  readonly paths: readonly Float64Array[];
  readonly radius: number;
  /** All points that were tried. */
  readonly tried: readonly Misfit[];
}

/** Leaves out observations on which the scenario has no value. Throws `calibrate.no-value` where too few are left. */
export function framed(
  { observed, cut, parameters, metrics }: CalibrateTask,
  scales: readonly ErrorScale[],
  modelled: Float64Array,
): Framed {
  const places: number[] = [];
  const notes: string[] = [];
  let from = 0;
  const left = observed.map((column) => {
    const begin = from;
    from += column.observations.length;
    const observations = column.observations.filter((_, i) => {
      const has = !Number.isNaN(modelled[begin + i] ?? Number.NaN);
      if (has) places.push(begin + i);
      return has;
    });
    const lost = column.observations.length - observations.length;
    if (lost > 0)
      notes.push(`${column.metric} has no value on ${lost} days of ${column.column}; they are passed over.`);
    return { ...column, observations };
  });
  const fitted = countsBefore(left, cut);
  const total = fitted.reduce((sum, count) => sum + count, 0);
  const bare = left.find((_, c) => fitted[c] === 0);
  if (bare !== undefined || total <= parameters.length) {
    const metric = bare?.metric ?? left[0]?.metric ?? '';
    throw new StudioError({
      code: 'calibrate.no-value',
      message: `The scenario has no value of ${metric} on the days that are fitted.`,
      hint: `Map the column to another metric: ${metrics.map(({ id }) => id).join(', ')}.`,
      where: '--map',
    });
  }
  const weights = left.flatMap(({ observations }, c) =>
    observations.map((_, i) => (i < (fitted[c] ?? 0) ? 1 / (left.length * (fitted[c] ?? 1)) : 0)),
  );
  return {
    observed: left,
    scales,
    fitted,
    weights: Float64Array.from(weights),
    kept: (values) => Float64Array.from(places, (place) => values[place] ?? Number.NaN),
    notes,
  };
}

/** Intervals of the parameters from the errors of the fit and what fresh seeds differ by. */
export function uncertaintyIn(task: CalibrateTask, frame: Framed, fit: Fit): Uncertainty {
  const { slopes, at, radius, tried, errors } = fit;
  const { weights } = frame;
  return uncertaintyOf({
    ...{ at, slopes, weights, radius, tried, misfit: dot(errors, errors, weights), seeds: task.seeds.length },
    deviations: deviationsOf(frame, fit),
    models: errorModelsOf(task, frame, fit),
  });
}

/** What the errors are beyond luck, for each column. */
export function errorModelsOf({ parameters }: CalibrateTask, frame: Framed, fit: Fit) {
  const spread = spreadOf(deviationsOf(frame, fit));
  const total = frame.fitted.reduce((sum, count) => sum + count, 0);
  let from = 0;
  return frame.observed.map(({ observations }, c) => {
    const count = frame.fitted[c] ?? 0;
    const part = { from, to: from + count, parameters: (parameters.length * count) / total };
    from += observations.length;
    return errorModelOf(fit.errors, spread, part);
  });
}

/** How far the errors of each seed are from those of the median of seeds. */
function deviationsOf({ observed, scales }: Framed, { paths }: Fit): readonly Float64Array[] {
  const middle = centralsOf(scales, columnsOf(observed), paths);
  const central = errorsOf(observed, scales, middle);
  return paths.map((path) => errorsOf(observed, scales, path).map((error, i) => error - (central[i] ?? 0)));
}

/** Variance of each error over seeds. */
const spreadOf = (deviations: readonly Float64Array[]): Float64Array =>
  Float64Array.from(deviations[0] ?? [], (_, i) => {
    const squares = deviations.reduce((sum, each) => sum + (each[i] ?? 0) * (each[i] ?? 0), 0);
    return squares / Math.max(1, deviations.length - 1);
  });

/** Less, and what single agents do makes the slopes. */
const narrowest = 0.05;
const widest = 0.25;

/** Over what slopes are taken the second time: about as far as each parameter is uncertain. */
export const widthsFrom = (
  { coordinates, covariance }: Uncertainty,
  finest: readonly number[],
): readonly number[] =>
  coordinates.map(({ told }, k) => {
    const spread = told === 'known' ? 1.5 * Math.sqrt(covariance[k]?.[k] ?? 0) : widest;
    return Math.max(finest[k] ?? 0, Math.min(widest, Math.max(narrowest, spread)));
  });
