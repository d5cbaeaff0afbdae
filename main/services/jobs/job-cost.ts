import { availableParallelism } from 'node:os';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { JobEstimate } from '../../api/jobs/jobs-api.ts';
import { createMemory } from '../create-memory.ts';
import { leastMs, loadOf, msPerLoadOf } from '../experiments/estimate.ts';
import { bytesOfSeed } from '../experiments/open-case.ts';
import type { RunStore } from '../experiments/run-store.ts';
import type { Installation } from '../installation.ts';
import type { PreparedJob } from './prepared-job.ts';

type Cost = Extract<JobEstimate, { readonly ok: true }>;

/** Cases that are looked up in the store; those beyond are taken to be like them. */
const mostLookedUp = 3000;

/** Costs of jobs. How fast a scenario runs is measured once, since a form asks again at every change. */
export function createJobCost(installation: Installation) {
  const speeds = createMemory<number>();
  const speedOf = (engine: Engine, document: ScenarioDocument): Promise<number> =>
    speeds(engine.specDigest(document.spec), () => msPerLoadOf(installation, { document }, '1'));

  return async (
    { document, cases, points, runs, because, notes }: PreparedJob,
    store: RunStore,
  ): Promise<Cost> => {
    const engine = await loadEngine(installation.engineUrl.href);
    const bytesOf = ({ spec, code }: ScenarioDocument): number =>
      bytesOfSeed(spec.ticks, code === undefined ? engine.describedOf(spec) : undefined);
    const total = { load: 0, runs: 0, stored: 0, bytes: 0 };
    let looked = 0;
    for (const each of cases?.() ?? []) {
      if (looked++ === mostLookedUp) break;
      const { spec } = each.document;
      const kept = await store.seedsOf(engine.specDigest(spec));
      const lacking = each.seeds.filter((seed) => !kept.has(seed)).length;
      total.runs += each.seeds.length;
      total.stored += each.seeds.length - lacking;
      total.load += lacking * loadOf(spec);
      if (lacking > 0) total.bytes += lacking * bytesOf(each.document);
    }
    if (cases === undefined) {
      total.runs = runs;
      total.load = runs * loadOf(document.spec);
      total.bytes = runs * bytesOf(document);
    }
    const more = total.runs === 0 ? 1 : runs / total.runs;
    const workers = availableParallelism();
    const stored = Math.round(total.stored * more);
    const speed = stored === runs ? 0 : await speedOf(engine, document);
    const durationMs = (total.load * more * speed + (runs - stored) * leastMs) / workers;
    return {
      ...{ ok: true, cases: points, runs, stored, durationMs, workers, because, notes },
      bytes: total.bytes * more,
      atMost: cases === undefined,
    };
  };
}
