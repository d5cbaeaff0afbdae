import { Queue, QueueEvents } from 'bullmq';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { jsonIn } from '../json-in.ts';
import { failureSchema, printable, progressSchema, type Task } from './queue-messages.ts';
import { keyPrefix, queueName, taskId, taskKey, withdrawalChannel } from './queue-names.ts';
import type { Reached } from './reach-redis.ts';

/** Asks workers for runs, and hears when they are over. */
export interface TaskLink {
  /**
   * Resolves when the run is over and its end is in the store. Rejects with `run.cancelled` once it was withdrawn, otherwise with why
   * no worker could do it.
   */
  ask(task: Task, progress: (done: number, ticks: number) => void): Promise<void>;
  /** Takes back all that was asked and is not over. */
  withdraw(): Promise<void>;
  close(): Promise<void>;
}

interface Asked {
  readonly task: Task;
  readonly progress: (done: number, ticks: number) => void;
  readonly over: () => void;
  readonly failed: (why: StudioError) => void;
}

/** Tries of a task whose worker failed rather than the run; the first pause between them, in milliseconds. */
const attempts = 3;
const firstPauseMs = 500;
/** How often it is looked whether Redis still has what was asked, in milliseconds. */
const lookEveryMs = 3000;
/** How long a farewell may take where Redis is away, in milliseconds. */
const mostFarewellMs = 3000;

const usual = {
  attempts,
  backoff: { type: 'exponential', delay: firstPauseMs },
  // The store is what counts: Redis need not remember what is over.
  ...{ removeOnComplete: true, removeOnFail: true },
};

/** The studio's end of a queue. What Redis forgets is asked for again: it holds nothing that the store does not have. */
export async function openTaskLink({ client }: Reached, engineId: string): Promise<TaskLink> {
  const asked = new Map<string, Asked>();
  const options = { connection: client, prefix: keyPrefix, skipVersionCheck: true };
  const queue = new Queue(queueName(engineId), options);
  const events = new QueueEvents(queueName(engineId), { ...options, autorun: false });
  let withdrawn = false;

  const take = (id: string): Asked | undefined => {
    const found = asked.get(id);
    asked.delete(id);
    return found;
  };
  events.on('completed', ({ jobId }) => take(jobId)?.over());
  events.on('failed', ({ jobId, failedReason }) => {
    const why = failureOf(failedReason);
    // Another sweep that had asked for the same has withdrawn it: it is gone now, and `lookAgain` asks anew.
    if (why.code !== 'run.cancelled') take(jobId)?.failed(why);
  });
  events.on('progress', ({ jobId, data }) => {
    const read = progressSchema.safeParse(data);
    if (read.success) asked.get(jobId)?.progress(read.data.done, read.data.ticks);
  });
  // Whoever watches the connection tells when Redis is away.
  queue.on('error', () => {});
  events.on('error', () => {});
  // An event that nobody could have written well ends the listening: begin again behind it.
  const listen = (): void => {
    events.run().catch(() => {
      if (!withdrawn) setTimeout(listen, lookEveryMs);
    });
  };
  await events.waitUntilReady();
  listen();

  const lining = new Set<Promise<unknown>>();
  const line = async (tasks: readonly Task[]): Promise<void> => {
    const added = queue.addBulk(
      tasks.map((data) => ({ name: 'seed', data, opts: { ...usual, jobId: taskId(data) } })),
    );
    lining.add(added);
    await added.finally(() => lining.delete(added));
  };

  /** Asks again for what Redis no longer has: its end was missed, or it was lost with the memory of Redis. Who has it in the store says so at once. */
  const lookAgain = async (): Promise<void> => {
    const known = [...asked];
    const there = await Promise.all(known.map(([id]) => client.call('EXISTS', taskKey(engineId, id))));
    const gone = known.filter(([id], index) => there[index] === 0 && asked.has(id));
    if (gone.length > 0 && !withdrawn) await line(gone.map(([, { task }]) => task));
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking || client.status !== 'ready' || asked.size === 0) return;
    looking = true;
    lookAgain()
      .catch(() => {})
      .finally(() => {
        looking = false;
      });
  }, lookEveryMs);

  const takeBack = async (ids: readonly string[]): Promise<void> => {
    const channel = withdrawalChannel(engineId);
    // What is on its way into the queue can only be removed once it is there.
    await Promise.allSettled(lining);
    await Promise.all(
      ids.map(async (id) => {
        // One that a worker has in hand cannot be removed: the worker is told.
        const removed = await queue.remove(id).catch(() => 0);
        if (removed === 0) await client.call('PUBLISH', channel, JSON.stringify({ withdraw: id }));
      }),
    );
  };

  return {
    async ask(task, progress) {
      if (withdrawn) throw cancelled();
      const end = new Promise<void>((over, failed) =>
        asked.set(taskId(task), { task, progress, over, failed }),
      );
      end.catch(() => {});
      await line([task]).catch((thrown: unknown) => {
        if (withdrawn) return;
        asked.delete(taskId(task));
        throw notTaken(thrown);
      });
      await end;
    },
    async withdraw() {
      if (withdrawn) return;
      withdrawn = true;
      const all = [...asked];
      asked.clear();
      const farewell = client.status === 'ready' ? takeBack(all.map(([id]) => id)) : Promise.resolve();
      await withinTime(farewell.catch(() => {}));
      for (const [, { failed }] of all) failed(cancelled());
    },
    async close() {
      withdrawn = true;
      clearInterval(timer);
      await withinTime(Promise.allSettled([events.close(), queue.close()]));
    },
  };
}

const withinTime = async (work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, mostFarewellMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
};

const cancelled = (): StudioError =>
  new StudioError({ code: 'run.cancelled', message: 'The run was cancelled.' });

/** What a worker said, or BullMQ itself. */
function failureOf(reason: string): StudioError {
  const read = failureSchema.safeParse(jsonIn(reason));
  if (read.success) {
    const { code, message, hint, where } = read.data;
    return new StudioError({
      ...{ code, message },
      ...(hint === undefined ? {} : { hint }),
      ...(where === undefined ? {} : { where }),
    });
  }
  if (/stalled/.test(reason)) {
    return new StudioError({
      code: 'queue.workers-died',
      message: 'Every worker that had this seed in hand died of it, or was ended.',
      hint: 'It may need more memory than the workers have. Start the sweep again to try it anew.',
    });
  }
  return new StudioError({
    code: 'queue.failed',
    message: `A worker could not do it: ${printable(reason).slice(0, 300)}.`,
  });
}

const notTaken = (thrown: unknown): StudioError =>
  new StudioError({
    code: 'queue.not-taken',
    message: `Redis takes no task: ${printable(thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 300)}.`,
    hint: 'What is done is in the store. Mend Redis, and start the sweep again to go on from there.',
    where: '--queue',
  });
