import { centralsOf, columnsOf } from '../../../../sim-core/analysis/calibrate/central-of.ts';
import { errorScaleOf, errorsOf } from '../../../../sim-core/analysis/calibrate/error-scale.ts';
import type { ErrorSearch, TriedPoint } from '../../../../sim-core/analysis/calibrate/error-search.ts';
import { leastSquares } from '../../../../sim-core/analysis/calibrate/least-squares.ts';
import { modelledAt } from '../../../../sim-core/analysis/calibrate/modelled-at.ts';
import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import { finestOf, rounded, valueAt } from '../../../../sim-core/analysis/calibrate/ranged-coordinate.ts';
import { slopesAt } from '../../../../sim-core/analysis/calibrate/slopes-at.ts';
import { pointAt } from '../../../../sim-core/analysis/designs/point-at.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { createEvaluator } from '../evaluator.ts';
import { type RunnerOptions, withDesks } from '../runner.ts';
import { answerOf } from './answer-of.ts';
import type { CalibrateAnswer, CalibrateProgress } from './calibrate-answer.ts';
import { type CalibrateTask, searchPoints } from './calibrate-task.ts';
import { type Fit, type Framed, framed, uncertaintyIn, widthsFrom } from './fit.ts';

/** What a calibration is run with. */
export interface CalibrateOptions extends Omit<RunnerOptions, 'columns'> {
  /** Told after each batch of points. */
  readonly told?: (progress: CalibrateProgress) => void;
}

/**
 * Fits the parameters with the same seeds at every point, so that two points differ by what they are and not by luck; then runs the
 * fitted point and the scenario as it is on seeds that the search has not seen. Throws `calibrate.base` where the scenario as it is does
 * not run, and `calibrate.nowhere` where no point of the ranges does.
 */
export const runCalibrate = (task: CalibrateTask, options: CalibrateOptions): Promise<CalibrateAnswer> =>
  withDesks(options, (kept) => fitAndCheck(task, kept));

async function fitAndCheck(task: CalibrateTask, options: CalibrateOptions): Promise<CalibrateAnswer> {
  const { document, shelf, seeds, checkSeeds, parameters } = task;
  const factors = parameters.map(({ factor }) => factor);
  const pathsIn = (observed: readonly ObservedColumn[], batch: BatchResult): readonly Float64Array[] =>
    batch.seeds.map(({ columns }) => modelledAt(observed, { ...batch, columns }));
  const checking = createEvaluator(
    { document, shelf, seeds: checkSeeds, measure: (batch) => pathsIn(task.observed, batch) },
    options,
  );
  const [base] = await checking.at([[]]);
  if (base?.ok !== true) throw noBase(base?.problem.message ?? '');
  const scales = task.observed.map(errorScaleOf);
  const middle = (paths: readonly Float64Array[]): Float64Array =>
    centralsOf(scales, columnsOf(task.observed), paths);
  const frame = framed(task, scales, middle(base.value));
  const fitting = createEvaluator(
    { document, shelf, seeds, measure: (batch) => middle(pathsIn(task.observed, batch)) },
    options,
  );
  const finest = factors.map(finestOf);
  const search = leastSquares({
    ...{ size: factors.length, points: searchPoints(task), weights: frame.weights, finest },
    seed: task.designSeed,
  });
  const desk = deskOf(task, frame, options, async (points) => {
    const answers = await fitting.at(points.map((at) => pointAt(factors, at)));
    return answers.map((answer) => (answer.ok ? frame.kept(answer.value) : undefined));
  });
  const found = await desk.performed(search, 'search');
  if (found === undefined) throw nowhere();
  const at = found.best.at.map((part, k) => {
    const factor = factors[k];
    return factor === undefined ? part : rounded(factor, part);
  });
  const [errors] = await desk.errorsAt([at]);
  const best = { at, errors: errors ?? found.best.errors };
  const first = await desk.performed(
    slopesAt(
      best,
      finest.map((least) => Math.max(firstWidth, least)),
    ),
    'slopes',
  );
  options.told?.({ stage: 'check', points: desk.asked(), of: desk.of });
  const [check] = await checking.at([pointAt(factors, at)]);
  if (check?.ok !== true) throw noBase(check?.problem.message ?? '');
  const paths = check.value.map((path) => frame.kept(path));
  // No interval is narrower than what rounding moved the point by.
  const moved = at.map((part, k) => Math.abs(part - (found.best.at[k] ?? part)));
  const radius = Math.max(found.radius, ...moved);
  const fitWith = (slopes: Fit['slopes']): Fit => ({ ...best, slopes, paths, radius, tried: found.tried });
  const rough = uncertaintyIn(task, frame, fitWith(first.slopes));
  const second = await desk.performed(slopesAt(best, widthsFrom(rough, finest)), 'slopes');
  const points = desk.asked();
  const runs = points * seeds.length + 2 * checkSeeds.length;
  const before = errorsOf(frame.observed, frame.scales, frame.kept(middle(base.value)));
  return answerOf(task, frame, fitWith(second.slopes), { before, points, runs });
}

/** Over what the first slopes are taken: a share of the range. */
const firstWidth = 0.1;

/** Performs searches: asks for their points, counts them, and tells how far they are. */
function deskOf(
  task: CalibrateTask,
  { observed, scales, weights }: Framed,
  { told }: CalibrateOptions,
  modelled: (points: readonly (readonly number[])[]) => Promise<readonly (Float64Array | undefined)[]>,
) {
  const of = searchPoints(task) + 4 * task.parameters.length + 1;
  let asked = 0;
  let best: Pick<TriedPoint, 'at' | 'misfit'> | undefined;
  const errorsAt = async (points: readonly (readonly number[])[]) => {
    const answers = await modelled(points);
    asked += points.length;
    return answers.map((values) => {
      if (values === undefined) return undefined;
      const errors = errorsOf(observed, scales, values);
      return errors.some(Number.isNaN) ? undefined : errors;
    });
  };
  const performed = async <T>(search: ErrorSearch<T>, stage: CalibrateProgress['stage']): Promise<T> => {
    let step = search.next();
    while (step.done !== true) {
      const points = step.value;
      const errors = await errorsAt(points);
      for (const [i, each] of errors.entries()) {
        const misfit = each?.reduce((sum, error, place) => sum + error * error * (weights[place] ?? 0), 0);
        const at = points[i];
        if (at !== undefined && misfit !== undefined && misfit < (best?.misfit ?? Number.POSITIVE_INFINITY))
          best = { at, misfit };
      }
      told?.({ stage, points: asked, of, ...(best === undefined ? {} : { best: bestText(task, best) }) });
      step = search.next(errors);
    }
    return step.value;
  };
  return { errorsAt, performed, asked: () => asked, of };
}

const bestText = ({ parameters }: CalibrateTask, { at, misfit }: Pick<TriedPoint, 'at' | 'misfit'>) => ({
  error: Math.sqrt(misfit),
  values: parameters.map(({ factor }, k) => ({ path: factor.path, value: valueAt(factor, at[k] ?? 0) })),
});

const noBase = (because: string): StudioError =>
  new StudioError({
    code: 'calibrate.base',
    message: `The scenario does not run: ${because}`,
    hint: 'Mend it first; the command run says more.',
  });

const nowhere = (): StudioError =>
  new StudioError({
    code: 'calibrate.nowhere',
    message:
      'The scenario runs at no point of these ranges, or has no value there on the days of the record.',
    hint: 'Narrow the ranges around the values that it has.',
    where: '--factors',
  });
