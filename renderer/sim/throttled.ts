/** An action that happens at most once in an interval, and always once more after the last request. */
export interface Throttled {
  /** Now, if the interval allows; otherwise as soon as it does. */
  soon(): void;
  /** At once, whatever the interval. */
  now(): void;
}

export function throttled(milliseconds: number, act: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    act();
  };
  return {
    now,
    soon() {
      if (timer !== undefined) return;
      const wait = last + milliseconds - performance.now();
      if (wait <= 0) now();
      else timer = setTimeout(now, wait);
    },
  };
}
