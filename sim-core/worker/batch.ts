import { type Problem, StudioError, toProblem } from '../contract/errors.ts';
import type { Frame, SeedFailure, SeedResult } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import type { Lane } from './lane.ts';

/** Seeds of one spec to simulate, and who wants to hear of them meanwhile. */
export interface BatchRequest {
  readonly spec: ScenarioSpec;
  readonly seeds: readonly string[];
  /** New rows of a seed, while it runs. */
  readonly onFrame?: (frame: Frame) => void;
  /** A seed has finished; in the order in which they do. */
  readonly onSeed?: (result: SeedResult) => void;
  /** A seed has failed; the others go on. */
  readonly onFailure?: (failure: SeedFailure) => void;
  /** Aborting it is `cancel`. */
  readonly signal?: AbortSignal;
}

/** What became of the seeds, in the order of the request. After a cancel, seeds that had not finished are in neither list. */
export interface BatchOutcome {
  readonly results: readonly SeedResult[];
  readonly failures: readonly SeedFailure[];
  readonly cancelled: boolean;
}

export interface Batch {
  /** Never rejects because of a seed or a worker. */
  readonly done: Promise<BatchOutcome>;
  pause(): void;
  resume(): void;
  /** While paused: one tick of each seed in hand. */
  step(): void;
  /** Keeps what has finished. */
  cancel(): void;
}

type Outcome = { readonly result: SeedResult } | { readonly failure: SeedFailure };

/** Begins once `turn` has come, so that batches share a pool one after another. */
export function startBatch(request: BatchRequest, lanes: readonly Lane[], turn: Promise<unknown>): Batch {
  const { spec, seeds, signal } = request;
  const outcomes = new Map<number, Outcome>();
  let upcoming = 0;
  let paused = false;
  let cancelled = false;
  let inHand: readonly Lane[] = [];

  const cancel = (): void => {
    cancelled = true;
    for (const lane of inHand) lane.cancel();
  };

  const fail = (index: number, seed: string, problem: Problem): void => {
    const failure = { seed, problem };
    outcomes.set(index, { failure });
    request.onFailure?.(failure);
  };

  const simulateNext = async (lane: Lane): Promise<void> => {
    const index = upcoming;
    const seed = seeds[index];
    if (seed === undefined) return;
    upcoming += 1;
    let result: SeedResult;
    try {
      result = await lane.simulate({ spec, seed }, (frame) => request.onFrame?.(frame));
    } catch (error) {
      if (!(cancelled || isCancel(error))) fail(index, seed, toProblem(error));
      return;
    }
    outcomes.set(index, { result });
    request.onSeed?.(result);
  };

  /** Takes seeds until none is left, or returns why this lane cannot go on. */
  const work = async (lane: Lane): Promise<Problem | undefined> => {
    while (upcoming < seeds.length && !cancelled) {
      try {
        await lane.ready();
      } catch (error) {
        return toProblem(error);
      }
      if (!cancelled) await simulateNext(lane);
    }
    return undefined;
  };

  const run = async (): Promise<BatchOutcome> => {
    await turn;
    inHand = lanes.slice(0, seeds.length);
    for (const lane of inHand) paused ? lane.pause() : lane.resume();
    const problems = await Promise.all(inHand.map(work));
    inHand = [];
    const noWorker = problems.find((problem) => problem !== undefined);
    if (noWorker !== undefined && !cancelled) {
      for (const [index, seed] of seeds.entries()) if (index >= upcoming) fail(index, seed, noWorker);
    }
    return { ...inSeedOrder(outcomes), cancelled };
  };

  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const done = run().finally(() => signal?.removeEventListener('abort', cancel));
  return {
    done,
    cancel,
    pause() {
      paused = true;
      for (const lane of inHand) lane.pause();
    },
    resume() {
      paused = false;
      for (const lane of inHand) lane.resume();
    },
    step() {
      for (const lane of inHand) lane.step();
    },
  };
}

const isCancel = (error: unknown): boolean => error instanceof StudioError && error.code === 'run.cancelled';

function inSeedOrder(outcomes: ReadonlyMap<number, Outcome>): Pick<BatchOutcome, 'results' | 'failures'> {
  const sorted = [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
  return {
    results: sorted.flatMap((outcome) => ('result' in outcome ? [outcome.result] : [])),
    failures: sorted.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : [])),
  };
}
