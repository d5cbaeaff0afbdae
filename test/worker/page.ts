/** The page of web-workers.test.ts: what it needs of the studio, on the window. */
import { createPool } from '../../sim-core/worker/pool.ts';
import { spawnWeb } from '../../sim-core/worker/spawn-web.ts';

const at = (path: string): string => new URL(path, document.baseURI).href;

const poolOf = (size: number, engine: string, worker = 'worker.js') =>
  createPool({ size, spawn: spawnWeb({ workerUrl: at(worker), engineUrl: at(engine) }) });

declare global {
  interface Window {
    poolOf: typeof poolOf;
  }
}
window.poolOf = poolOf;
