import { pointAt } from '../../../../sim-core/analysis/designs/point-at.ts';
import type { Goals } from '../../../../sim-core/analysis/goals/goal.ts';
import { outcomeOf, type Values } from '../../../../sim-core/analysis/goals/judge.ts';
import { readyMeasure } from '../../../../sim-core/analysis/measure-of.ts';
import type { Candidate, Outcome } from '../../../../sim-core/analysis/optimise/candidate.ts';
import { nsga2 } from '../../../../sim-core/analysis/optimise/nsga2.ts';
import { crowding, paretoFront } from '../../../../sim-core/analysis/optimise/pareto.ts';
import type { Factor, Point } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { createEvaluator } from '../evaluator.ts';
import { type RunnerOptions, withDesks } from '../runner.ts';
import { type CheckedCandidate, checked, type OptimiseAnswer } from './optimise-answer.ts';

/** What is asked: the values of these factors that serve the goals best. */
export interface OptimiseTask {
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  readonly factors: readonly Factor[];
  readonly goals: Goals;
  /** Units of the goals' measures. */
  readonly units: readonly string[];
  readonly seeds: readonly string[];
  /** Runs that may be made: points times seeds, the check included. */
  readonly budget: number;
  /** Candidates of a generation; chosen from the budget if absent. */
  readonly population?: number;
  readonly designSeed: string;
}

/** What a search is run with. */
export interface OptimiseOptions extends Omit<RunnerOptions, 'columns'> {
  /** Told of each batch of candidates that could be run. */
  readonly told?: (candidates: readonly TriedCandidate[]) => void;
}

/** A candidate on the seeds of the search, which it may owe something to luck there. */
export interface TriedCandidate {
  readonly point: Point;
  readonly values: Values;
}

/** What is kept of the budget for the check. */
const shareOfCheck = 0.3;

/**
 * Searches on common seeds, so that two candidates differ by what they are and not by luck; then runs the front again on twice as many
 * seeds that the search has not seen, since the best of many is also the luckiest of many. Throws `optimise.budget`, and
 * `optimise.base` where the scenario as it is does not run.
 */
export const runOptimise = (task: OptimiseTask, options: OptimiseOptions): Promise<OptimiseAnswer> =>
  withDesks(options, (kept) => searchAndCheck(task, kept));

async function searchAndCheck(task: OptimiseTask, options: OptimiseOptions): Promise<OptimiseAnswer> {
  const { document, shelf, factors, goals, seeds, budget, designSeed, population } = task;
  const checkSeeds = [...seeds, ...seeds].map((_, i) => `check-${i + 1}`);
  const forCheck = Math.max(2, Math.floor((budget * shareOfCheck) / checkSeeds.length));
  const candidates = Math.floor((budget - forCheck * checkSeeds.length) / seeds.length);
  if (candidates < leastCandidates) throw tooSmall(budget, seeds.length);
  const measure = (batch: BatchResult): Values => valuesOf(goals, batch);
  const searching = createEvaluator({ document, shelf, seeds, measure }, options);
  const search = nsga2({
    size: factors.length,
    budget: candidates,
    seed: designSeed,
    ...(population === undefined ? {} : { population }),
  });
  let asked = 0;
  let step = search.next();
  while (step.done !== true) {
    const points = step.value.map((at) => pointAt(factors, at));
    const answers = await searching.at(points);
    asked += answers.length;
    options.told?.(
      answers.flatMap((answer, i) => (answer.ok ? [{ point: points[i] ?? [], values: answer.value }] : [])),
    );
    step = search.next(answers.map((answer) => (answer.ok ? outcomeOf(goals, answer.value) : cannotRun)));
  }
  const found = distinctPoints(step.value, factors);
  const chosen = spreadOut(found, forCheck - 1);
  const checking = createEvaluator({ document, shelf, seeds: checkSeeds, measure }, options);
  const [base, ...again] = await checking.at([[], ...chosen.map(({ point }) => point)]);
  if (base?.ok !== true) throw noBase(base?.problem.message ?? '');
  const judged = again.flatMap((answer, i) => {
    const point = chosen[i]?.point;
    return answer.ok && point !== undefined
      ? [{ ...outcomeOf(goals, answer.value), point, values: answer.value }]
      : [];
  });
  const best = paretoFront(judged);
  const front = judged
    .map((each): CheckedCandidate => {
      const holds = best.includes(each) && each.violation === 0;
      return { ...checked(goals, each.point, each.values), holds };
    })
    .sort(bestFirst(goals));
  return {
    scenario: document.spec.id,
    goals: goals.goals.map(({ written, sense }, i) => ({ written, sense, unit: task.units[i] ?? '1' })),
    constraints: goals.constraints.map(({ written }) => written),
    asItIs: { ...checked(goals, [], base.value), holds: false },
    front,
    found: found.length,
    infeasible: found.every(({ violation }) => violation > 0),
    seeds,
    checkSeeds,
    candidates: asked,
    runs: asked * seeds.length + (chosen.length + 1) * checkSeeds.length,
  };
}

/** Numbers of each goal and each constraint, one a seed. */
function valuesOf({ goals, constraints }: Goals, batch: BatchResult): Values {
  return [...goals, ...constraints].map(({ measure }) => {
    const { read } = readyMeasure(measure, { ...batch, rules: verdicts }, suggestion);
    return batch.seeds.map(({ columns }) => read(columns));
  });
}

const cannotRun: Outcome = { objectives: [], violation: Number.POSITIVE_INFINITY };
const leastCandidates = 8;

interface Found extends Candidate {
  readonly point: Point;
}

/** Different coordinates may be one point, such as of whole numbers. */
const distinctPoints = (front: readonly Candidate[], factors: readonly Factor[]): readonly Found[] => [
  ...new Map(
    front.map((candidate) => {
      const point = pointAt(factors, candidate.at);
      return [JSON.stringify(point), { ...candidate, point }];
    }),
  ).values(),
];

/** So many of a front, without the one that has least room between its neighbours, again and again. */
function spreadOut(front: readonly Found[], count: number): readonly Found[] {
  let rest = [...front];
  while (rest.length > count) {
    const room = crowding(rest);
    const least = room.indexOf(Math.min(...room));
    rest = rest.filter((_, i) => i !== least);
  }
  return rest;
}

const bestFirst =
  ({ goals: [goal] }: Goals) =>
  (a: CheckedCandidate, b: CheckedCandidate): number => {
    if (a.holds !== b.holds) return a.holds ? -1 : 1;
    const difference = (a.goals[0]?.value ?? 0) - (b.goals[0]?.value ?? 0);
    return goal?.sense === 'maximise' ? -difference : difference;
  };

const tooSmall = (budget: number, seeds: number): StudioError =>
  new StudioError({
    code: 'optimise.budget',
    message: `${budget} runs are too few to search with ${seeds} seeds a candidate and to check what is found.`,
    hint: `Give at least --budget ${Math.ceil((leastCandidates * seeds + 4 * seeds) / (1 - shareOfCheck))}, or fewer seeds.`,
    where: '--budget',
  });

const noBase = (because: string): StudioError =>
  new StudioError({
    code: 'optimise.base',
    message: `The scenario as it is does not run: ${because}`,
    hint: 'Mend it first; the command run says more.',
  });
