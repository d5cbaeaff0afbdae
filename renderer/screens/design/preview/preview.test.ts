import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import type { Run } from '../../../sim/run.ts';
import type { RunRequest, RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { Simulation } from '../../../sim/simulation.ts';
import { createStore } from '../../../state/store.ts';
import { kpiMetrics, kpiOf } from './kpis.ts';
import { createPreviewer } from './previewer.ts';
import { scaleDown } from './scale-down.ts';

const spec = (rows: number, weight = 1): ScenarioSpec => ({
  ...{ id: 'small', version: 1, startDay: 0, ticks: 2 },
  mechanisms: [
    { id: 'agents.providers', version: 1, slot: 'agents', parameters: { rows, weight, power: 5 } },
  ],
});

describe('scaling down', () => {
  it('keeps rows times weight, and everything else', () => {
    const { spec: small, scaledFrom } = scaleDown(spec(40_000, 3));
    expect(small.mechanisms[0]?.parameters).toEqual({ rows: 10_000, weight: 12, power: 5 });
    expect(scaledFrom).toBe(40_000);
  });
  it('leaves what is small as it is', () => {
    const given = spec(10_000);
    expect(scaleDown(given)).toEqual({ spec: given });
    expect(scaleDown(given).spec).toBe(given);
  });
});

const metric = (id: string) => ({ id, title: id, unit: '1', definition: '', source: '' });
const snapshot = (request: RunRequest, lasts: Readonly<Record<string, number>>): RunSnapshot => ({
  ...{
    request,
    engineId: '',
    workers: 1,
    metrics: [metric('a')],
    state: 'done',
    progress: 1,
    seconds: 0,
    live: [],
  },
  results: Object.entries(lasts).map(([seed, last]) => ({
    ...{ seed, columns: [Float64Array.of(0, last, Number.NaN)], breakdowns: [], digest: '' },
  })),
  ...{
    failures: [],
    fanOf: () => undefined,
    verdicts: [],
    breakdowns: [],
    sampleTicks: [],
    stopped: [],
    breakdownFanOf: () => undefined,
  },
});
const request = (of: ScenarioSpec): RunRequest => ({ scenario: 's', title: 't', spec: of, seeds: ['1'] });

describe('the four numbers', () => {
  const reported = ['market.price', 'providers.active', 'demand.served', 'supply.net-emission', 'x'].map(
    metric,
  );
  it('are the usual ones, and others where a run lacks them', () => {
    expect(kpiMetrics(reported, [])).toEqual([
      'providers.active',
      'market.price',
      'supply.net-emission',
      'demand.served',
    ]);
  });
  it('are those that were chosen', () => {
    expect(kpiMetrics(reported, ['x', 'gone'])).toEqual([
      'x',
      'providers.active',
      'supply.net-emission',
      'market.price',
    ]);
  });
  it('are the mean of all days where they are flows', () => {
    const run = snapshot(request(spec(1)), { 1: 10 });
    const daily = { ...run, metrics: [{ ...metric('a'), unit: 'token/day' }] };
    expect(kpiOf('a', daily, undefined)).toEqual({ value: 5 });
  });
  it('pair the seeds of the base', () => {
    const run = snapshot(request(spec(1)), { 1: 10, 2: 30, 3: 20 });
    const base = snapshot(request(spec(2)), { 1: 9, 2: 35, 3: 18 });
    expect(kpiOf('a', run, base)).toEqual({ value: 20, delta: 1 });
    expect(kpiOf('a', run, run)).toEqual({ value: 20 });
  });
});

/** A simulation whose runs end when the test says. */
function handSimulation() {
  const asked: RunRequest[] = [];
  const stores: ReturnType<typeof createStore<RunSnapshot>>[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  let open: { readonly store: ReturnType<typeof createStore<RunSnapshot>>; readonly run: Run } | undefined;
  const end = (state: 'done' | 'cancelled') => {
    const { store } = open ?? {};
    open = undefined;
    store?.set({ ...store.get(), state });
    tell();
  };
  const simulation: Simulation = {
    runs: createStore(new Map()),
    prepare() {},
    leave() {},
    specDigest: async () => '',
    open: () => open?.run,
    busy: () => open !== undefined,
    async start(wanted) {
      asked.push(wanted);
      const store = createStore<RunSnapshot>({ ...snapshot(wanted, { 1: asked.length }), state: 'running' });
      stores.push(store);
      const nothing = () => {};
      open = {
        store,
        run: {
          snapshot: store,
          pause: nothing,
          resume: nothing,
          step: nothing,
          cancel: () => end('cancelled'),
        },
      };
      return open.run;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const more = (run: number, seconds: number) => {
    const store = stores[run];
    store?.set({ ...store.get(), seconds });
  };
  return { simulation, asked, end, more };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a preview', () => {
  const wish = (of: ScenarioSpec, base: ScenarioSpec) => ({ scenario: 's', title: 't', spec: of, base });

  it('runs what was wished last, keeps what was there meanwhile, then runs the base once', async () => {
    const { simulation, asked, end } = handSimulation();
    const previewer = createPreviewer(simulation);
    const [base, first, second] = [spec(1), spec(2), spec(3)];
    previewer.want(wish(base, base), 0);
    await soon();
    end('done');
    await soon();
    expect(previewer.state.get()).toMatchObject({ updating: false, last: { request: { spec: base } } });

    previewer.want(wish(first, base), 0);
    await soon();
    expect(previewer.state.get()).toMatchObject({ updating: true, last: { request: { spec: base } } });
    previewer.want(wish(second, base), 0);
    await soon();
    expect(asked.map((one) => one.spec)).toEqual([base, first, second]);
    end('done');
    await soon();
    expect(previewer.state.get()).toMatchObject({
      updating: false,
      last: { request: { spec: second } },
      base: { request: { spec: base } },
    });
    expect(asked).toHaveLength(3);
  });

  it('runs the base after the draft where it is not known', async () => {
    const { simulation, asked, end } = handSimulation();
    const previewer = createPreviewer(simulation);
    const [base, edited] = [spec(1), spec(2)];
    previewer.want(wish(edited, base), 0);
    await soon();
    end('done');
    await soon();
    expect(previewer.state.get()).toMatchObject({ updating: false });
    expect(previewer.state.get().base).toBeUndefined();
    end('done');
    await soon();
    expect(asked.map((one) => one.spec)).toEqual([edited, base]);
    expect(previewer.state.get().base?.request.spec).toBe(base);
  });

  it('shows what a run says after its end, such as how its seeds spread', async () => {
    const { simulation, end, more } = handSimulation();
    const previewer = createPreviewer(simulation);
    const [base, edited] = [spec(1), spec(2)];
    previewer.want(wish(base, base), 0);
    await soon();
    end('done');
    await soon();
    more(0, 0.5);
    expect(previewer.state.get()).toMatchObject({ last: { seconds: 0.5 }, base: { seconds: 0.5 } });
    previewer.want(wish(edited, base), 0);
    await soon();
    end('done');
    await soon();
    more(1, 0.9);
    more(0, 0.7);
    expect(previewer.state.get()).toMatchObject({ last: { seconds: 0.9 }, base: { seconds: 0.7 } });
  });

  it('waits after the last edit, and ends when it is stopped', async () => {
    const { simulation, asked } = handSimulation();
    const previewer = createPreviewer(simulation);
    previewer.want(wish(spec(1), spec(1)), performance.now() + 1000);
    await soon();
    expect(asked).toEqual([]);
    previewer.stop();
    previewer.want(wish(spec(2), spec(2)), 0);
    await soon();
    previewer.stop();
    expect(simulation.busy()).toBe(false);
    expect(asked).toHaveLength(1);
  });
});
