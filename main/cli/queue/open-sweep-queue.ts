import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Desks } from '../../services/experiments/desks.ts';
import type { Installation } from '../../services/installation.ts';
import { announce, present } from '../../services/queue/presence.ts';
import { createQueueDesks } from '../../services/queue/queue-desks.ts';
import type { Presence } from '../../services/queue/queue-messages.ts';
import { reachRedis } from '../../services/queue/reach-redis.ts';
import { openTaskLink, type TaskLink } from '../../services/queue/task-link.ts';
import { studioVersion } from '../../services/studio-info.ts';
import type { PreparedSweep } from '../experiments/sweep/prepare-sweep.ts';
import { tell } from '../terminal.ts';
import { queueAt } from './queue-flags.ts';

/** A queue for the seeds of a sweep. */
export interface SweepQueue {
  readonly desks: Desks;
  /** Threads of the workers that are there. */
  readonly threads: number;
  close(): Promise<void>;
}

/** How often it is looked whether anybody works, in milliseconds. */
const lookEveryMs = 5000;

/** Opens the queue and tells who works for it. Throws `redis.*`, `queue.*`. */
export async function openSweepQueue(
  written: string,
  { plan, store, engineId }: PreparedSweep,
  installation: Installation,
): Promise<SweepQueue> {
  if (plan.document.code !== undefined) throw ownCode();
  const reached = await reachRedis(queueAt(written));
  const { client, shown } = reached;
  let link: TaskLink | undefined;
  try {
    for (const warning of reached.warnings) tell(warning);
    reached.watch(tell);
    const there = await present(client);
    for (const each of there) tellOther(each, engineId);
    const threads = threadsOf(there, engineId);
    tell(
      threads === 0
        ? `No worker is at ${shown} yet. On any machine that has ${store.folder}: depin-studio worker --queue ${shown} --store ${store.folder}`
        : `${shown}: ${threads} ${threads === 1 ? 'thread' : 'threads'} of workers.`,
    );
    const studio = await studioVersion(nodeFiles, installation);
    const opened = await openTaskLink(reached, engineId);
    link = opened;
    const announced = await announce(client, { role: 'sweep', engineId, studio, threads: 0 });
    const watching = tellWhenAlone(async () => threadsOf(await present(client), engineId), threads > 0);
    return {
      desks: createQueueDesks(opened, store, engineId),
      threads,
      async close() {
        clearInterval(watching);
        await announced.leave();
        await opened.close();
        reached.close();
      },
    };
  } catch (thrown) {
    await link?.close();
    reached.close();
    throw thrown;
  }
}

const threadsOf = (there: readonly Presence[], engineId: string): number =>
  there
    .filter((each) => each.role === 'worker' && each.engineId === engineId)
    .reduce((sum, { threads }) => sum + threads, 0);

/** Workers that are given nothing, and why. */
function tellOther({ role, engineId: theirs, host, studio }: Presence, engineId: string): void {
  if (role !== 'worker' || theirs === engineId) return;
  tell(
    `The worker on ${host} has another engine (studio ${studio}): its results would be others, so it is given no seeds. Install the same studio there.`,
  );
}

/** Tells when the last worker has gone, and when one is there again. */
function tellWhenAlone(threads: () => Promise<number>, anyAtFirst: boolean): NodeJS.Timeout {
  let any = anyAtFirst;
  const look = async (): Promise<void> => {
    const now = (await threads()) > 0;
    if (now !== any) tell(now ? 'Workers are there.' : 'No worker is there any more: waiting for one.');
    any = now;
  };
  return setInterval(() => void look().catch(() => {}), lookEveryMs);
}

const ownCode = (): StudioError =>
  new StudioError({
    code: 'queue.own-code',
    message:
      'The scenario has code of its project, which no queue carries: whoever reaches the queue could have theirs run.',
    hint: 'Run the sweep in shards (--shard i/n) on machines that have the project.',
    where: '--queue',
  });
