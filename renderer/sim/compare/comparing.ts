import type { Comparison } from '../../../sim-core/analysis/compare/compare-batches.ts';
import { type Problem, StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { Fan } from '../../charts/plot-data.ts';
import { createStore, type Store } from '../../state/store.ts';
import type { Run } from '../run.ts';
import { isOpen, type RunRequest, type RunSnapshot } from '../run-snapshot.ts';
import type { Simulation } from '../simulation.ts';
import { sliced } from '../sliced.ts';
import { until } from '../until.ts';
import { cutBatch } from './cut-batch.ts';

export type { Comparison };

/** How a comparison stands. */
export interface Compared {
  /** `running`: seeds are missing; `judging`: all are there and are held against each other. */
  readonly state: 'running' | 'judging' | 'done' | 'cancelled' | 'failed';
  /** One for each request, in their order; undefined until its turn has come. */
  readonly runs: readonly (RunSnapshot | undefined)[];
  /** Part of all days of all seeds, 0 to 1. */
  readonly progress: number;
  /** Days that all have: what is compared. */
  readonly ticks: number;
  /** Over the seeds that all have. */
  readonly comparison?: Comparison;
  readonly problem?: Problem;
}

/** Runs several scenarios on the same seeds, one after another, and holds all against the first. */
export interface Comparing {
  readonly state: Pick<Store<Compared | undefined>, 'get' | 'subscribe'>;
  /** Begins anew; what was under way is given up, and its seeds are kept. Labels are the titles of the requests. */
  start(requests: readonly RunRequest[]): void;
  cancel(): void;
  /** Another project is open: forgets what was compared. */
  leave(): void;
  /**
   * How a metric differs from the first, seed by seed, of each of the others; undefined where one does not report it. Empty where
   * the comparison is not done.
   */
  differences(metric: string): Promise<readonly (Fan | undefined)[]>;
}

export function createComparing(simulation: Simulation): Comparing {
  const state = createStore<Compared | undefined>(undefined);
  let turn = 0;
  let running: Run | undefined;
  let batches: readonly BatchResult[] = [];

  const update = (change: Partial<Compared>): void => {
    const now = state.get();
    if (now !== undefined) state.set({ ...now, ...change });
  };

  const runOut = async (
    mine: number,
    place: number,
    request: RunRequest,
  ): Promise<RunSnapshot | undefined> => {
    await until(simulation.subscribe, () => !simulation.busy());
    if (mine !== turn) return undefined;
    const run = await simulation.start(request);
    if (mine !== turn) run.cancel();
    running = run;
    await until(run.snapshot.subscribe, () => {
      const snapshot = run.snapshot.get();
      if (mine === turn) show(place, snapshot);
      return !isOpen(snapshot);
    });
    return mine === turn ? run.snapshot.get() : undefined;
  };

  const show = (place: number, snapshot: RunSnapshot): void => {
    const runs = (state.get()?.runs ?? []).map((each, i) => (i === place ? snapshot : each));
    const days = (each: RunSnapshot | undefined) => (each === undefined ? 0 : each.progress);
    update({ runs, progress: runs.reduce((sum, each) => sum + days(each), 0) / runs.length });
  };

  const perform = async (mine: number, requests: readonly RunRequest[]): Promise<void> => {
    const finished: RunSnapshot[] = [];
    for (const [place, request] of requests.entries()) {
      const snapshot = await runOut(mine, place, request);
      if (mine !== turn) return;
      if (snapshot?.state !== 'done') return update({ state: 'cancelled' });
      finished.push(snapshot);
    }
    update({ state: 'judging', progress: 1 });
    const ticks = Math.min(...requests.map(({ spec }) => spec.ticks));
    batches = finished.flatMap(({ result }) => (result === undefined ? [] : [cutBatch(result, ticks)]));
    const failed = finished.find(({ result }) => result === undefined);
    if (failed !== undefined) throw noSeed(failed);
    const { judge } = await import('./judge.ts');
    const labelled = batches.map((batch, i) => ({ label: requests[i]?.title ?? '', batch }));
    const comparison = await sliced(judge(labelled), () => mine === turn);
    if (comparison !== undefined && mine === turn) update({ state: 'done', comparison });
  };

  return {
    state,
    start(requests) {
      turn += 1;
      const mine = turn;
      running?.cancel();
      batches = [];
      const ticks = Math.min(...requests.map(({ spec }) => spec.ticks));
      state.set({ state: 'running', runs: requests.map(() => undefined), progress: 0, ticks });
      perform(mine, requests).catch((error: unknown) => {
        if (mine === turn) update({ state: 'failed', problem: toProblem(error) });
      });
    },
    cancel() {
      running?.cancel();
    },
    leave() {
      turn += 1;
      simulation.leave();
      running = undefined;
      batches = [];
      state.set(undefined);
    },
    async differences(metric) {
      const mine = turn;
      const [base, ...others] = batches;
      if (base === undefined || state.get()?.state !== 'done') return [];
      const { differenceFan } = await import('./judge.ts');
      const fans: (Fan | undefined)[] = [];
      for (const other of others)
        fans.push(await sliced(differenceFan(base, other, metric), () => mine === turn));
      return mine === turn ? fans : [];
    },
  };
}

const noSeed = ({ request, failures }: RunSnapshot): StudioError =>
  new StudioError({
    code: 'compare.no-seed',
    message: `No seed of ${request.title} came to its end: ${failures[0]?.problem.message ?? 'none has begun.'}`,
    hint: 'Run it by itself to see where it stops.',
  });
