// Runs a spec in a process of its own and prints what it does to the heap as JSON. With --expose-gc; the spec on standard input.
// Its argument is the URL of the engine.
import { readFileSync } from 'node:fs';

const { simulate } = await import(process.argv[2] ?? '');
const steps = simulate(JSON.parse(readFileSync(0, 'utf8')), '1');

/** Bytes of objects and of typed arrays, in use or not yet collected. */
function heap() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that are still in use after so many ticks. */
function after(/** @type {number} */ ticks) {
  for (let i = 0; i < ticks; i++) steps.next();
  globalThis.gc?.();
  return heap();
}

/** Bytes that a tick takes, in use or not: the least of some windows, so that a collection or a compiler in one does not count. */
function taken() {
  const windows = Array.from({ length: 20 }, () => {
    const before = heap();
    for (let i = 0; i < 5; i++) steps.next();
    return (heap() - before) / 5;
  });
  return Math.min(...windows.filter((bytes) => bytes >= 0));
}

// Until the loops are compiled, every number is an object.
after(200);
const once = after(50);
const twice = after(50);
process.stdout.write(JSON.stringify({ grown: twice - once, taken: taken() }));
