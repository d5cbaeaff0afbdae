import { createPatience } from './patience.ts';

/** Takes a computation to its end a step at a time, and lets the page breathe between; undefined where it was given up. */
export async function sliced<T>(
  steps: Generator<void, T>,
  wanted: () => boolean = () => true,
): Promise<T | undefined> {
  const patience = createPatience();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await patience.whenDue();
    if (!wanted()) return undefined;
  }
}
