import { hostname } from 'node:os';
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { type StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { Files } from '../../ports/files.ts';
import { createDesks, type Desk } from '../experiments/desks.ts';
import type { RunStore } from '../experiments/run-store.ts';
import { isCertain } from '../experiments/seed-failure.ts';
import { simulateKept } from '../experiments/simulate-kept.ts';
import type { Installation } from '../installation.ts';
import { jsonIn } from '../json-in.ts';
import { type Task, taskSchema, withdrawalSchema } from './queue-messages.ts';
import { keyPrefix, queueName, withdrawalChannel } from './queue-names.ts';
import type { Reached } from './reach-redis.ts';
import { specInStore, usualPatienceMs } from './spec-in-store.ts';

export interface QueueWorkerParts {
  readonly files: Files;
  readonly installation: Installation;
  readonly engineId: string;
  readonly store: RunStore;
  readonly reached: Reached;
  readonly threads: number;
  /** A worker that says nothing for so long counts as dead, and others take what it had; milliseconds. */
  readonly leaseMs: number;
  /** How long a spec is looked for that the store does not show; 10 s if absent. */
  readonly patienceMs?: number;
  /** Told of every task that is over here. */
  readonly over: (end: 'simulated' | 'found' | 'failed', task: Task) => void;
}

/** A worker that takes tasks from a queue. */
export interface QueueWorker {
  /** Lets go of the tasks in hand, which others go on with from their checkpoints, and ends. */
  stop(): Promise<void>;
  /** Since when there is nothing to do, in milliseconds since 1970; undefined while there is. */
  idleSince(): number | undefined;
}

const checkpointEveryMs = 5000;
const progressEveryMs = 2000;
/** Machines that are taken away while a seed runs, before the seed itself is suspected. */
const mostDeaths = 8;
/** Specs that are kept at hand: a sweep's seeds come case by case. */
const mostSpecs = 8;

/** Simulates what the queue asks for, and keeps it in the store. A task says nothing but which run: see queue-messages.ts. */
export async function startQueueWorker(parts: QueueWorkerParts): Promise<QueueWorker> {
  const { files, installation, engineId, store, reached, threads, leaseMs, over } = parts;
  const { patienceMs = usualPatienceMs } = parts;
  const engine = await loadEngine(installation.engineUrl.href);
  const desks = createDesks(installation, threads);
  const specs = new Map<string, ScenarioSpec>();
  let stopping = false;
  const withdrawn = new Set<string>();
  let inHand = 0;
  let idle = Date.now();

  const specOf = async (specDigest: string): Promise<ScenarioSpec> => {
    const spec =
      specs.get(specDigest) ?? (await specInStore(files, engine, store, { specDigest, patienceMs }));
    specs.delete(specDigest);
    specs.set(specDigest, spec);
    const [oldest] = specs.keys();
    if (specs.size > mostSpecs && oldest !== undefined) specs.delete(oldest);
    return spec;
  };

  const simulate = async ({ specDigest, seed }: Task, job: Job, desk: Desk): Promise<void> => {
    const spec = await specOf(specDigest);
    let said = Date.now();
    const end = await simulateKept(
      desk,
      seed,
      ({ done, ticks }) => {
        if (Date.now() - said < progressEveryMs) return;
        said = Date.now();
        // Nobody waits for it: it is said again soon.
        job.updateProgress({ done, ticks }).catch(() => {});
      },
      { store, spec, stored: { specDigest }, everyMs: checkpointEveryMs, resumed() {} },
    );
    await store.save({ specDigest }, end);
  };

  const perform = async (job: Job, token: string | undefined, signal: AbortSignal | undefined) => {
    const task = taskOf(job, engineId);
    const { specDigest, seed } = task;
    const desk = desks.free(undefined);
    if (desk === undefined) throw new Error('more tasks at once than threads');
    const letGo = () => desk.cancel();
    signal?.addEventListener('abort', letGo);
    if (signal?.aborted === true || withdrawn.delete(job.id ?? '')) letGo();
    try {
      // Another worker had it, and was slow to say so.
      if ((await store.read(specDigest, seed)) !== undefined) return over('found', task);
      await simulate(task, job, desk);
      over('simulated', task);
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.code === 'run.cancelled' && stopping) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (problem.code === 'run.cancelled') throw new UnrecoverableError(JSON.stringify(problem));
      if (!isCertain(problem)) throw toldToOthers(problem);
      await store.save({ specDigest }, { seed, problem }).catch((unkept) => {
        throw toldToOthers(toProblem(unkept));
      });
      over('failed', task);
    } finally {
      signal?.removeEventListener('abort', letGo);
      desk.release();
    }
  };

  const counted = async (job: Job, token: string | undefined, signal: AbortSignal | undefined) => {
    inHand += 1;
    try {
      await perform(job, token, signal);
    } finally {
      inHand -= 1;
      idle = Date.now();
    }
  };

  const worker = new Worker(queueName(engineId), (job, token, signal) => counted(job, token, signal), {
    connection: reached.client,
    prefix: keyPrefix,
    concurrency: threads,
    lockDuration: leaseMs,
    stalledInterval: leaseMs / 2,
    maxStalledCount: mostDeaths,
    skipVersionCheck: true,
    // An idle worker looks for tasks of dead ones this often; seconds.
    drainDelay: Math.min(5, leaseMs / 1000),
  });
  // Whether Redis is away is told by whoever watches the connection; a task that others took over meanwhile is not ours to end.
  worker.on('error', () => {});
  const end = async (): Promise<void> => {
    stopping = true;
    desks.cancel();
    // Without Redis nobody can be told; the lease of what is in hand ends by itself.
    await Promise.race([worker.close(), new Promise((resolve) => setTimeout(resolve, mostClosingMs))]);
    desks.close();
  };
  const listener = await withdrawals(parts, (id) => {
    if (worker.cancelJob(id)) return;
    // It may be on its way here, and not in hand yet.
    withdrawn.add(id);
    setTimeout(() => withdrawn.delete(id), onItsWayMs).unref();
  }).catch(async (thrown: unknown) => {
    // Or its threads and connections would keep the process alive.
    await end();
    throw thrown;
  });
  return {
    async stop() {
      listener.disconnect();
      await end();
    },
    idleSince: () => (inHand === 0 ? idle : undefined),
  };
}

const mostClosingMs = 3000;
/** How long a task may take from the queue to the hands of a worker that has taken it. */
const onItsWayMs = 5000;

/** Listens to what coordinators withdraw. */
async function withdrawals({ reached, engineId }: QueueWorkerParts, withdraw: (id: string) => void) {
  const listener = reached.client.duplicate();
  listener.on('error', () => {});
  listener.on('message', (_, text) => {
    const read = withdrawalSchema.safeParse(jsonIn(text));
    if (read.success) withdraw(read.data.withdraw);
  });
  try {
    await listener.connect();
    await listener.subscribe(withdrawalChannel(engineId));
  } catch (thrown) {
    listener.disconnect();
    throw thrown;
  }
  return listener;
}

/** What a task asks for. Throws what no further try would change. */
function taskOf({ data }: Job, engineId: string): Task {
  const read = taskSchema.safeParse(data);
  if (read.success && read.data.engineId === engineId) return read.data;
  const problem = read.success
    ? {
        code: 'queue.engine',
        message: `The worker has the engine ${engineId}, and the task asks for another.`,
      }
    : { code: 'queue.task', message: 'What stands in the queue is no task of the studio.' };
  throw new UnrecoverableError(JSON.stringify(withHost(problem)));
}

/** What the queue carries to the sweep; it tries the task again. */
const toldToOthers = (problem: ReturnType<typeof toProblem>): Error =>
  new Error(JSON.stringify(withHost(problem)));

const withHost = (problem: StudioError | ReturnType<typeof toProblem>) => ({
  ...problem,
  where: `${problem.where === undefined ? '' : `${problem.where}, `}on ${hostname()}`,
});
