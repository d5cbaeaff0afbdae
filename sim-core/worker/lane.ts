import { proxy } from 'comlink';
import type { Described } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';
import type { Frame, SeedResult } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import type { CheckpointSink, Job } from './protocol.ts';
import type { Spawn, Worker } from './spawn.ts';

/** One worker's place in a pool: when the worker dies, the next takes its place, paused if it was paused. */
export interface Lane {
  /** Resolves when a worker stands ready; rejects with a `StudioError` if none can be started. */
  ready(): Promise<void>;
  /** Simulates a seed, after `ready`. Rejects with a `StudioError`, at once if the worker dies. */
  simulate(job: Job, onFrame: (frame: Frame) => void, keep?: CheckpointSink): Promise<SeedResult>;
  /** What a spec reports, after `ready`. */
  describedOf(spec: ScenarioSpec): Promise<Described>;
  pause(): void;
  resume(): void;
  step(): void;
  /** Cancels the seed in hand; a worker that does not answer, as in an endless loop of a project's own rule, is ended. */
  cancel(): void;
  /** Ends the worker. `ready` would start another. */
  close(): void;
}

/** Milliseconds that a worker has to answer a cancel: many ticks of a large network. */
const longestCancel = 3000;

export function createLane(spawn: Spawn): Lane {
  let worker: Worker | undefined;
  /** Shared by all who wait for the worker in hand to load. */
  let loaded: Promise<void> | undefined;
  let paused = false;
  let abandon = (_reason: StudioError) => {};
  let simulating = false;
  let unanswered: ReturnType<typeof setTimeout> | undefined;

  /** Follows work until it is done or the worker is gone, since a dead worker answers nothing. */
  const whileAlive = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      abandon = reject;
      work.then(resolve, reject);
    });

  const start = (): Worker => {
    const started = spawn((problem) => {
      if (worker === started) drop(new StudioError(problem));
    });
    worker = started;
    return started;
  };

  const drop = (reason: StudioError): void => {
    worker?.terminate();
    worker = undefined;
    loaded = undefined;
    abandon(reason);
  };

  const load = async (): Promise<void> => {
    const started = start();
    try {
      await whileAlive(started.loaded);
    } catch (error) {
      started.terminate();
      if (worker === started) {
        worker = undefined;
        loaded = undefined;
      }
      throw error;
    }
    if (paused) void started.endpoint.pause();
  };

  return {
    async ready() {
      loaded ??= load();
      await loaded;
    },
    async simulate(job, onFrame, keep) {
      if (worker === undefined) throw new Error('simulate was called before ready');
      const kept = keep === undefined ? [] : [proxy(keep)];
      simulating = true;
      try {
        return await whileAlive(worker.endpoint.simulate(job, proxy(onFrame), ...kept));
      } finally {
        simulating = false;
        clearTimeout(unanswered);
      }
    },
    async describedOf(spec) {
      if (worker === undefined) throw new Error('describedOf was called before ready');
      return await whileAlive(worker.endpoint.describedOf(spec));
    },
    pause() {
      paused = true;
      void worker?.endpoint.pause();
    },
    resume() {
      paused = false;
      void worker?.endpoint.resume();
    },
    step() {
      void worker?.endpoint.step();
    },
    cancel() {
      void worker?.endpoint.cancel();
      clearTimeout(unanswered);
      if (simulating) unanswered = setTimeout(() => drop(cancelled()), longestCancel);
    },
    close() {
      drop(cancelled());
    },
  };
}

const cancelled = (): StudioError =>
  new StudioError({ code: 'run.cancelled', message: 'The run was cancelled.' });
