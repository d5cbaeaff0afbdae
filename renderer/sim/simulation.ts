import type { QueryClient } from '@tanstack/react-query';
import type { Engine } from '../../sim-core/contract/engine.ts';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Pool } from '../../sim-core/worker/pool.ts';
import { createStore, type Store } from '../state/store.ts';
import { type Run, startRun } from './run.ts';
import { isOpen, type RunRequest } from './run-snapshot.ts';
import { createSeedCache } from './seed-cache.ts';

/** Everything that runs in this page. It outlives screens: a run goes on wherever the user looks. */
export interface Simulation {
  /** The last run of each scenario, by its id, the latest last. */
  readonly runs: Pick<Store<ReadonlyMap<string, Run>>, 'get' | 'subscribe'>;
  /** Loads engine and workers ahead of a run that is likely, so that its first chart appears at once. */
  prepare(): void;
  /** The run that workers are busy with. */
  open(): Run | undefined;
  /** Whether a run is open or about to be. */
  busy(): boolean;
  /** Rejects with a `StudioError` if another run is open or the engine cannot be loaded. */
  start(request: RunRequest): Promise<Run>;
  /** Called after every change of any run. */
  subscribe(listener: () => void): () => void;
}

interface SimulationParts {
  readonly queries: QueryClient;
  readonly pool: Pool;
  loadEngine(): Promise<Engine>;
  engineId(): Promise<string>;
}

export function createSimulation({ queries, pool, loadEngine, engineId }: SimulationParts): Simulation {
  const runs = createStore<ReadonlyMap<string, Run>>(new Map());
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  let starting = false;
  let prepared = false;
  const open = () => [...runs.get().values()].find((run) => isOpen(run.snapshot.get()));
  return {
    runs,
    prepare() {
      if (prepared) return;
      prepared = true;
      pool.warm();
      // What goes wrong here goes wrong again when a run starts, and is shown then.
      Promise.all([loadEngine(), engineId()]).catch(() => {});
    },
    open,
    busy: () => starting || open() !== undefined,
    async start(request) {
      if (starting || open() !== undefined) throw busy;
      starting = true;
      tell();
      try {
        const [engine, id] = await Promise.all([loadEngine(), engineId()]);
        const cache = createSeedCache(queries, id, engine.specDigest(request.spec));
        const run = startRun(request, { engine, engineId: id, pool, cache });
        run.snapshot.subscribe(tell);
        const others = [...runs.get()].filter(([scenario]) => scenario !== request.scenario);
        runs.set(new Map([...others, [request.scenario, run]]));
        return run;
      } finally {
        starting = false;
        tell();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const busy = new StudioError({
  code: 'run.busy',
  message: 'Another run is under way.',
  hint: 'Wait until it is done, or cancel it.',
});
