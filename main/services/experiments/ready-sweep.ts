import type { Described } from '../../../sim-core/contract/engine.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { describedByEngine } from './described-by-engine.ts';
import { type Answering, measuresFor, type NamedMeasure } from './measures.ts';
import { countOfPlan, firstCases, type Plan, problemsOf } from './plan.ts';

/** A sweep that was found good. */
export interface ReadySweep {
  readonly plan: Plan;
  readonly cases: number;
  readonly measures: readonly NamedMeasure[];
  /** What the scenario reports without any change. */
  readonly described: Described;
}

/** Cases that are asked whether they can answer a measure. */
const mostAsked = 100;

/** Checks all of a plan before anything runs. Throws a `Refusal` with every problem, in its place. */
export async function readySweep(
  plan: Plan,
  places: ReadonlyMap<string, string>,
  installation: Installation,
): Promise<ReadySweep> {
  const problems = problemsOf(plan, places);
  if (problems.length > 0) throw new Refusal(problems);
  const engine = await loadEngine(installation.engineUrl.href);
  const described = await describedByEngine(installation, engine, plan.document);
  const answering = ({ spec, code }: ScenarioDocument): Answering => ({
    spec,
    described: code === undefined ? engine.describedOf(spec) : described,
  });
  const asked = firstCases(plan, mostAsked).map(({ document }) => answering(document));
  const measures = measuresFor([answering(plan.document), ...asked], plan.measures);
  return { plan, cases: countOfPlan(plan), measures, described };
}
