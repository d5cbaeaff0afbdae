// Two projects: tests beside their sources need nothing built; those under test/ drive the built studio.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Files that take more than half a minute; waiting for browsers and computing in turn, so that two at a time share the processor. */
const longest = [
  ...['a11y/axe', 'robust/kill-long-seed', 'e2e/publish', 'cli/tutorials', 'electron/journeys'],
  ...['faults/faults', 'e2e/journeys', 'electron/security'],
].map((name) => `/test/${name}.test.ts`);

/** The longest files first, or one of them would go on alone at the end: a fresh clone knows no times, and Vitest goes by size then. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    // Half of a test's time is waiting for a browser or a process: two at a time, on two cores too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{sim-core,main,renderer,scripts}/**/*.test.{ts,tsx}'],
          ...slow,
        },
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
