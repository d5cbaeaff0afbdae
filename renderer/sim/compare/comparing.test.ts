import { describe, expect, it } from 'vitest';
import type { BatchResult, SeedResult } from '../../../sim-core/contract/run.ts';
import { createStore } from '../../state/store.ts';
import type { Run } from '../run.ts';
import type { RunRequest, RunSnapshot } from '../run-snapshot.ts';
import type { Simulation } from '../simulation.ts';
import { createComparing } from './comparing.ts';

const metrics = [{ id: 'providers.active', title: 'Active', unit: 'unit', definition: '', source: '' }];
const request = (title: string, ticks = 40): RunRequest => ({
  ...{ scenario: title, title, seeds: ['1', '2'] },
  spec: { id: title, version: 1, startDay: 0, ticks, mechanisms: [] },
});
const seed = (name: string, ticks: number, value: number): SeedResult => ({
  ...{ seed: name, breakdowns: [], digest: '' },
  columns: [Float64Array.from({ length: ticks }, (_, day) => value + day)],
});

/** A simulation whose runs end when the test says so. */
function handSimulation() {
  const listeners = new Set<() => void>();
  const runs: {
    readonly request: RunRequest;
    readonly snapshot: ReturnType<typeof createStore<RunSnapshot>>;
    cancelled: boolean;
  }[] = [];
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const simulation = {
    busy: () => runs.some(({ snapshot }) => snapshot.get().state === 'running'),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(asked: RunRequest): Promise<Run> {
      const snapshot = createStore({
        request: asked,
        state: 'running',
        progress: 0,
        failures: [],
      } as unknown as RunSnapshot);
      const run = { request: asked, snapshot, cancelled: false };
      runs.push(run);
      const cancel = () => {
        run.cancelled = true;
        snapshot.set({ ...snapshot.get(), state: 'cancelled' });
        tell();
      };
      return { snapshot, cancel, pause() {}, resume() {}, step() {} };
    },
  } as unknown as Simulation;
  const end = (index: number, values: readonly number[]) => {
    const run = runs[index];
    if (run === undefined) throw new Error(`run ${index} has not begun`);
    const { ticks } = run.request.spec;
    const seeds = values.map((value, i) => seed(String(i + 1), ticks, value));
    const result: BatchResult = {
      ...{ metrics, breakdowns: [], sampleTicks: [29], startDay: 0, ticks, seeds },
      ...{ failures: [], verdicts: [], digest: '' },
    };
    run.snapshot.set({
      ...run.snapshot.get(),
      state: 'done',
      progress: 1,
      result: seeds.length > 0 ? result : undefined,
    } as RunSnapshot);
    tell();
  };
  return { simulation, runs, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const until = async (holds: () => boolean) => {
  while (!holds()) await settled();
};

describe('comparing', () => {
  it('runs one after another, then holds all against the first, to the end of the shorter', async () => {
    const { simulation, runs, end } = handSimulation();
    const comparing = createComparing(simulation);
    comparing.start([request('base', 40), request('other', 30)]);
    await until(() => runs.length === 1);
    expect(comparing.state.get()).toMatchObject({ state: 'running', ticks: 30 });
    end(0, [10, 20]);
    await until(() => runs.length === 2);
    expect(comparing.state.get()?.progress).toBe(0.5);
    end(1, [11, 23]);
    await until(() => comparing.state.get()?.state === 'done');
    const { comparison } = comparing.state.get() ?? {};
    expect(comparison?.seeds).toEqual(['1', '2']);
    // Both on day 30, though the base went on to day 40.
    expect(comparison?.measures[0]).toMatchObject({
      ...{ written: 'providers.active@end', means: [44, 46] },
      differences: [{ pairs: 2, mean: 2, above: 2 }],
    });
    const [fan] = await comparing.differences('providers.active');
    expect([fan?.median.length, fan?.median[0], fan?.p95[29]]).toEqual([30, 2, 2.9]);
    expect(await comparing.differences('nothing')).toEqual([undefined]);
  });

  it('gives up what was under way when another begins', async () => {
    const { simulation, runs, end } = handSimulation();
    const comparing = createComparing(simulation);
    comparing.start([request('a'), request('b')]);
    await until(() => runs.length === 1);
    comparing.start([request('c'), request('d')]);
    await until(() => runs.length === 2);
    expect(runs.map(({ request: { title }, cancelled }) => [title, cancelled])).toEqual([
      ['a', true],
      ['c', false],
    ]);
    end(1, [1, 2]);
    await until(() => runs.length === 3);
    expect(runs[2]?.request.title).toBe('d');
  });

  it('can be cancelled, and says where no seed came to its end', async () => {
    const { simulation, runs, end } = handSimulation();
    const comparing = createComparing(simulation);
    comparing.start([request('a'), request('b')]);
    await until(() => runs.length === 1);
    comparing.cancel();
    await until(() => comparing.state.get()?.state === 'cancelled');
    comparing.start([request('a'), request('b')]);
    await until(() => runs.length === 2);
    end(1, []);
    await until(() => runs.length === 3);
    end(2, [1, 2]);
    await until(() => comparing.state.get()?.state === 'failed');
    expect(comparing.state.get()?.problem).toMatchObject({ code: 'compare.no-seed' });
  });
});
