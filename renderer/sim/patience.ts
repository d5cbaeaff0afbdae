/** Longest that the page may be kept busy at a stretch, in milliseconds. */
const slice = 12;

/** Waits for the page: always, or only where work has taken long enough since the last wait. */
export interface Patience {
  always(): Promise<void>;
  whenDue(): Promise<void>;
}

/** One for all steps of a piece of work: steps that have each their own add up to a stretch that is too long. */
export function createPatience(): Patience {
  let until = performance.now() + slice;
  const always = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + slice;
  };
  return { always, whenDue: async () => (performance.now() < until ? undefined : await always()) };
}
