import type { QueryClient } from '@tanstack/react-query';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { createStore, type Store } from '../state/store.ts';
import { type Run, startRun } from './run.ts';
import { isOpen, type RunRequest } from './run-snapshot.ts';
import { createSeedCache } from './seed-cache.ts';
import type { WebPool } from './web-pool.ts';

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
  /** Another project is open: its scenarios are others, and so are their runs. Ends what is under way. */
  leave(): void;
  /** What a spec is known by: sha256 of its canonical JSON. */
  specDigest(spec: ScenarioSpec): Promise<string>;
  /** Called after every change of any run. */
  subscribe(listener: () => void): () => void;
}

interface SimulationParts {
  readonly queries: QueryClient;
  readonly workers: WebPool;
  engineId(): Promise<string>;
}

export function createSimulation({ queries, workers, engineId }: SimulationParts): Simulation {
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
      workers.warm();
      // What goes wrong here goes wrong again when a run starts, and is shown then.
      Promise.all([workers.loadEngine(), engineId()]).catch(() => {});
    },
    open,
    busy: () => starting || open() !== undefined,
    async start(request) {
      if (starting || open() !== undefined) throw busy;
      starting = true;
      tell();
      try {
        const { spec } = request;
        const [engine, id] = await Promise.all([workers.loadEngine(), engineId()]);
        const described = await workers.describedOf(spec);
        const cache = createSeedCache(queries, id, engine.specDigest(spec));
        const run = startRun(request, {
          ...{ engine, engineId: id, described, cache },
          pool: workers.poolFor(spec),
        });
        run.snapshot.subscribe(tell);
        const others = [...runs.get()].filter(([scenario]) => scenario !== request.scenario);
        runs.set(new Map([...others, [request.scenario, run]]));
        return run;
      } finally {
        starting = false;
        tell();
      }
    },
    leave() {
      const left = [...runs.get().values()];
      // Without a place in the list nobody takes what they come to for runs of the project that is open.
      runs.set(new Map());
      for (const run of left) run.cancel();
      tell();
    },
    specDigest: async (spec) => (await workers.loadEngine()).specDigest(spec),
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
