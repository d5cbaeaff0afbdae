// Tries inputs of one target: `fuzz-one.js <target> <seed> <count>`. The work is done by a thread, so that an input which never ends
// is seen, kept and left behind.
import { existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Tried } from './fuzz-table.ts';
import type { Found } from './try-inputs.ts';

const [name = '', seed = '1', count = '1000'] = process.argv.slice(2);

/** An input that takes so long never ends. */
const hangMs = 10_000;
const largestText = 4 * 1024 * 1024;

const found: Found[] = [];
const started = performance.now();
const state = new Float64Array(new SharedArrayBuffer(4 * 8));
const text = new Uint8Array(new SharedArrayBuffer(largestText));

/** Runs a thread from a seed on; answers how many inputs it has tried. */
function runThread(from: number, many: number): Promise<number> {
  const worker = new Worker(new URL('./fuzz-worker.js', import.meta.url), {
    workerData: { name, seed: from, count: many, state, text },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  state[0] = 0;
  return new Promise((resolve) => {
    const input = () => Buffer.from(text.slice(0, state[2])).toString('utf8');
    const lost = (why: string) => {
      found.push({ target: name, input: input(), why });
      clearInterval(watch);
      void worker.terminate();
      resolve(state[0] ?? many);
    };
    const watch = setInterval(() => {
      // Before the first input the thread is still loading.
      if (state[0] !== 0 && Date.now() - (state[1] ?? 0) > hangMs) lost('it never ends');
    }, 500);
    worker.on('message', (message: { found?: Found; tried?: number }) => {
      if (message.found !== undefined) found.push(message.found);
      if (message.tried === undefined) return;
      clearInterval(watch);
      void worker.terminate();
      resolve(message.tried);
    });
    worker.on('error', (error) => lost(`the thread died: ${error.message}`));
  });
}

/** Most memory that this process ever held: of its own, which `resourceUsage` mixes with that of the process that started it. */
function peakMb(): number {
  const status = '/proc/self/status';
  const kb = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  const bytes = kb === undefined ? process.memoryUsage().rss : Number(kb) * 1024;
  return Math.round(bytes / 1024 / 1024);
}

let inputs = 0;
for (let turn = 0; inputs < Number(count) && found.length < 25; turn++)
  inputs += await runThread(Number(seed) * 1_000_003 + turn * 500_009, Number(count) - inputs);
const outcome: Tried = {
  ...{ name, inputs, found, slowestMs: Math.round(state[3] ?? 0) },
  seconds: Math.round((performance.now() - started) / 1000),
  peakMb: peakMb(),
};
process.stdout.write(JSON.stringify(outcome), () => process.exit());
