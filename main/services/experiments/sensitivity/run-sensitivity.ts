import { bootstrapMethod } from '../../../../sim-core/analysis/bootstrap.ts';
import { pointAt } from '../../../../sim-core/analysis/designs/point-at.ts';
import { measureOf } from '../../../../sim-core/analysis/measure-of.ts';
import { type Problem, StudioError } from '../../../../sim-core/contract/errors.ts';
import { applyPoint } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { cancelled } from '../cancelled.ts';
import type { Case, CaseResult } from '../case.ts';
import { type NamedMeasure, readyIn } from '../measures.ts';
import { type RunnerOptions, runCases } from '../runner.ts';
import type { SensitivityPlan } from './plan-sensitivity.ts';
import type { FactorResult, PointWithout, SensitivityResult } from './sensitivity-result.ts';

/** What an analysis is run with. */
export interface SensitivityOptions extends Omit<RunnerOptions, 'columns'> {
  /** Told after each point, with how many there are and what they come to so far, which may throw where they are too few. */
  readonly told?: (points: number, soFar: () => SensitivityResult) => void;
}

/**
 * Runs the scenario as it is and at every point of the plan, all on the same seeds, so that luck is no effect; then analyses. Columns
 * are measured and let go, so memory does not grow with points. Throws `experiment.cancelled`, `sensitivity.base`, and what the
 * method throws where too many points failed.
 */
export async function runSensitivity(
  plan: SensitivityPlan,
  options: SensitivityOptions,
): Promise<SensitivityResult> {
  const { task, analysis } = plan;
  const outputs = new Array<number>(analysis.points.length).fill(Number.NaN);
  const problems: Problem[] = [];
  let asItIs = Number.NaN;
  let over = 0;
  const cases = casesOfSensitivity(plan, (problem) => problems.push(problem));
  for await (const result of runCases(cases, { ...options, columns: true })) {
    const { point } = result.case;
    const value = meanOf(result, task.named);
    if (point < 0) {
      asItIs = value;
      if (Number.isNaN(value)) throw noBase(result, task.named.name);
    } else if (Number.isNaN(value)) problems.push(problemOf(result, task.named.name));
    else outputs[point] = value;
    if (point >= 0) over += 1;
    options.told?.(over, () => resultOf(plan, asItIs, outputs, problems));
  }
  if (options.signal?.aborted === true) throw cancelled(options.store !== undefined);
  return resultOf(plan, asItIs, outputs, problems);
}

/** A case of a plan; point -1 is the scenario as it is. */
export interface PointCase extends Case {
  readonly point: number;
}

/** The scenario as it is, then each point that the scenario does not refuse. `refused` is told of the others. */
export function* casesOfSensitivity(
  { task, analysis }: SensitivityPlan,
  refused: (problem: Problem) => void = () => {},
): Generator<PointCase> {
  const { document, shelf, seeds } = task;
  const factors = task.factors.map(({ factor }) => factor);
  yield { document, seeds, label: 'as it is', point: -1 };
  for (const [point, coordinates] of analysis.points.entries()) {
    const read = applyPoint(document, pointAt(factors, coordinates), shelf);
    if (read.ok) yield { document: read.document, seeds, label: `point ${point + 1}`, point };
    else for (const problem of read.problems.slice(0, 1)) refused(problem);
  }
}

/**
 * Mean over the seeds that have a number; NaN where a seed failed, since the others alone would be a different luck. The measure is
 * made ready for each case: a mechanism, a start or a horizon may be what is varied.
 */
function meanOf({ batch, case: { document } }: CaseResult<PointCase>, measure: NamedMeasure): number {
  const ready = readyIn(document.spec, batch, measure);
  if (batch.failures.length > 0 || ready === undefined) return Number.NaN;
  const values = measureOf(batch, ready).filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function problemOf({ batch }: CaseResult<PointCase>, written: string): Problem {
  const [failure] = batch.failures;
  return failure === undefined
    ? { code: 'measure.no-number', message: `${written} has no number in any seed.` }
    : failure.problem;
}

function resultOf(
  { task, choice, analysis, runs }: SensitivityPlan,
  asItIs: number,
  outputs: readonly number[],
  problems: readonly Problem[],
): SensitivityResult {
  const { effects, unsourced } = analysis.analyse(outputs);
  const factors = task.factors.flatMap(({ factor, ...described }, i): FactorResult[] => {
    const effect = effects[i];
    return effect === undefined ? [] : [{ path: factor.path, ...described, ...effect }];
  });
  const known = outputs.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    scenario: task.document.spec.id,
    measure: task.named.name,
    title: task.measure.title,
    unit: task.measure.unit,
    method: choice.method,
    because: choice.because,
    effectMeans: analysis.effectMeans,
    intervalMethod: bootstrapMethod,
    points: choice.points,
    runs,
    seeds: task.seeds,
    designSeed: task.designSeed,
    asItIs,
    mean,
    deviation: Math.sqrt(squares / known.length),
    factors: factors.sort((a, b) => b.effect - a.effect),
    unsourced,
    without: alike(problems),
    leftOut: task.leftOut,
  };
}

/** Problems that differ in numbers only, together. */
function alike(problems: readonly Problem[]): readonly PointWithout[] {
  const groups = new Map<string, { points: number; problem: Problem }>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.message.replace(/\d+(\.\d+)?/g, '0')}`;
    const group = groups.get(key) ?? { points: 0, problem };
    group.points += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function noBase(result: CaseResult<PointCase>, written: string): StudioError {
  const problem = problemOf(result, written);
  return new StudioError({
    ...problem,
    code: 'sensitivity.base',
    message: `The scenario as it is has no ${written}: ${problem.message}`,
  });
}
