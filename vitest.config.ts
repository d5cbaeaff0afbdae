// Two projects: tests beside their sources need nothing built; those under test/ drive the built studio.
import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
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
