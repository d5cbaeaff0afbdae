import { availableParallelism } from 'node:os';
import type { Code } from '../../sim-core/contract/extension.ts';
import { createPool, type Pool } from '../../sim-core/worker/pool.ts';
import { spawnNode } from '../../sim-core/worker/spawn-node.ts';
import type { Installation } from '../services/installation.ts';

/** Worker threads of one command, kept from one batch to the next: what the engine's code has become is lost with its thread. */
export interface BatchPool {
  /** Starts the threads for so many seeds, while the command still reads what it is to run. */
  warm(seeds: number): void;
  /** Threads that have loaded these modules of a project; those of other modules are ended. */
  poolFor(code: readonly Code[]): Pool;
  /** Ends the threads. */
  close(): void;
}

/** Threads that start when they are first needed, one a processor core if `workers` does not say how many. */
export function batchPool({ workerUrl, engineUrl }: Installation, workers: number | undefined): BatchPool {
  const size = workers ?? availableParallelism();
  let current: { readonly modules: string; readonly pool: Pool } | undefined;
  const poolFor = (code: readonly Code[]): Pool => {
    const modules = code.map(({ id }) => id).join(' ');
    if (current?.modules === modules) return current.pool;
    current?.pool.close();
    current = { modules, pool: createPool({ size, spawn: spawnNode({ workerUrl, engineUrl, code }) }) };
    return current.pool;
  };
  return {
    warm: (seeds) => poolFor([]).warm(seeds),
    poolFor,
    close: () => current?.pool.close(),
  };
}
