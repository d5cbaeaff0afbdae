import { dot } from '../../../../sim-core/analysis/calibrate/linear.ts';
import { valueAt } from '../../../../sim-core/analysis/calibrate/ranged-coordinate.ts';
import { residualsOf } from '../../../../sim-core/analysis/calibrate/residuals.ts';
import { scoresOf } from '../../../../sim-core/analysis/calibrate/score.ts';
import type { Slopes } from '../../../../sim-core/analysis/calibrate/slopes-at.ts';
import type { Uncertainty } from '../../../../sim-core/analysis/calibrate/uncertainty.ts';
import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import type { CalibrateAnswer, DayRange, FittedParameter } from './calibrate-answer.ts';
import type { CalibrateTask } from './calibrate-task.ts';
import { errorModelsOf, type Fit, type Framed, uncertaintyIn } from './fit.ts';
import { valueNow } from './value-now.ts';

interface Made {
  /** Errors of the scenario as it is. */
  readonly before: Float64Array;
  readonly points: number;
  readonly runs: number;
}

const strong = 0.8;

/** The answer at the fitted point. */
export function answerOf(
  task: CalibrateTask,
  frame: Framed,
  fit: Fit,
  { before, points, runs }: Made,
): CalibrateAnswer {
  const uncertainty = uncertaintyIn(task, frame, fit);
  const { observed, scales, fitted } = frame;
  const variances = variancesOf(task, frame, fit, uncertainty);
  const residuals = residualsOf({ observed, scales, fitted, paths: fit.paths, variances });
  const { document, record, seeds, checkSeeds, metrics, notes } = task;
  const heldOut = rangeOf(frame, 'held-out');
  return {
    scenario: document.spec.id,
    record,
    columns: observed.map(({ column, metric, how }, c) => {
      const { title = metric, unit = '1' } = metrics.find(({ id }) => id === metric) ?? {};
      return { column, metric, title, unit, how, scale: scales[c]?.kind ?? 'ratio' };
    }),
    fit: rangeOf(frame, 'fit') ?? { first: '', last: '' },
    heldOut,
    parameters: task.parameters.map((_, k) => parameterOf(task, fit, uncertainty, k)),
    together: togetherIn(task, uncertainty),
    misfit: {
      own: Math.sqrt(dot(fit.errors, fit.errors, frame.weights)),
      fresh: Math.sqrt(
        residuals.reduce((sum, { error }, i) => sum + error * error * (frame.weights[i] ?? 0), 0),
      ),
    },
    scores: scoresOf(observed, scales, residuals, before),
    residuals,
    ...{ seeds, checkSeeds, points, runs, notes: [...notes, ...frame.notes] },
  };
}

function parameterOf(
  task: CalibrateTask,
  { at }: Fit,
  { coordinates }: Uncertainty,
  k: number,
): FittedParameter {
  const [parameter, found] = [task.parameters[k], coordinates[k]];
  if (parameter === undefined || found === undefined) throw new Error(`there is no parameter ${k}`);
  const { factor, label, unit } = parameter;
  const { interval, openBelow, openAbove, told } = found;
  return {
    ...{ path: factor.path, label, unit, min: factor.min, max: factor.max },
    from: valueNow(task.document, factor.path),
    value: Number(valueAt(factor, at[k] ?? 0).toPrecision(6)),
    low: valueAt(factor, interval.low),
    high: valueAt(factor, interval.high),
    ...{ openBelow, openAbove, told },
  };
}

/** Variance of each error beyond luck: what the fit left, and what the parameters' uncertainty does to it. */
function variancesOf(
  task: CalibrateTask,
  frame: Framed,
  fit: Fit,
  { covariance }: Uncertainty,
): Float64Array {
  const models = errorModelsOf(task, frame, fit);
  const left = frame.observed.flatMap(({ observations }, c) =>
    observations.map(() => models[c]?.variance ?? 0),
  );
  return Float64Array.from(left, (variance, i) => variance + ofParameters(fit.slopes, covariance, i));
}

function ofParameters(slopes: Slopes, covariance: Uncertainty['covariance'], i: number): number {
  let total = 0;
  for (const [j, a] of slopes.entries())
    for (const [k, b] of slopes.entries()) total += (a[i] ?? 0) * (covariance[j]?.[k] ?? 0) * (b[i] ?? 0);
  return total;
}

function togetherIn({ parameters }: CalibrateTask, { covariance }: Uncertainty): CalibrateAnswer['together'] {
  const part = (j: number, k: number): number => covariance[j]?.[k] ?? 0;
  return parameters.flatMap(({ factor: one }, j) =>
    parameters.slice(j + 1).flatMap(({ factor: other }, rest) => {
      const k = j + 1 + rest;
      const correlation = part(j, k) / Math.sqrt(part(j, j) * part(k, k));
      return Math.abs(correlation) >= strong ? [{ paths: [one.path, other.path] as const, correlation }] : [];
    }),
  );
}

function rangeOf({ observed, fitted }: Framed, window: 'fit' | 'held-out'): DayRange | undefined {
  const inside = observed.flatMap(({ observations }, c) =>
    window === 'fit' ? observations.slice(0, fitted[c]) : observations.slice(fitted[c]),
  );
  if (inside.length === 0) return undefined;
  const first = Math.min(...inside.map(({ day }) => day));
  return { first: isoDate(first), last: isoDate(Math.max(...inside.map(({ day, days }) => day + days - 1))) };
}
