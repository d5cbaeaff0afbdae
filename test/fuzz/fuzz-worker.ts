// A thread that tries inputs of one target, chunk by chunk; the thread above looks whether it still moves.
import { parentPort, workerData } from 'node:worker_threads';
import { targets } from './targets/targets.ts';
import { type Found, tryInputs } from './try-inputs.ts';

/** What is known from outside while an input is tried. */
interface Shared {
  readonly name: string;
  readonly seed: number;
  readonly count: number;
  /** Inputs begun; milliseconds since 1970 when the last began; length of its text; milliseconds of the slowest. */
  readonly state: Float64Array;
  readonly text: Uint8Array;
}

const chunk = 500;
const mostFound = 25;

const { name, seed, count, state, text }: Shared = workerData;
const target = await targets[name]?.();
if (target === undefined) throw new Error(`there is no target ${name}`);
const encoder = new TextEncoder();
let begun = process.cpuUsage();
const watch = (input: string): void => {
  const { user, system } = process.cpuUsage(begun);
  // From one input to the next, in milliseconds of the processor: what it took to make it is in this too.
  if (state[0] !== 0) state[3] = Math.max(state[3] ?? 0, (user + system) / 1000);
  begun = process.cpuUsage();
  state[0] = (state[0] ?? 0) + 1;
  state[2] = encoder.encodeInto(input, text).written;
  state[1] = Date.now();
};

const found = new Map<string, Found>();
let tried = 0;
for (let turn = 0; tried < count && found.size < mostFound; turn++) {
  const many = Math.min(chunk, count - tried);
  const failed = await tryInputs(target, seed + turn, many, watch);
  tried += many;
  if (failed === undefined) continue;
  const key = failed.why
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replaceAll(/\d+|"[^"]*"/g, '0');
  if (!found.has(key)) parentPort?.postMessage({ found: failed });
  found.set(key, failed);
}
parentPort?.postMessage({ tried });
