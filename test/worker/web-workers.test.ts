import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage } from './serve-page.ts';

const spec = (ticks: number) => ({ id: 'fake', version: 1, startDay: 0, ticks, mechanisms: [] });

let served: Awaited<ReturnType<typeof servePage>>;
let page: Page;
beforeAll(async () => {
  served = await servePage();
  page = served.page;
});
afterAll(() => served?.close());

/** What becomes of a batch in Web Workers; typed arrays as lists, since they come from a page. */
const batch = (seeds: readonly string[], { size = 1, ticks = 9, worker = 'worker.js' } = {}) =>
  page.evaluate(
    async ({ seeds, size, spec, worker }) => {
      const pool = window.poolOf(size, 'fake-engine.js', worker);
      let frames = 0;
      const { results, failures } = await pool.batch({
        spec,
        seeds,
        onFrame: () => {
          frames += 1;
        },
      }).done;
      pool.close();
      return {
        results: results.map(({ seed, columns }) => ({ seed, last: columns[0]?.at(-1) })),
        failures,
        frames,
      };
    },
    { seeds, size, spec: spec(ticks), worker },
  );

describe('Web Workers', () => {
  it('simulate and send frames, under the policy of the studio', async () => {
    const { results, failures, frames } = await batch(['slow-1', '2', '3'], { size: 2, ticks: 80 });
    expect(results).toEqual([
      { seed: 'slow-1', last: 1079 },
      { seed: '2', last: 2079 },
      { seed: '3', last: 3079 },
    ]);
    expect(failures).toEqual([]);
    expect(frames).toBeGreaterThan(0);
  });

  it.each([
    ['fails', { code: 'run.broken-invariant', hint: 'Lower the emission.', where: 'tick 3' }],
    ['defect', { code: 'defect' }],
    ['too-large', { code: 'run.out-of-memory' }],
    ['crashes', { code: 'worker.died', message: expect.stringContaining('a defect outside any call') }],
    ['closes', { code: 'worker.died', message: expect.stringContaining('the browser ended it') }],
  ])('lose only the seed when it %s', async (seed, problem) => {
    const { results, failures } = await batch(['1', seed, '3']);
    expect(results.map((result) => result.seed)).toEqual(['1', '3']);
    expect(failures).toMatchObject([{ seed, problem }]);
  });

  it('that cannot start say why', async () => {
    const { failures } = await batch(['1', '2'], { worker: 'no-worker.js' });
    expect(failures).toMatchObject([
      { seed: '1', problem: { code: 'worker.died', message: expect.stringContaining('no-worker.js') } },
      { seed: '2', problem: { code: 'worker.died' } },
    ]);
  });

  it('pause, step, go on and are cancelled', async () => {
    const seen = await page.evaluate(async (spec) => {
      const pool = window.poolOf(1, 'fake-engine.js');
      const done: number[] = [];
      const frames = new EventTarget();
      const nextFrame = () =>
        new Promise((resolve) => frames.addEventListener('frame', resolve, { once: true }));
      const running = pool.batch({
        spec,
        seeds: ['slow-1'],
        onFrame: (frame) => {
          done.push(frame.done);
          frames.dispatchEvent(new Event('frame'));
        },
      });
      const step = async (): Promise<void> => {
        const stepped = nextFrame();
        running.step();
        await stepped;
      };
      await nextFrame();
      running.pause();
      // Frames of before the pause may still be under way: it has come when one holds a single day.
      do await step();
      while ((done.at(-1) ?? 0) - (done.at(-2) ?? 0) !== 1);
      const atPause = done.at(-1) ?? 0;
      for (let steps = 0; steps < 3; steps += 1) await step();
      const afterSteps = done.at(-1) ?? 0;
      const resumed = nextFrame();
      running.resume();
      await resumed;
      running.cancel();
      const { cancelled, results } = await running.done;
      pool.close();
      return { stepped: afterSteps - atPause, wentOn: (done.at(-1) ?? 0) > afterSteps, cancelled, results };
    }, spec(1_000_000));
    expect(seen).toEqual({ stepped: 3, wentOn: true, cancelled: true, results: [] });
  });
});
