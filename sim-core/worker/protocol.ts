import type { ProxyMethods } from 'comlink';
import type { Described, PerformedExample } from '../contract/engine.ts';
import type { Code, Declaration } from '../contract/extension.ts';
import type { Frame, SeedResult } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';

/** One seed to simulate. */
export interface Job {
  readonly spec: ScenarioSpec;
  readonly seed: string;
  /** Resume from the bytes of a checkpoint. */
  readonly checkpoint?: Uint8Array;
  /** Least milliseconds between two checkpoints, for who is given them; a run that is shorter makes none. */
  readonly checkpointEveryMs?: number;
}

/** Takes the frames of one job. Over a boundary it is a comlink proxy, which the worker lets go of when the job ends. */
export type FrameSink = ((frame: Frame) => void | Promise<void>) & Partial<ProxyMethods>;

/** Takes the state of one job after `done` ticks, to go on from there. Over a boundary it is a comlink proxy. */
export type CheckpointSink = ((bytes: Uint8Array, done: number) => void | Promise<void>) &
  Partial<ProxyMethods>;

/** What a worker offers over comlink: the same in a Web Worker and in a worker thread. It does one job at a time. */
export interface Endpoint {
  /**
   * Imports the engine bundle; with a project's own modules, their code runs where it reaches neither network nor files.
   * Must be called once, first. Answers what mechanisms the project declares. `engineText` is an engine to run in place of that of the
   * URL, as closed as the modules.
   */
  load(engineUrl: string, code?: readonly Code[], engineText?: string): Promise<readonly Declaration[]>;
  /** Performs the examples of the project's own mechanisms. */
  performed(): Promise<readonly PerformedExample[]>;
  /** What a spec reports. Rejects with a `StudioError` where the spec is bad. */
  describedOf(spec: ScenarioSpec): Promise<Described>;
  /**
   * Simulates in slices of about 12 ms. Frames arrive at most ten times a second while it runs, and one more when it
   * pauses or has stepped; together they hold the rows up to some tick, the result holds them all. Rejects with a
   * `StudioError`; its code is `run.cancelled` after `cancel`. Where the job says how often, checkpoints go to `keep`.
   */
  simulate(job: Job, onFrame: FrameSink, keep?: CheckpointSink): Promise<SeedResult>;
  /** Holds this job and those after it until `resume`. */
  pause(): void;
  resume(): void;
  /** While paused: one tick. */
  step(): void;
  /** Ends the job in hand; nothing if there is none. */
  cancel(): void;
}
