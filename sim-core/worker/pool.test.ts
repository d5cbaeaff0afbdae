import { expose, wrap } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../contract/errors.ts';
import type { Frame } from '../contract/run.ts';
import { createEndpoint } from './endpoint.ts';
import { createPool, type Pool } from './pool.ts';
import { transferProblems } from './problem-transfer.ts';
import type { Endpoint } from './protocol.ts';
import type { Spawn } from './spawn.ts';

const fakeEngine = new URL('../../test/fixtures/worker/fake-engine.js', import.meta.url).href;
const spec = (ticks: number) => ({ id: 'fake', version: 1, startDay: 0, ticks, mechanisms: [] });
const died: Problem = { code: 'worker.died', message: 'The worker stopped: it was killed.' };

/** Workers of this thread, which die on command. */
function workersHere(engineUrl = fakeEngine) {
  transferProblems();
  const alive: { die(): void }[] = [];
  let started = 0;
  const spawn: Spawn = (onDeath) => {
    started += 1;
    const { port1, port2 } = new MessageChannel();
    expose(createEndpoint(), port1);
    const endpoint = wrap<Endpoint>(port2);
    alive.push({
      die() {
        port1.close();
        onDeath(died);
      },
    });
    return { endpoint, loaded: endpoint.load(engineUrl), terminate: () => port1.close() };
  };
  return { spawn, alive, started: () => started };
}

let pool: Pool | undefined;
afterEach(() => pool?.close());

function poolOf(size: number, spawn: Spawn): Pool {
  pool = createPool({ size, spawn });
  return pool;
}

/** A pool whose workers have loaded the engine, so that what is asked of them next happens in the next few turns. */
async function warmPoolOf(size: number, spawn: Spawn): Promise<Pool> {
  const warm = poolOf(size, spawn);
  await warm.batch({ spec: spec(1), seeds: Array.from({ length: size }, (_, seed) => String(seed)) }).done;
  return warm;
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('batch', () => {
  it('reports in the order of the seeds, whichever finishes first', async () => {
    const finished: string[] = [];
    const seeds = ['slow-1', '2', '3', '4'];
    const outcome = await poolOf(2, workersHere().spawn).batch({
      spec: spec(40),
      seeds,
      onSeed: ({ seed }) => finished.push(seed),
    }).done;
    expect(finished.at(-1)).toBe('slow-1');
    expect(outcome.results.map(({ seed }) => seed)).toEqual(seeds);
    expect(outcome).toMatchObject({ failures: [], cancelled: false });
  });

  it('gives the same results with one worker and with four', async () => {
    const request = { spec: spec(20), seeds: ['1', '2', '3', '4', '5'] };
    const one = await poolOf(1, workersHere().spawn).batch(request).done;
    pool?.close();
    expect(await poolOf(4, workersHere().spawn).batch(request).done).toEqual(one);
  });

  it('starts no more workers than there are seeds, and keeps them for the next batch', async () => {
    const workers = workersHere();
    const shared = poolOf(4, workers.spawn);
    await shared.batch({ spec: spec(5), seeds: ['1', '2'] }).done;
    await shared.batch({ spec: spec(5), seeds: ['3', '4'] }).done;
    expect(workers.started()).toBe(2);
  });

  it('reports a seed that fails and finishes the others', async () => {
    const failed: string[] = [];
    const { results, failures } = await poolOf(2, workersHere().spawn).batch({
      spec: spec(9),
      seeds: ['1', 'fails', '3'],
      onFailure: ({ seed }) => failed.push(seed),
    }).done;
    expect(results.map(({ seed }) => seed)).toEqual(['1', '3']);
    expect(failures).toEqual([
      {
        seed: 'fails',
        problem: {
          code: 'run.broken-invariant',
          message: 'The price fell below zero.',
          hint: 'Lower the emission.',
          where: 'tick 3',
        },
      },
    ]);
    expect(failed).toEqual(['fails']);
  });

  it('runs batches one after another', async () => {
    const shared = poolOf(1, workersHere().spawn);
    const finished: string[] = [];
    const onSeed = ({ seed }: { readonly seed: string }) => finished.push(seed);
    const first = shared.batch({ spec: spec(30), seeds: ['slow-1'], onSeed });
    const second = shared.batch({ spec: spec(5), seeds: ['2'], onSeed });
    await Promise.all([first.done, second.done]);
    expect(finished).toEqual(['slow-1', '2']);
  });

  it('begins with workers that were started ahead, before all of them are loaded', async () => {
    const workers = workersHere();
    const shared = poolOf(3, workers.spawn);
    shared.warm(2);
    expect(workers.started()).toBe(2);
    const { results } = await shared.batch({ spec: spec(5), seeds: ['1', '2', '3'] }).done;
    expect(results.map(({ seed }) => seed)).toEqual(['1', '2', '3']);
    expect(workers.started()).toBe(3);
  });

  it('says why a seed failed where no worker that was started ahead can load', async () => {
    const shared = poolOf(1, workersHere(new URL('no-engine.js', fakeEngine).href).spawn);
    shared.warm();
    const { failures } = await shared.batch({ spec: spec(5), seeds: ['1'] }).done;
    expect(failures).toMatchObject([{ seed: '1', problem: { code: 'engine.unreadable' } }]);
  });

  it('has nothing to do for no seeds', async () => {
    const workers = workersHere();
    const outcome = await poolOf(2, workers.spawn).batch({ spec: spec(5), seeds: [] }).done;
    expect(outcome).toEqual({ results: [], failures: [], cancelled: false });
    expect(workers.started()).toBe(0);
  });
});

describe('a worker that dies', () => {
  it('costs its seed only: another worker takes the rest', async () => {
    const workers = workersHere();
    const batch = poolOf(1, workers.spawn).batch({
      spec: spec(60),
      seeds: ['1', 'slow-2', '3'],
      onFrame: () => workers.alive[0]?.die(),
    });
    const { results, failures } = await batch.done;
    expect(results.map(({ seed }) => seed)).toEqual(['1', '3']);
    expect(failures).toEqual([{ seed: 'slow-2', problem: died }]);
    expect(workers.started()).toBe(2);
  });

  it('is replaced by one that is paused too', async () => {
    const workers = workersHere();
    const frames: Frame[] = [];
    const batch = (await warmPoolOf(1, workers.spawn)).batch({
      spec: spec(5),
      seeds: ['1', '2'],
      onFrame: (frame) => frames.push(frame),
    });
    batch.pause();
    await settle();
    workers.alive[0]?.die();
    await vi.waitFor(() => expect(workers.started()).toBe(2));
    expect(frames).toEqual([]);
    await vi.waitFor(() => {
      batch.step();
      expect(frames.map(({ seed }) => seed)).toContain('2');
    });
    batch.resume();
    const { results, failures } = await batch.done;
    expect(results.map(({ seed }) => seed)).toEqual(['2']);
    expect(failures.map(({ seed }) => seed)).toEqual(['1']);
  });

  it('between batches is replaced', async () => {
    const workers = workersHere();
    const shared = poolOf(1, workers.spawn);
    await shared.batch({ spec: spec(5), seeds: ['1'] }).done;
    workers.alive[0]?.die();
    expect((await shared.batch({ spec: spec(5), seeds: ['2'] }).done).results).toHaveLength(1);
  });

  it('before it could load the engine fails every seed, with the reason', async () => {
    const { spawn } = workersHere('file:///no/engine.js');
    const { results, failures } = await poolOf(2, spawn).batch({ spec: spec(5), seeds: ['1', '2', '3'] })
      .done;
    expect(results).toEqual([]);
    expect(failures.map(({ seed, problem }) => [seed, problem.code])).toEqual([
      ['1', 'engine.unreadable'],
      ['2', 'engine.unreadable'],
      ['3', 'engine.unreadable'],
    ]);
  });
});

describe('control', () => {
  it('keeps what has finished when cancelled', async () => {
    const batch = poolOf(1, workersHere().spawn).batch({
      spec: spec(200),
      seeds: ['1', 'slow-2', '3'],
      onFrame: () => batch.cancel(),
    });
    const { results, failures, cancelled } = await batch.done;
    expect(results.map(({ seed }) => seed)).toEqual(['1']);
    expect({ failures, cancelled }).toEqual({ failures: [], cancelled: true });
  });

  it('is cancelled by a signal, even before it begins', async () => {
    const workers = workersHere();
    const signal = AbortSignal.abort();
    const outcome = await poolOf(1, workers.spawn).batch({ spec: spec(5), seeds: ['1'], signal }).done;
    expect(outcome).toEqual({ results: [], failures: [], cancelled: true });
    expect(workers.started()).toBe(0);
  });

  it('is cancelled by a signal while it runs', async () => {
    const controller = new AbortController();
    const batch = poolOf(1, workersHere().spawn).batch({
      spec: spec(100_000),
      seeds: ['slow-1'],
      signal: controller.signal,
      onFrame: () => controller.abort(),
    });
    expect((await batch.done).cancelled).toBe(true);
  });

  it('steps every seed in hand while paused', async () => {
    const frames: Frame[] = [];
    const batch = (await warmPoolOf(2, workersHere().spawn)).batch({
      spec: spec(5),
      seeds: ['1', '2'],
      onFrame: (frame) => frames.push(frame),
    });
    batch.pause();
    await settle();
    batch.step();
    await settle();
    expect(frames.map(({ seed, done }) => `${seed}: ${done}`).sort()).toEqual(['1: 1', '2: 1']);
    batch.resume();
    expect((await batch.done).results).toHaveLength(2);
  });

  it('ends with the pool', async () => {
    const closing = poolOf(1, workersHere().spawn);
    const batch = closing.batch({ spec: spec(100_000), seeds: ['slow-1', '2'] });
    await settle();
    closing.close();
    expect(await batch.done).toEqual({ results: [], failures: [], cancelled: true });
  });
});
