import { describe, expect, it } from 'vitest';
import { StudioError } from '../contract/errors.ts';
import type { Frame } from '../contract/run.ts';
import { createEndpoint } from './endpoint.ts';
import type { Endpoint } from './protocol.ts';

const fixtures = new URL('../../test/fixtures/worker/', import.meta.url);
const fakeEngine = new URL('fake-engine.js', fixtures).href;
const spec = (ticks: number) => ({ id: 'fake', version: 1, startDay: 0, ticks, mechanisms: [] });

async function loaded(): Promise<Endpoint> {
  const endpoint = createEndpoint();
  await endpoint.load(fakeEngine);
  return endpoint;
}

const problemOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it was fulfilled',
    (error: unknown) => error,
  );

/** Lets every message that is on its way arrive, a few times over. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('load', () => {
  it('says which engine cannot be loaded and what to do', async () => {
    const missing = new URL('no-engine.js', fixtures).href;
    const problem = await problemOf(createEndpoint().load(missing));
    expect(problem).toBeInstanceOf(StudioError);
    expect(problem).toMatchObject({ code: 'engine.unreadable', message: expect.stringContaining(missing) });
    expect(problem).toMatchObject({ hint: expect.stringContaining('npm run build') });
  });

  it('refuses a module that is no engine', async () => {
    const problem = await problemOf(createEndpoint().load(new URL('not-an-engine.js', fixtures).href));
    expect(problem).toMatchObject({ code: 'engine.unreadable' });
  });
});

describe('simulate', () => {
  it('returns what the engine does', async () => {
    const result = await (await loaded()).simulate({ spec: spec(5), seed: '2' }, () => {});
    const { seed, columns, breakdowns, digest } = result;
    expect(breakdowns).toEqual([Float64Array.of(2000)]);
    expect({ seed, digest }).toEqual({ seed: '2', digest: 'sha256:2' });
    expect(columns.map((column) => [...column])).toEqual([[2000, 2001, 2002, 2003, 2004]]);
  });

  it('goes on from a checkpoint', async () => {
    const job = { spec: spec(5), seed: '2', checkpoint: Uint8Array.of(4) };
    const { columns } = await (await loaded()).simulate(job, () => {});
    expect(columns.map((column) => [...column])).toEqual([[2000, 2001, 2002, 2003, 2004]]);
  });

  it('sends new rows only, at most one frame every 100 ms', async () => {
    const frames: Frame[] = [];
    const started = performance.now();
    const { columns } = await (await loaded()).simulate({ spec: spec(80), seed: 'slow-1' }, (frame) => {
      frames.push(frame);
    });
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.length).toBeLessThanOrEqual((performance.now() - started) / 100);
    const rows = frames.flatMap((frame, i) => {
      expect(frame.from).toBe(frames[i - 1]?.done ?? 0);
      expect(frame.ticks).toBe(80);
      return [...(frame.columns[0] ?? [])];
    });
    expect(rows).toEqual([...(columns[0] ?? [])].slice(0, frames.at(-1)?.done));
  });

  it('passes on what the engine says is wrong', async () => {
    const problem = await problemOf((await loaded()).simulate({ spec: spec(9), seed: 'fails' }, () => {}));
    expect(problem).toMatchObject({
      code: 'run.broken-invariant',
      hint: 'Lower the emission.',
      where: 'tick 3',
    });
  });

  it('says plainly that memory is short', async () => {
    const problem = await problemOf(
      (await loaded()).simulate({ spec: spec(9), seed: 'too-large' }, () => {}),
    );
    expect(problem).toMatchObject({ code: 'run.out-of-memory', where: 'seed too-large' });
  });

  it('fails where the receiver of frames fails', async () => {
    const simulated = (await loaded()).simulate({ spec: spec(80), seed: 'slow-1' }, () => {
      throw new Error('the chart is broken');
    });
    expect(await problemOf(simulated)).toMatchObject({ message: 'the chart is broken' });
  });
});

describe('control', () => {
  it('takes one tick at a time while paused, and the rest when resumed', async () => {
    const endpoint = await loaded();
    const done: number[] = [];
    endpoint.pause();
    const simulated = endpoint.simulate({ spec: spec(40), seed: '1' }, (frame) => {
      done.push(frame.done);
    });
    await settle();
    expect(done).toEqual([]);
    endpoint.step();
    await settle();
    expect(done).toEqual([1]);
    endpoint.step();
    endpoint.step();
    await settle();
    expect(done.at(-1)).toBe(3);
    endpoint.resume();
    expect((await simulated).columns[0]?.at(-1)).toBe(1039);
  });

  it('stops between slices when cancelled, and takes the next job', async () => {
    const endpoint = await loaded();
    const simulated = endpoint.simulate({ spec: spec(100_000), seed: 'slow-1' }, () => {});
    endpoint.cancel();
    expect(await problemOf(simulated)).toMatchObject({ code: 'run.cancelled' });
    expect((await endpoint.simulate({ spec: spec(5), seed: '3' }, () => {})).digest).toBe('sha256:3');
  });

  it('cancels a paused job', async () => {
    const endpoint = await loaded();
    endpoint.pause();
    const simulated = endpoint.simulate({ spec: spec(5), seed: '1' }, () => {});
    await settle();
    endpoint.cancel();
    expect(await problemOf(simulated)).toMatchObject({ code: 'run.cancelled' });
  });

  it('does nothing where there is nothing to cancel', async () => {
    const endpoint = await loaded();
    endpoint.cancel();
    expect((await endpoint.simulate({ spec: spec(5), seed: '3' }, () => {})).seed).toBe('3');
  });
});
