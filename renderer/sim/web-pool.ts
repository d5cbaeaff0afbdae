import type { Described, Engine } from '../../sim-core/contract/engine.ts';
import type { Code } from '../../sim-core/contract/extension.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { createPool, type Pool } from '../../sim-core/worker/pool.ts';
import { spawnWeb } from '../../sim-core/worker/spawn-web.ts';

/** Web Workers, as many as `cores`, and the engine for this thread. */
export interface WebPool {
  readonly size: number;
  /** Starts workers ahead of the first run. */
  warm(): void;
  /** The workers that have loaded the modules of a spec; those of other modules are ended. */
  poolFor(spec: ScenarioSpec): Pool;
  /** What a spec reports: asked of a worker where a project's modules take part, since they run nowhere else. */
  describedOf(spec: ScenarioSpec): Promise<Described>;
  loadEngine(): Promise<Engine>;
}

/** `base` is the address of the page. */
export function webPool(base: string, cores: number): WebPool {
  const workerUrl = new URL('worker.js', base).href;
  const engineUrl = new URL('engine/engine.js', base).href;
  const size = Math.max(1, cores);
  let engine: Promise<Engine> | undefined;
  let current: { readonly modules: string; readonly pool: Pool } | undefined;

  const poolOf = (names: ScenarioSpec['code'] = []): Pool => {
    const modules = names.map(({ id }) => id).join(' ');
    if (current?.modules === modules) return current.pool;
    current?.pool.close();
    // A worker fetches their text itself, by the hash.
    const code = names.map(({ name, id }): Code => ({ name, id, text: '' }));
    current = { modules, pool: createPool({ size, spawn: spawnWeb({ workerUrl, engineUrl, code }) }) };
    return current.pool;
  };
  const load = (): Promise<Engine> => {
    engine ??= loadEngine(engineUrl).catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    return engine;
  };
  return {
    size,
    warm: () => poolOf().warm(),
    poolFor: ({ code }) => poolOf(code),
    async describedOf(spec) {
      if (spec.code === undefined) return (await load()).describedOf(spec);
      return await poolOf(spec.code).describedOf(spec);
    },
    loadEngine: load,
  };
}
