// Loaded into the studio ahead of it, and into its threads: threads may have a heap of 64 MB, and the first
// STUDIO_FAULT_THREADS of them ask for ever more from STUDIO_FAULT_MEMORY milliseconds on.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

if (threads.isMainThread) {
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    /** @param {string | URL} file @param {import('node:worker_threads').WorkerOptions} [options] */
    constructor(file, options = {}) {
      super(file, { ...options, resourceLimits: { maxOldGenerationSizeMb: 64 } });
    }
  };
  syncBuiltinESMExports();
} else if (threads.threadId <= Number(process.env.STUDIO_FAULT_THREADS ?? 0)) {
  const kept = [];
  const timer = setTimeout(
    () => {
      for (;;) kept.push(new Array(1000).fill(kept.length).map(String));
    },
    Number(process.env.STUDIO_FAULT_MEMORY ?? 0),
  );
  timer.unref();
}
