/** Longest that the page is kept busy at a stretch, in milliseconds. */
const slice = 12;

/** Takes a computation to its end a step at a time, and lets the page breathe between; undefined where it was given up. */
export async function sliced<T>(
  steps: Generator<void, T>,
  wanted: () => boolean = () => true,
): Promise<T | undefined> {
  let until = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!wanted()) return undefined;
    until = performance.now() + slice;
  }
}
