import type { Engine } from '../../sim-core/contract/engine.ts';
import type { BatchResult, Frame, SeedFailure, SeedResult } from '../../sim-core/contract/run.ts';
import { createFans } from '../charts/fans.ts';
import type { Fan } from '../charts/plot-data.ts';
import { type LiveSeed, withFrame } from './live-seed.ts';
import type { RunRequest } from './run-snapshot.ts';

/** What has come of the seeds of a run so far. */
export interface Gathering {
  take(frame: Frame): void;
  finish(result: SeedResult): void;
  fail(failure: SeedFailure): void;
  /** Forgets seeds that have not finished. */
  dropLive(): void;
  /** Ticks that are known. */
  ticks(): number;
  /** All of it, in the order of the request. */
  get(): Gathered;
}

export interface Gathered {
  readonly live: readonly LiveSeed[];
  readonly results: readonly SeedResult[];
  readonly failures: readonly SeedFailure[];
  /** How the finished seeds spread, by column of the metric; absent before the first. */
  fanOf(column: number): Fan | undefined;
  /** Absent before the first seed has finished. */
  readonly folded?: BatchResult;
}

export function createGathering({ spec, seeds }: RunRequest, engine: Engine): Gathering {
  const results = new Map<string, SeedResult>();
  const failures = new Map<string, SeedFailure>();
  const live = new Map<string, LiveSeed>();
  const fans = createFans(spec.ticks, seeds.length);
  const inOrder = <Value>(known: ReadonlyMap<string, Value>): Value[] =>
    seeds.flatMap((seed) => known.get(seed) ?? []);

  const settle = (): Omit<Gathered, 'live'> => {
    const finished = inOrder(results);
    const failed = inOrder(failures);
    const parts = { results: finished, failures: failed, fanOf: fans.of };
    if (finished.length === 0) return parts;
    const known = seeds.filter((seed) => results.has(seed) || failures.has(seed));
    return { ...parts, folded: engine.fold(spec, known, finished, failed) };
  };
  let settled = settle();
  let stale = false;

  return {
    take(frame) {
      if (results.has(frame.seed) || failures.has(frame.seed)) return;
      live.set(frame.seed, withFrame(live.get(frame.seed), frame));
    },
    finish(result) {
      live.delete(result.seed);
      results.set(result.seed, result);
      fans.add(result);
      stale = true;
    },
    fail(failure) {
      live.delete(failure.seed);
      failures.set(failure.seed, failure);
      stale = true;
    },
    dropLive: () => live.clear(),
    ticks: () =>
      [...live.values()].reduce((sum, { done }) => sum + done, (results.size + failures.size) * spec.ticks),
    get() {
      if (stale) settled = settle();
      stale = false;
      return { ...settled, live: inOrder(live) };
    },
  };
}
