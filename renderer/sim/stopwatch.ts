/** Seconds of work, pauses left out. */
export interface Stopwatch {
  start(): void;
  stop(): void;
  seconds(): number;
}

/** `now` in milliseconds. */
export function createStopwatch(now: () => number): Stopwatch {
  let worked = 0;
  let since: number | undefined;
  return {
    start() {
      since ??= now();
    },
    stop() {
      if (since !== undefined) worked += now() - since;
      since = undefined;
    },
    seconds: () => (worked + (since === undefined ? 0 : now() - since)) / 1000,
  };
}
