import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../sim-core/contract/engine.ts';
import type { Frame, SeedFailure, SeedResult } from '../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { BatchOutcome, BatchRequest } from '../../sim-core/worker/batch.ts';
import type { Pool } from '../../sim-core/worker/pool.ts';
import type { RunRequest } from './run-snapshot.ts';
import { createSimulation, type Simulation } from './simulation.ts';

const spec: ScenarioSpec = { id: 'small', version: 1, startDay: 0, ticks: 4, mechanisms: [] };
const request = (seeds: number): RunRequest => ({
  scenario: 'small',
  title: 'Small',
  spec,
  seeds: Array.from({ length: seeds }, (_, index) => String(index + 1)),
});

const metrics = [{ id: 'price', title: 'Price', unit: 'USD', definition: 'Close', source: 'test' }];
const engine: Engine = {
  describedOf: () => ({ metrics, breakdowns: [] }),
  extend() {
    throw new Error('no test brings mechanisms of its own');
  },
  // biome-ignore lint/correctness/useYield: no test runs it; the pool below does the work
  *simulate(): ReturnType<Engine['simulate']> {
    throw new Error('the page itself does not simulate');
  },
  specDigest: () => 'sha256:spec',
  fold: (_, seeds, results, failures) => ({
    metrics,
    breakdowns: [],
    sampleTicks: [3],
    startDay: 0,
    ticks: 4,
    seeds: results,
    failures,
    verdicts: [],
    digest: seeds.join(),
  }),
};

/** A pool that does what the test says. */
class HandPool implements Pool {
  readonly size = 2;
  readonly asked: BatchRequest[] = [];
  readonly said: string[] = [];
  private results: SeedResult[] = [];
  private failures: SeedFailure[] = [];
  private resolve: (outcome: BatchOutcome) => void = () => {};

  warm() {}
  close() {}
  describedOf = async () => engine.describedOf(spec);
  batch(asked: BatchRequest) {
    this.asked.push(asked);
    this.results = [];
    this.failures = [];
    const done = new Promise<BatchOutcome>((resolve) => {
      this.resolve = resolve;
    });
    const say = (word: string) => () => {
      this.said.push(word);
      if (word === 'cancel') this.end(true);
    };
    return { done, pause: say('pause'), resume: say('resume'), step: say('step'), cancel: say('cancel') };
  }
  frame(frame: Omit<Frame, 'ticks'>) {
    this.asked.at(-1)?.onFrame?.({ ticks: 4, ...frame });
  }
  finish(seed: string, values: readonly number[]) {
    const result = { seed, columns: [Float64Array.from(values)], breakdowns: [], digest: `sha256:${seed}` };
    this.results.push(result);
    this.asked.at(-1)?.onSeed?.(result);
  }
  fail(seed: string) {
    const failure = { seed, problem: { code: 'run.broken', message: 'It broke.' } };
    this.failures.push(failure);
    this.asked.at(-1)?.onFailure?.(failure);
  }
  end(cancelled = false) {
    this.resolve({ results: this.results, failures: this.failures, cancelled });
  }
}

let pool: HandPool;
let simulation: Simulation;
beforeEach(() => {
  pool = new HandPool();
  simulation = createSimulation({
    queries: new QueryClient(),
    workers: {
      size: 2,
      warm() {},
      poolFor: () => pool,
      describedOf: async (spec) => engine.describedOf(spec),
      loadEngine: async () => engine,
    },
    engineId: async () => 'sha256:engine',
  });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('a run', () => {
  it('shows what its frames bring, then what its seeds come to', async () => {
    const run = await simulation.start(request(2));
    expect(run.snapshot.get()).toMatchObject({ state: 'running', progress: 0, results: [], live: [] });
    pool.frame({ seed: '1', from: 0, done: 2, columns: [Float64Array.of(1, 2)] });
    pool.frame({ seed: '1', from: 2, done: 3, columns: [Float64Array.of(3)] });
    await settled();
    const { live, progress } = run.snapshot.get();
    expect(live).toEqual([{ seed: '1', done: 3, columns: [Float64Array.of(1, 2, 3, 0)] }]);
    expect(progress).toBe(3 / 8);

    pool.finish('2', [4, 4, 4, 4]);
    pool.finish('1', [2, 2, 2, 2]);
    pool.end();
    await settled();
    const { state, results, fanOf, result } = run.snapshot.get();
    expect(state).toBe('done');
    expect(results.map(({ seed }) => seed)).toEqual(['1', '2']);
    expect(fanOf(0)?.median).toEqual(Float64Array.of(3, 3, 3, 3));
    expect(result?.digest).toBe('1,2');
  });

  it('tells at most ten times a second, and the last word always', async () => {
    const run = await simulation.start(request(1));
    let told = 0;
    run.snapshot.subscribe(() => {
      told += 1;
    });
    for (let done = 1; done <= 3; done += 1) {
      pool.frame({ seed: '1', from: done - 1, done, columns: [Float64Array.of(done)] });
    }
    expect(told).toBe(0);
    await settled();
    expect(told).toBe(1);
    expect(run.snapshot.get().live[0]?.done).toBe(3);
  });

  it('keeps finished seeds when it is cancelled, and goes on from them', async () => {
    const run = await simulation.start(request(3));
    pool.finish('2', [1, 1, 1, 1]);
    pool.frame({ seed: '1', from: 0, done: 1, columns: [Float64Array.of(9)] });
    run.cancel();
    await settled();
    expect(run.snapshot.get()).toMatchObject({ state: 'cancelled', live: [], progress: 1 / 3 });
    expect(run.snapshot.get().result?.seeds.map(({ seed }) => seed)).toEqual(['2']);

    await simulation.start(request(3));
    expect(pool.asked.at(-1)?.seeds).toEqual(['1', '3']);
  });

  it('computes nothing twice', async () => {
    await simulation.start(request(1));
    pool.finish('1', [1, 1, 1, 1]);
    pool.end();
    await settled();
    const again = await simulation.start(request(1));
    expect(pool.asked).toHaveLength(1);
    expect(again.snapshot.get()).toMatchObject({ state: 'done', progress: 1, workers: 0 });
    expect(again.snapshot.get().result?.digest).toBe('1');
  });

  it('keeps good seeds beside those that fail', async () => {
    const run = await simulation.start(request(2));
    pool.fail('1');
    pool.finish('2', [1, 1, 1, 1]);
    pool.end();
    await settled();
    expect(run.snapshot.get()).toMatchObject({ state: 'done', failures: [{ seed: '1' }] });
    expect(run.snapshot.get().result?.seeds).toHaveLength(1);
  });

  it('passes on pause, step and resume only where they make sense', async () => {
    const run = await simulation.start(request(1));
    run.step();
    run.resume();
    run.pause();
    run.pause();
    run.step();
    run.resume();
    run.step();
    expect(pool.said).toEqual(['pause', 'step', 'resume']);
  });

  it('does not start beside another', async () => {
    const first = simulation.start(request(1));
    expect(simulation.busy()).toBe(true);
    await expect(simulation.start(request(1))).rejects.toMatchObject({ code: 'run.busy' });
    await first;
    await expect(simulation.start(request(1))).rejects.toMatchObject({ code: 'run.busy' });
    pool.end(true);
    await settled();
    expect(simulation.busy()).toBe(false);
  });
});
