import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Described, Engine } from '../../../../sim-core/contract/engine.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { type Answering, measuresFor, type NamedMeasure } from '../../../services/experiments/measures.ts';
import { countOfPlan, firstCases, type Plan, problemsOf } from '../../../services/experiments/plan.ts';
import { openRunStore, type RunStore } from '../../../services/experiments/run-store.ts';
import type { Installation } from '../../../services/installation.ts';
import { engineId } from '../../../services/studio-info.ts';
import { fromUser } from '../../places.ts';
import { Refusal } from '../../refusal.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { type SweepFlags, sweepRequest } from './sweep-request.ts';

export interface PrepareOptions extends SweepFlags {
  readonly out?: string;
  readonly store?: string;
  readonly workers?: number;
}

/** A sweep that was found good, and all that it takes to run it. */
export interface PreparedSweep {
  readonly plan: Plan;
  readonly cases: number;
  readonly measures: readonly NamedMeasure[];
  readonly engine: Engine;
  readonly engineId: string;
  /** What the scenario reports without any change. */
  readonly described: Described;
  readonly store: RunStore;
  readonly workers: number;
  /** Folder of the results. */
  readonly out: string;
}

/** Cases that are asked whether they can answer a measure. */
const mostAsked = 100;

/** Reads and checks all of a sweep before anything runs. Throws a `Refusal` with every problem. */
export async function prepareSweep(
  written: string,
  options: PrepareOptions,
  installation: Installation,
): Promise<PreparedSweep> {
  const { plan, project, places } = await sweepRequest(written, options, installation);
  const cases = countOfPlan(plan);
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
  const id = await engineId(nodeFiles, installation);
  const folder = options.store === undefined ? path.join(project, 'runs') : fromUser(options.store);
  return {
    ...{ plan, cases, measures, engine, described },
    engineId: id,
    store: await openRunStore(nodeFiles, { folder, engineId: id }),
    workers: options.workers ?? availableParallelism(),
    out: fromUser(options.out ?? path.join('out', plan.id)),
  };
}
