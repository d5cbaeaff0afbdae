import { type Problem, toProblem } from '../../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import type { Run } from '../../../sim/run.ts';
import { isOpen, type RunRequest, type RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { Simulation } from '../../../sim/simulation.ts';
import { throttled } from '../../../sim/throttled.ts';
import { until } from '../../../sim/until.ts';
import { createStore, type Store } from '../../../state/store.ts';

/** What to preview, and beside what. */
export interface PreviewWish {
  readonly scenario: string;
  readonly title: string;
  readonly spec: ScenarioSpec;
  readonly base: ScenarioSpec;
}

export interface PreviewState {
  /** What runs, or ran last, for the newest wish. */
  readonly now?: RunSnapshot;
  /** The last that ran to its end; shown dimmed while another is under way. */
  readonly last?: RunSnapshot;
  readonly base?: RunSnapshot;
  readonly updating: boolean;
  /** Why there is no preview. */
  readonly problem?: Problem;
}

type Place = 'last' | 'base';

export interface Previewer {
  readonly state: Pick<Store<PreviewState>, 'get' | 'subscribe'>;
  /** Previews this from `editedAt` + 150 ms on, in place of what was wished before. */
  want(wish: PreviewWish, editedAt: number): void;
  /** Ends what runs. */
  stop(): void;
}

/** Milliseconds without an edit after which a preview begins. */
const pause = 150;

/** Milliseconds between two pictures of what grows. */
const interval = 250;

export const previewSeeds = ['1', '2', '3', '4', '5'] as const;

/** Runs previews one at a time on workers of their own: a new wish cancels the old one. */
export function createPreviewer(simulation: Simulation): Previewer {
  const state = createStore<PreviewState>({ updating: false });
  const update = (change: Partial<PreviewState>) => state.set({ ...state.get(), ...change });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Run | undefined;
  const leave = new Map<Place, () => void>();

  /** A run that has ended says more for a while: how its seeds spread is worked out in small parts. */
  const keep = (places: readonly Place[], { snapshot }: Run): void => {
    const take = () =>
      update(
        Object.fromEntries(places.filter((at) => leave.get(at) === stop).map((at) => [at, snapshot.get()])),
      );
    const stop = snapshot.subscribe(take);
    for (const at of places) {
      // One run may be followed for two places: it is left when neither wants it.
      const before = leave.get(at);
      leave.set(at, stop);
      if (before !== undefined && ![...leave.values()].includes(before)) before();
    }
    take();
  };

  /** Runs to the end, or until another wish comes: then undefined. */
  const runOut = async (
    mine: number,
    request: RunRequest,
    show: (now: RunSnapshot) => void,
  ): Promise<Run | undefined> => {
    simulation.open()?.cancel();
    await until(simulation.subscribe, () => !simulation.busy());
    if (mine !== turn) return undefined;
    const run = await simulation.start(request);
    running = run;
    if (mine !== turn) run.cancel();
    const snapshot = await ended(run, (now) => {
      if (mine === turn) show(now);
    });
    return mine === turn && snapshot.state === 'done' ? run : undefined;
  };

  const begin = async (mine: number, { scenario, title, spec, base }: PreviewWish): Promise<void> => {
    const request = (key: string, of: ScenarioSpec): RunRequest => ({
      ...{ scenario: `${scenario}~${key}`, title, spec: of, seeds: previewSeeds },
    });
    try {
      const known = state.get().base?.request.spec === base;
      let latest: RunSnapshot | undefined;
      const pace = throttled(interval, () => {
        if (mine === turn && latest !== undefined) update({ now: latest });
      });
      const done = await runOut(mine, request('preview', spec), (now) => {
        latest = now;
        // The first frame is shown at once, however shortly after the start it comes.
        if (now.live.length === 0) update({ now });
        else pace.soon();
      });
      if (done === undefined) return;
      const same = spec === base;
      keep(same ? ['last', 'base'] : ['last'], done);
      update({ now: done.snapshot.get(), updating: false });
      if (same || known) return;
      const before = await runOut(mine, request('base', base), () => {});
      if (before !== undefined) keep(['base'], before);
    } catch (error) {
      if (mine === turn) update({ problem: toProblem(error), updating: false });
    }
  };

  return {
    state,
    want(wish, editedAt) {
      turn += 1;
      const mine = turn;
      clearTimeout(timer);
      running?.cancel();
      const { problem: _, ...rest } = state.get();
      state.set({ ...rest, updating: true });
      timer = setTimeout(() => void begin(mine, wish), Math.max(0, editedAt + pause - performance.now()));
    },
    stop() {
      turn += 1;
      clearTimeout(timer);
      running?.cancel();
    },
  };
}

async function ended({ snapshot }: Run, show: (now: RunSnapshot) => void): Promise<RunSnapshot> {
  await until(snapshot.subscribe, () => {
    show(snapshot.get());
    return !isOpen(snapshot.get());
  });
  return snapshot.get();
}
