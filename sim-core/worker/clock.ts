/** Taken before a project's code takes part in a worker: that is left no clock. */
const { performance } = globalThis;

/** Milliseconds since the worker began. */
export const now = (): number => performance.now();
