import { countOfDesign, pointsOfDesign } from '../../../sim-core/analysis/designs/points-of-design.ts';
import type { Design, Factor, Point } from '../../../sim-core/contract/design.ts';
import { type Problem, StudioError } from '../../../sim-core/contract/errors.ts';
import { applyPoint, type OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { Placed } from '../../../sim-core/scenario/experiment/placed.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { parameterAt } from '../../../sim-core/scenario/set-parameter.ts';
import type { Case } from './case.ts';

/** A scenario, what is varied in it, on which seeds, and what is told of each case. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  /** With the overlays and values that hold in every case. */
  readonly document: ScenarioDocument;
  /** Overlays that points may name. */
  readonly shelf: OverlayShelf;
  readonly design: Design;
  readonly seeds: readonly string[];
  /** None: what is looked at first. */
  readonly measures: readonly Placed[];
}

/** A case of a plan, and its point. */
export interface PlannedCase extends Case {
  readonly point: Point;
  readonly label: string;
}

/** Cases that are checked before anything runs; beyond, a bad one stops the sweep where it is reached. */
const mostChecked = 10_000;
const mostTold = 10;

/** A plan whose ranges of whole numbers are made of whole numbers. */
export const withWholeNumbers = (plan: Plan): Plan => ({
  ...plan,
  design: {
    ...plan.design,
    factors: plan.design.factors.map((factor): Factor => {
      if ('values' in factor) return factor;
      const found = parameterAt(plan.document.spec, factor.path, plan.document.declared);
      const whole = found?.parameter.kind === 'number' && found.parameter.integer === true;
      if (factor.path === 'horizon') return { unit: 'day', ...factor, integer: true };
      return whole ? { ...factor, integer: true } : factor;
    }),
  },
});

/** How many cases the plan has. */
export const countOfPlan = ({ design }: Plan): number => countOfDesign(design);

/** The cases of a plan in order, made one by one. Throws a `StudioError` at one that makes no sense. */
export function* casesOf(plan: Plan): Generator<PlannedCase> {
  for (const point of pointsOfDesign(plan.design)) {
    const made = caseAt(plan, point);
    if (!('problems' in made)) yield made;
    else throw new StudioError(made.problems[0] ?? { code: 'defect', message: 'a case was refused' });
  }
}

/** The first cases of a plan, to be looked at before any is run. */
export function firstCases(plan: Plan, most: number): readonly PlannedCase[] {
  const first: PlannedCase[] = [];
  for (const each of casesOf(plan)) {
    first.push(each);
    if (first.length === most) break;
  }
  return first;
}

/** Every different problem in the cases of a plan, with the place of the factor; none where all can run. */
export function problemsOf(plan: Plan, places: ReadonlyMap<string, string> = new Map()): readonly Problem[] {
  const problems = new Map<string, Problem>();
  let checked = 0;
  for (const point of pointsOfDesign(plan.design)) {
    if (checked++ === mostChecked || problems.size >= mostTold) break;
    const made = caseAt(plan, point);
    if (!('problems' in made)) continue;
    for (const problem of made.problems) {
      const where = places.get(problem.where ?? '') ?? problem.where ?? labelOf(point);
      problems.set(problem.message, { ...problem, where });
    }
  }
  return [...problems.values()];
}

/** What distinguishes a case, in words. */
const labelOf = (point: Point): string =>
  point.length === 0 ? 'as it is' : point.map(({ path, written }) => `${path}=${written}`).join(', ');

function caseAt(plan: Plan, point: Point): PlannedCase | { readonly problems: readonly Problem[] } {
  const applied = applyPoint(plan.document, point, plan.shelf);
  if (!applied.ok) return { problems: applied.problems };
  return { document: applied.document, seeds: plan.seeds, point, label: labelOf(point) };
}
