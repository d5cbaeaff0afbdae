import { availableParallelism } from 'node:os';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { openRunStore } from '../../services/experiments/run-store.ts';
import type { Installation } from '../../services/installation.ts';
import { announce, present } from '../../services/queue/presence.ts';
import type { Presence } from '../../services/queue/queue-messages.ts';
import { type QueueWorker, startQueueWorker } from '../../services/queue/queue-worker.ts';
import { type Reached, reachRedis } from '../../services/queue/reach-redis.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { interruption } from '../interruption.ts';
import { fromUser } from '../places.ts';
import { say, tell } from '../terminal.ts';
import { checkWritable } from '../write-files.ts';
import { queueAt } from './queue-flags.ts';

export interface WorkerOptions {
  readonly queue: string;
  readonly store: string;
  readonly workers?: number;
  readonly lease: number;
  readonly leaveAfter?: number;
}

/** How often it is looked who else is there, and whether there is anything to do; milliseconds. */
const lookEveryMs = 1000;

/** Works until it is interrupted, or there was nothing to do for long enough. Throws what keeps it from starting. */
export async function carryOutWorker(options: WorkerOptions, installation: Installation): Promise<void> {
  const folder = fromUser(options.store);
  await checkWritable(folder, options.store);
  const id = await engineId(nodeFiles, installation);
  const studio = await studioVersion(nodeFiles, installation);
  const reached = await reachRedis(queueAt(options.queue));
  const threads = options.workers ?? availableParallelism();
  const signal = interruption();
  const count = { simulated: 0, found: 0, failed: 0 };
  try {
    for (const warning of reached.warnings) tell(warning);
    refuseOtherEngine(await present(reached.client), id);
    reached.watch(tell);
    const worker = await startQueueWorker({
      ...{ files: nodeFiles, installation, engineId: id, reached, threads },
      store: await openRunStore(nodeFiles, { folder, engineId: id }),
      leaseMs: options.lease * 1000,
      over: (end) => {
        count[end] += 1;
      },
    });
    try {
      const announced = await announce(reached.client, { role: 'worker', engineId: id, studio, threads });
      tell(
        `Waiting for seeds on ${reached.shown}: ${threads} ${threads === 1 ? 'thread' : 'threads'}, engine ${short(id)}. Ctrl-C ends it.`,
      );
      await untilOver(worker, reached, { signal, engineId: id, leaveAfter: options.leaveAfter });
      await announced.leave();
    } finally {
      await worker.stop();
    }
  } finally {
    reached.close();
  }
  const failed = count.failed === 0 ? '' : `, ${count.failed} failed`;
  say(`${count.simulated} seeds simulated${failed}.`);
}

interface Until {
  readonly signal: AbortSignal;
  readonly engineId: string;
  readonly leaveAfter: number | undefined;
}

/** Resolves when it is time to go; tells once when a sweep comes that it cannot work for. */
async function untilOver(
  worker: QueueWorker,
  { client }: Reached,
  { signal, engineId: id, leaveAfter }: Until,
): Promise<void> {
  let told = false;
  let wanted = Date.now();
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  while (!signal.aborted) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, lookEveryMs)), aborted]);
    // While Redis is away, nobody can say that there is nothing to do.
    const there =
      client.status === 'ready'
        ? await Promise.race([present(client).catch(() => undefined), aborted.then(() => undefined)])
        : undefined;
    const idle = worker.idleSince();
    const needed = there === undefined || there.some((each) => each.role === 'sweep' && each.engineId === id);
    wanted = needed ? Date.now() : Math.max(wanted, idle ?? Date.now());
    if (leaveAfter !== undefined && Date.now() - wanted > leaveAfter * 1000) return;
    const other = foreign(there ?? [], id);
    if (told || other === undefined) continue;
    told = true;
    tell(problemOf(other, id).message);
  }
}

/** A sweep that this worker cannot work for; undefined where there is none, or one that it can. */
function foreign(there: readonly Presence[], id: string): Presence | undefined {
  const sweeps = there.filter(({ role }) => role === 'sweep');
  return sweeps.some((each) => each.engineId === id) ? undefined : sweeps[0];
}

function refuseOtherEngine(there: readonly Presence[], id: string): void {
  const other = foreign(there, id);
  if (other !== undefined) throw problemOf(other, id);
}

const problemOf = (other: Presence, id: string): StudioError =>
  new StudioError({
    code: 'queue.engine',
    message: `The sweep from ${other.host} has the engine ${short(other.engineId)} (studio ${other.studio}), this worker ${short(id)}: its results would be others, so it is given no seeds.`,
    hint: 'Install the same studio here as there.',
    where: '--queue',
  });

/** Enough of an engine's id to tell two apart. */
const short = (id: string): string => id.slice('sha256:'.length, 'sha256:'.length + 12);
