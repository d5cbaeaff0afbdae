import type { Described, Engine } from '../../sim-core/contract/engine.ts';
import { sampleTicks } from '../../sim-core/kernel/sampling.ts';
import type { Batch } from '../../sim-core/worker/batch.ts';
import type { Pool } from '../../sim-core/worker/pool.ts';
import { createStore, type Store } from '../state/store.ts';
import { createGathering } from './gathering.ts';
import type { RunRequest, RunSnapshot, RunState } from './run-snapshot.ts';
import type { SeedCache } from './seed-cache.ts';
import { createStopwatch } from './stopwatch.ts';
import { throttled } from './throttled.ts';

/** A run that has been started. */
export interface Run {
  readonly snapshot: Pick<Store<RunSnapshot>, 'get' | 'subscribe'>;
  pause(): void;
  resume(): void;
  /** While paused: one day of each seed in hand. */
  step(): void;
  /** Keeps the seeds that have finished. */
  cancel(): void;
}

interface RunParts {
  readonly engine: Engine;
  readonly engineId: string;
  /** What the spec reports. */
  readonly described: Described;
  readonly pool: Pool;
  readonly cache: SeedCache;
}

/** Milliseconds between two pictures. */
const interval = 100;

/** Simulates the seeds that the cache does not know, and tells how it stands. */
export function startRun(request: RunRequest, { engine, engineId, described, pool, cache }: RunParts): Run {
  const { spec, seeds } = request;
  const { metrics, breakdowns } = described;
  const samples = sampleTicks(spec.ticks);
  const gathering = createGathering(request, engine, described, () => setTimeout(publish.soon));
  const watch = createStopwatch(() => performance.now());
  const missing: string[] = [];
  for (const seed of seeds) {
    const known = cache.get(seed);
    if (known === undefined) missing.push(seed);
    else gathering.finish(known);
  }
  const before = gathering.ticks();
  const total = seeds.length * spec.ticks - before;
  let state: RunState = missing.length === 0 ? 'done' : 'running';

  const take = (): RunSnapshot => {
    const { spreads, ...gathered } = gathering.get();
    const result = state === 'done' || state === 'cancelled' ? gathering.folded() : undefined;
    const ticks = gathering.ticks() - before;
    const seconds = watch.seconds();
    const canJudge = state === 'running' && ticks > 0 && seconds > 0.3;
    return {
      request,
      engineId,
      workers: Math.min(pool.size, missing.length),
      metrics,
      breakdowns,
      sampleTicks: samples,
      state,
      progress: total === 0 ? 1 : ticks / total,
      seconds,
      ...(canJudge ? { secondsLeft: (seconds * (total - ticks)) / ticks } : {}),
      ...gathered,
      fanOf: spreads.ofMetric,
      breakdownFanOf: spreads.ofBreakdown,
      ...(result === undefined ? {} : { result }),
    };
  };
  const publish = throttled(interval, () => snapshot.set(take()));
  const snapshot = createStore(take());
  const enter = (next: RunState) => {
    state = next;
    if (next === 'running') watch.start();
    else watch.stop();
    publish.now();
  };

  const begin = (): Batch => {
    enter('running');
    const started = pool.batch({
      spec,
      seeds: missing,
      onFrame(frame) {
        gathering.take(frame);
        publish.soon();
      },
      onSeed(result) {
        gathering.finish(result);
        cache.set(result);
        publish.soon();
      },
      onFailure(failure) {
        gathering.fail(failure);
        publish.soon();
      },
    });
    void started.done.then(({ results, failures }) => {
      gathering.dropLive();
      enter(results.length + failures.length < missing.length ? 'cancelled' : 'done');
    });
    return started;
  };
  const batch = missing.length === 0 ? undefined : begin();

  const only = (needed: RunState, act: () => void) => () => {
    if (state === needed) act();
  };
  return {
    snapshot,
    pause: only('running', () => {
      batch?.pause();
      enter('paused');
    }),
    resume: only('paused', () => {
      batch?.resume();
      enter('running');
    }),
    step: only('paused', () => batch?.step()),
    cancel: () => batch?.cancel(),
  };
}
