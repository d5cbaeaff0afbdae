// Two projects: tests beside their sources need nothing built; those under test/ drive the built studio.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Half of a test's time is waiting for a browser or a process: two at a time, on two cores too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: { name: 'unit', include: ['{sim-core,main,renderer,scripts}/**/*.test.{ts,tsx}'], ...slow },
      },
      {
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          globalSetup: ['test/build-once.ts'],
          ...slow,
        },
      },
    ],
  },
});
