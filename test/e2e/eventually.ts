import { expect } from 'vitest';

type Poll = ReturnType<typeof expect.poll>;

/** An expectation that may take its time: a loaded machine is not a broken studio. `interval` in milliseconds. */
export const eventually = (read: () => unknown, interval = 50): Poll =>
  expect.poll(read, { timeout: 50_000, interval });
