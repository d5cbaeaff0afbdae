import type { Described, Engine } from '../../sim-core/contract/engine.ts';
import type { Code } from '../../sim-core/contract/extension.ts';
import type { BatchResult } from '../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { describedByEngine } from '../services/experiments/described-by-engine.ts';
import type { Installation } from '../services/installation.ts';
import { type BatchPool, batchPool } from './batch-pool.ts';
import type { ProgressBar } from './progress-bar.ts';

/** A batch that has run as far as it was let. */
export interface FinishedBatch {
  readonly engine: Engine;
  readonly batch: BatchResult;
  readonly cancelled: boolean;
  readonly startedAt: string;
  readonly durationMs: number;
}

/** Who watches a batch, and how it is stopped. */
export interface Watch {
  readonly progress: ProgressBar;
  /** Aborting it cancels the batch and keeps the seeds that finished. */
  readonly signal: AbortSignal;
  /** Told what will be reported before anything runs; throws where that is not what is wanted. */
  readonly onDescribed?: (described: Described) => void;
  /** Threads that outlive the batch; threads of its own if absent. */
  readonly pool?: BatchPool;
}

/** What can be run: a spec, and the project's modules that it names. */
export interface Runnable {
  readonly spec: ScenarioSpec;
  readonly code?: readonly Code[];
}

/** Runs seeds in worker threads, one a processor core if `workers` does not say how many. */
export async function runBatch(
  installation: Installation,
  { spec, code = [] }: Runnable,
  seeds: readonly string[],
  workers: number | undefined,
  { progress, signal, onDescribed, pool }: Watch,
): Promise<FinishedBatch> {
  const started = new Date();
  const engine = await loadEngine(installation.engineUrl.href);
  // Whatever no run can start with is told before any worker is.
  const described = await describedByEngine(installation, engine, { spec, code });
  onDescribed?.(described);
  const threads = pool ?? batchPool(installation, workers);
  try {
    const outcome = await threads.poolFor(code).batch({
      spec,
      seeds,
      signal,
      onFrame: (frame) => progress.frame?.(0, frame),
      onSeed: ({ seed }) => progress.seedOver?.(0, seed, 'simulated'),
      onFailure: ({ seed }) => progress.seedOver?.(0, seed, 'failed'),
    }).done;
    const finished = seeds.filter((seed) => outcome.results.some((result) => result.seed === seed));
    const failed = seeds.filter((seed) => outcome.failures.some((failure) => failure.seed === seed));
    const counted = outcome.cancelled
      ? seeds.filter((seed) => finished.includes(seed) || failed.includes(seed))
      : seeds;
    const batch = engine.fold(spec, counted, outcome.results, outcome.failures, described);
    const durationMs = Date.now() - started.getTime();
    return { engine, batch, cancelled: outcome.cancelled, startedAt: started.toISOString(), durationMs };
  } finally {
    progress.end();
    if (pool === undefined) threads.close();
  }
}
