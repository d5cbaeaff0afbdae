import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Problem } from '../contract/errors.ts';
import { isolationFlags } from './isolated-engine.ts';
import { transferProblems } from './problem-transfer.ts';
import type { Endpoint } from './protocol.ts';
import type { Spawn, WorkerFiles } from './spawn.ts';

/** How a worker thread is started. */
export interface ThreadOptions extends WorkerFiles {
  /** Largest heap of a thread in MB, typed arrays not counted; Node's own limit if absent. */
  readonly heapMb?: number;
}

/** Starts worker threads; both files are `file:` URLs. */
export function spawnNode(options: ThreadOptions): Spawn {
  const { workerUrl, engineUrl, code = [], engineText, heapMb } = options;
  transferProblems();
  const resourceLimits = heapMb === undefined ? {} : { maxOldGenerationSizeMb: heapMb };
  return (onDeath) => {
    const closed = code.length > 0 || engineText !== undefined;
    // Left out, the process's own hold: named, Node refuses those of V8 among them.
    const worker = new Worker(new URL(workerUrl), {
      resourceLimits,
      ...(closed ? { execArgv: [...isolationFlags] } : {}),
    });
    worker.on('error', (error) => onDeath(deathOf(error)));
    worker.on('messageerror', (error) => onDeath(deathOf(error)));
    worker.on('exit', (code) => onDeath(died(`it ended with exit code ${code}`)));
    const endpoint = wrap<Endpoint>(nodeEndpoint(worker));
    return {
      endpoint,
      loaded: endpoint.load(String(engineUrl), code, engineText),
      terminate() {
        void worker.terminate();
      },
    };
  };
}

const died = (why: string): Problem => ({
  code: 'worker.died',
  message: `The worker thread stopped: ${why}.`,
});

function deathOf(error: Error): Problem {
  if (!('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return died(error.message);
  return {
    code: 'worker.out-of-memory',
    message: 'The worker thread ran out of memory.',
    hint: 'Simulate fewer rows, or with fewer workers at a time.',
  };
}
