import { availableParallelism } from 'node:os';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Frame, SeedFailure, SeedResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../installation.ts';
import type { Case, CaseProgress, CaseResult } from './case.ts';
import { createDesks, type Desk, type Desks } from './desks.ts';
import { toldToMakeRoom } from './no-room.ts';
import { isOver, type OpenCase, openCase, resultOf } from './open-case.ts';
import type { RunStore } from './run-store.ts';
import { isCertain } from './seed-failure.ts';
import { simulateKept } from './simulate-kept.ts';

/** What cases are run with. */
export interface RunnerOptions {
  readonly installation: Installation;
  /** What it holds is not simulated again, and what is simulated is kept in it. */
  readonly store?: RunStore;
  /** Threads; one a processor core if absent. */
  readonly workers?: number;
  /** Workers that were started before and outlive this call, for a search that runs cases again and again: `withDesks`. */
  readonly desks?: Desks;
  /**
   * Another engine to run in place of ours: its text, already trusted. It runs closed, and what it has run is folded here. The store, if
   * any, has to be that engine's.
   */
  readonly otherEngine?: { readonly text: string };
  /** Aborting it ends the iteration after the cases that are over; seeds that finished are in the store. */
  readonly signal?: AbortSignal;
  readonly progress?: CaseProgress;
  /** Leaves the columns of seeds in the results: measure each and let go of it, or many cases will not fit into memory. */
  readonly columns?: boolean;
  /** Least milliseconds between two checkpoints of a seed, which the store keeps until it is over; 5 s if absent. */
  readonly checkpointEveryMs?: number;
  /** Bytes of columns that may be held for cases that wait for their turn; 256 MB if absent. */
  readonly mostHeldBytes?: number;
}

/** A seed of a spec that has to be simulated, and every open case that waits for it. */
interface Job<Its extends Case> {
  readonly key: string;
  readonly seed: string;
  readonly of: OpenCase<Its>[];
}

const usuallyHeld = 256 * 1024 * 1024;
const usuallyEveryMs = 5000;

/**
 * Runs cases, all seeds of all of them at once over the workers, and yields each in case order when it is over. Cases are
 * taken from `cases` as there is room, so it may be endless. A seed that fails is in its batch's failures and stops nothing.
 * Throws `StudioError` where no run can start at all, or where the store cannot be written (what it holds stays good).
 */
export async function* runCases<Its extends Case>(
  cases: Iterable<Its> | AsyncIterable<Its>,
  options: RunnerOptions,
): AsyncGenerator<CaseResult<Its>, void, void> {
  const { installation, store, signal, progress = {} } = options;
  const engine = await loadEngine(installation.engineUrl.href);
  const { otherEngine } = options;
  const desks =
    options.desks ?? createDesks(installation, options.workers ?? availableParallelism(), otherEngine);
  /** What a spec reports is ours to say where our engine alone runs it. */
  const describesIt = ({ code }: ScenarioDocument) => code === undefined && otherEngine === undefined;
  const upcoming = iteratorOf(cases);
  const open: OpenCase<Its>[] = [];
  const waiting: Job<Its>[] = [];
  /** Jobs that are not over, by key: two cases may need the same seed of the same spec. */
  const jobs = new Map<string, Job<Its>>();
  const working = new Set<Promise<void>>();
  let exhausted = false;
  let broken: { readonly why: unknown } | undefined;
  let wake = () => {};

  const stopped = (): boolean => broken !== undefined || signal?.aborted === true;
  const interrupt = (): void => {
    desks.cancel();
    wake();
  };

  /** Gives waiting seeds to the workers that are free. */
  const dispatch = (): void => {
    while (waiting.length > 0 && !stopped()) {
      const desk = desks.free(waiting[0]?.of[0]?.case.document.code);
      if (desk === undefined) return;
      const job = waiting.shift();
      if (job === undefined) return;
      const work = perform(job, desk)
        .catch((why: unknown) => {
          broken ??= { why };
        })
        .finally(() => {
          working.delete(work);
          dispatch();
          wake();
        });
      working.add(work);
    }
  };

  /** From a checkpoint where there is a store; a project's own code may hold state that no checkpoint has, and bytes do not go into what is closed. */
  const simulate = async (job: Job<Its>, first: OpenCase<Its>, desk: Desk): Promise<SeedResult> => {
    const { specDigest, case: its, described } = first;
    const { document } = its;
    const onFrame = (frame: Frame): void => {
      for (const each of job.of) progress.frame?.(each.index, frame);
    };
    if (store === undefined || described === undefined || !describesIt(document))
      return await desk.simulate({ spec: document.spec, seed: job.seed }, onFrame);
    const stored = { specDigest, document, described };
    if (desk.simulateInStore !== undefined) return await desk.simulateInStore(stored, job.seed, onFrame);
    return await simulateKept(desk, job.seed, onFrame, {
      ...{ store, spec: document.spec, stored },
      everyMs: options.checkpointEveryMs ?? usuallyEveryMs,
      resumed: (done) => progress.resumed?.(first.index, job.seed, done),
    });
  };

  const perform = async (job: Job<Its>, desk: Desk): Promise<void> => {
    const [first] = job.of;
    if (first === undefined) return;
    let end: SeedResult | SeedFailure;
    try {
      first.described ??= describesIt(first.case.document)
        ? engine.describedOf(first.case.document.spec)
        : await desk.describedOf(first.case.document.spec);
      end = await simulate(job, first, desk);
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.code === 'run.cancelled' || stopped()) return;
      if (desk.cannotStart()) throw thrown;
      end = { seed: job.seed, problem };
    } finally {
      // The worker goes on with the next seed while this one goes to the disk.
      desk.release();
      dispatch();
    }
    const { specDigest, case: its, described } = first;
    const lasting = desk.simulateInStore === undefined && ('columns' in end || isCertain(end.problem));
    if (store !== undefined && described !== undefined && lasting)
      await store.save({ specDigest, document: its.document, described }, end).catch(toldToMakeRoom);
    jobs.delete(job.key);
    for (const each of job.of) {
      each.described ??= described;
      each.ends.set(job.seed, end);
      // A twin found it, so to speak.
      const how = each === first ? 'simulated' : 'stored';
      if ('columns' in end && each === first) each.simulated += 1;
      progress.seedOver?.(each.index, job.seed, 'columns' in end ? how : 'failed');
    }
  };

  /** Takes the next case, and lines up the seeds of it that the store does not hold. */
  const openNext = async (index: number): Promise<void> => {
    const next = await upcoming.next();
    if (next.done === true) {
      exhausted = true;
      return;
    }
    const describes = describesIt(next.value.document);
    const opened = await openCase({ engine, store, describes }, index, next.value, progress);
    open.push(opened);
    for (const seed of opened.case.seeds) {
      if (opened.ends.has(seed)) continue;
      const key = `${opened.specDigest} ${seed}`;
      const twin = jobs.get(key);
      if (twin !== undefined) {
        twin.of.push(opened);
        continue;
      }
      const job = { key, seed, of: [opened] };
      jobs.set(key, job);
      waiting.push(job);
    }
    dispatch();
  };

  const held = (): number => open.reduce((sum, each) => sum + each.bytes, 0);
  const hasRoom = (): boolean =>
    !exhausted &&
    !stopped() &&
    waiting.length < desks.size &&
    (open.length === 0 || held() < (options.mostHeldBytes ?? usuallyHeld));

  signal?.addEventListener('abort', interrupt);
  try {
    for (let index = 0; ; ) {
      const [first] = open;
      if (first !== undefined && isOver(first)) {
        open.shift();
        yield resultOf(engine, first, options.columns === true);
      } else if (hasRoom()) {
        await openNext(index++);
      } else if (working.size > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (first === undefined || stopped()) break;
      else throw new Error(`case ${first.index} waits for a seed that nobody simulates`);
    }
    if (broken !== undefined) throw broken.why;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    waiting.length = 0;
    if (options.desks === undefined) desks.close();
    await Promise.allSettled(working);
    await upcoming.return?.();
  }
}

/** Does work that runs cases several times, on workers that start once and end with it. */
export async function withDesks<Options extends RunnerOptions, T>(
  options: Options,
  work: (options: Options) => Promise<T>,
): Promise<T> {
  const desks = createDesks(options.installation, options.workers ?? availableParallelism());
  try {
    return await work({ ...options, desks });
  } finally {
    desks.close();
  }
}

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
