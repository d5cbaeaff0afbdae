import type { Engine } from '../../sim-core/contract/engine.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { createPool, type Pool } from '../../sim-core/worker/pool.ts';
import { spawnWeb } from '../../sim-core/worker/spawn-web.ts';

/** Web Workers, as many as the machine has cores, and the engine for this thread. `base` is the address of the page. */
export function webPool(base: string, cores: number): { readonly pool: Pool; loadEngine(): Promise<Engine> } {
  const workerUrl = new URL('worker.js', base).href;
  const engineUrl = new URL('engine/engine.js', base).href;
  let engine: Promise<Engine> | undefined;
  return {
    pool: createPool({ size: Math.max(1, cores), spawn: spawnWeb({ workerUrl, engineUrl }) }),
    loadEngine() {
      engine ??= loadEngine(engineUrl).catch((error: unknown) => {
        engine = undefined;
        throw error;
      });
      return engine;
    },
  };
}
