import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Engine } from '../../../../sim-core/contract/engine.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { type ReadySweep, readySweep } from '../../../services/experiments/ready-sweep.ts';
import { openRunStore, type RunStore } from '../../../services/experiments/run-store.ts';
import type { Installation } from '../../../services/installation.ts';
import { engineId } from '../../../services/studio-info.ts';
import { fromUser } from '../../places.ts';
import { type SweepFlags, sweepRequest } from './sweep-request.ts';

export interface PrepareOptions extends SweepFlags {
  readonly out?: string;
  readonly store?: string;
  readonly workers?: number;
}

/** A sweep that was found good, and all that it takes to run it. */
export interface PreparedSweep extends ReadySweep {
  readonly engine: Engine;
  readonly engineId: string;
  readonly store: RunStore;
  readonly workers: number;
  /** Folder of the results. */
  readonly out: string;
}

/** Reads and checks all of a sweep before anything runs. Throws a `Refusal` with every problem. */
export async function prepareSweep(
  written: string,
  options: PrepareOptions,
  installation: Installation,
): Promise<PreparedSweep> {
  const { plan, project, places } = await sweepRequest(written, options, installation);
  const ready = await readySweep(plan, places, installation);
  const engine = await loadEngine(installation.engineUrl.href);
  const id = await engineId(nodeFiles, installation);
  const folder = options.store === undefined ? path.join(project, 'runs') : fromUser(options.store);
  return {
    ...ready,
    engine,
    engineId: id,
    store: await openRunStore(nodeFiles, { folder, engineId: id }),
    workers: options.workers ?? availableParallelism(),
    out: fromUser(options.out ?? path.join('out', plan.id)),
  };
}
