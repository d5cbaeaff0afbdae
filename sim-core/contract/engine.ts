import type { MetricDescription } from './metric.ts';
import type { BatchResult, Moment, SeedFailure, SeedResult } from './run.ts';
import type { ScenarioSpec } from './scenario.ts';

/** What the engine bundle exports: the whole surface between a worker and the model. */
export interface Engine {
  /** Metrics that a spec reports, in column order. */
  metricsOf(spec: ScenarioSpec): readonly MetricDescription[];
  /** Simulates one seed; from the bytes of a checkpoint if given. Throws `StudioError` where the spec or the run is bad. */
  simulate(spec: ScenarioSpec, seed: string, checkpoint?: Uint8Array): Generator<Moment, SeedResult, void>;
  /** Folds seeds that have finished; the order of the arguments does not matter, the order of `seeds` does. */
  fold(
    spec: ScenarioSpec,
    seeds: readonly string[],
    results: readonly SeedResult[],
    failures: readonly SeedFailure[],
  ): BatchResult;
  /** sha256 of the canonical JSON of a spec: with the engine id and the seeds, the key of a result. */
  specDigest(spec: ScenarioSpec): string;
}
