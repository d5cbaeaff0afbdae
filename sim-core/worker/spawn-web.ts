import { wrap } from 'comlink';
import { transferProblems } from './problem-transfer.ts';
import type { Endpoint } from './protocol.ts';
import type { Spawn, WorkerFiles } from './spawn.ts';

/** Starts Web Workers. Needs a secure context: loopback, `https:` or `app:`. */
export function spawnWeb({ workerUrl, engineUrl, code = [] }: WorkerFiles): Spawn {
  transferProblems();
  return (onDeath) => {
    const name = `worker-${crypto.randomUUID()}`;
    const worker = new Worker(workerUrl, { type: 'module', name });
    const watch = new AbortController();
    const died = (why: string) => onDeath({ code: 'worker.died', message: `The worker stopped: ${why}.` });
    worker.addEventListener('error', ({ message }) =>
      died(message || `${String(workerUrl)} cannot be loaded`),
    );
    worker.addEventListener('messageerror', () => died('a message could not be read'));
    const endpoint = wrap<Endpoint>(worker);
    const load = async () => {
      const declarations = await endpoint.load(String(engineUrl), code);
      // A worker that the browser ends, for want of memory say, fires no event; but it lets go of the lock in its name.
      const released = navigator.locks.request(name, { signal: watch.signal }, () =>
        died('the browser ended it'),
      );
      released.catch(() => {});
      return declarations;
    };
    return {
      endpoint,
      loaded: load(),
      terminate() {
        watch.abort();
        worker.terminate();
      },
    };
  };
}
