import type { BreakdownDescription } from './breakdown.ts';
import type { Declaration } from './extension.ts';
import type { MetricDescription } from './metric.ts';
import type { BatchResult, Moment, SeedFailure, SeedResult } from './run.ts';
import type { ScenarioSpec } from './scenario.ts';

/** What a spec reports: the columns of its results. */
export interface Described {
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
}

/** What runs specs and folds results. */
export interface Simulator {
  /** What a spec reports, in the order of columns. */
  describedOf(spec: ScenarioSpec): Described;
  /** Simulates one seed; from the bytes of a checkpoint if given. Throws `StudioError` where the spec or the run is bad. */
  simulate(spec: ScenarioSpec, seed: string, checkpoint?: Uint8Array): Generator<Moment, SeedResult, void>;
  /**
   * Folds seeds that have finished; the order of the arguments does not matter, the order of `seeds` does. `described` is
   * what the spec reports, where another engine ran it.
   */
  fold(
    spec: ScenarioSpec,
    seeds: readonly string[],
    results: readonly SeedResult[],
    failures: readonly SeedFailure[],
    described?: Described,
  ): BatchResult;
  /** sha256 of the canonical JSON of a spec: with the engine id and the seeds, the key of a result. */
  specDigest(spec: ScenarioSpec): string;
}

/** What the engine bundle exports: the whole surface between a worker and the model. */
export interface Engine extends Simulator {
  /**
   * The same with a project's own mechanisms and metrics. `read` is what their modules export by default. Throws
   * `StudioError` (`extension.bad`, `extension.taken`) with the module's name.
   */
  extend(modules: readonly { readonly name: string; readonly read: unknown }[]): ExtendedEngine;
}

export interface ExtendedEngine extends Simulator {
  /** The project's own mechanisms, as data: what the reader, the schema and the reference need of them. */
  readonly declarations: readonly Declaration[];
  /** Performs the examples of the project's own mechanisms; `differences` is empty where the end is as the example says. */
  performed(): readonly PerformedExample[];
}

export interface PerformedExample {
  readonly mechanism: string;
  readonly says: string;
  readonly differences: readonly string[];
}
