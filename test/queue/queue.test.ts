// What a queue does when workers, sweeps, Redis or strangers do not behave; all in this process, over a real Redis.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Queue, QueueEvents } from 'bullmq';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../main/ports/node-files.ts';
import type { Case } from '../../main/services/experiments/case.ts';
import { openRunStore } from '../../main/services/experiments/run-store.ts';
import { runCases } from '../../main/services/experiments/runner.ts';
import { installationIn } from '../../main/services/installation.ts';
import { announce } from '../../main/services/queue/presence.ts';
import { queueAddress } from '../../main/services/queue/queue-address.ts';
import { createQueueDesks } from '../../main/services/queue/queue-desks.ts';
import { keyPrefix, queueName } from '../../main/services/queue/queue-names.ts';
import { startQueueWorker } from '../../main/services/queue/queue-worker.ts';
import { reachRedis } from '../../main/services/queue/reach-redis.ts';
import { openTaskLink } from '../../main/services/queue/task-link.ts';
import { engineId as engineIdOf } from '../../main/services/studio-info.ts';
import { root } from '../../scripts/root.mjs';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { small, studio } from '../cli/studio.ts';
import { smallDocument } from '../small-scenario.ts';
import { startRedis, whyNoQueue } from './redis.ts';

const installation = installationIn(root);
const engineId = await engineIdOf(nodeFiles, installation);
const temporary = mkdtempSync(path.join(tmpdir(), 'studio-queue-'));
const redis = whyNoQueue === undefined ? await startRedis() : undefined;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});
afterAll(async () => {
  await redis?.end();
  rmSync(temporary, { recursive: true, force: true });
});

let stores = 0;
const freshStore = () => {
  stores += 1;
  return openRunStore(nodeFiles, { folder: path.join(temporary, `${stores}`), engineId });
};
type Store = Awaited<ReturnType<typeof freshStore>>;

function caseOf(days: number, seeds: readonly string[], rows = 100): Case {
  const changed = setAll(smallDocument(), [
    { path: 'horizon', written: `${days} day` },
    { path: 'agents.providers.rows', written: `${rows}` },
  ]);
  if (!changed.ok) throw new Error(changed.problems[0]?.message);
  return { document: changed.document, seeds };
}

async function reached() {
  const there = await reachRedis(queueAddress(redis?.url ?? ''));
  endings.push(async () => there.close());
  return there;
}

async function work(store: Store, leaseMs = 5000) {
  const ends: string[] = [];
  const over = (end: string) => void ends.push(end);
  const parts = {
    files: nodeFiles,
    installation,
    engineId,
    store,
    threads: 1,
    leaseMs,
    over,
    patienceMs: 100,
  };
  const worker = await startQueueWorker({ ...parts, reached: await reached() });
  endings.push(() => worker.stop());
  return { worker, ends };
}

async function* casesOverQueue(
  cases: readonly Case[],
  store: Store,
  signal?: AbortSignal,
  seedOver = () => {},
) {
  const link = await openTaskLink(await reached(), engineId);
  endings.push(() => link.close());
  const desks = createQueueDesks(link, store, engineId);
  const progress = { seedOver };
  yield* runCases(cases, {
    ...{ installation, store, desks, progress },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Runs cases over the queue and gives their digests. */
async function overQueue(cases: readonly Case[], store: Store, signal?: AbortSignal, seen = () => {}) {
  const digests: string[] = [];
  for await (const { digest, batch } of casesOverQueue(cases, store, signal, seen)) {
    expect(batch.failures).toEqual([]);
    digests.push(digest);
  }
  return digests;
}

async function here(cases: readonly Case[]) {
  const digests: string[] = [];
  for await (const { digest } of runCases(cases, { installation, workers: 1 })) digests.push(digest);
  return digests;
}

async function bareQueue() {
  const { client } = await reached();
  const options = { connection: client, prefix: keyPrefix };
  const queue = new Queue(queueName(engineId), options);
  const events = new QueueEvents(queueName(engineId), options);
  await events.waitUntilReady();
  endings.push(async () => void (await Promise.all([queue.close(), events.close()])));
  return { queue, events };
}

describe.skipIf(redis === undefined)(`a queue${whyNoQueue === undefined ? '' : ` (${whyNoQueue})`}`, () => {
  const three = [30, 31, 32].map((days) => caseOf(days, ['1', '2', '3', '4']));

  it('outlives a Redis that dies and comes back with nothing in its memory', async () => {
    const store = await freshStore();
    await work(store);
    const cases = [200, 201, 202].map((days) => caseOf(days, ['1', '2', '3', '4']));
    let died: Promise<void> | undefined;
    const digests = await overQueue(cases, store, undefined, () => {
      died ??= redis?.stop().then(() => redis.start());
    });
    await died;
    expect(digests).toEqual(await here(cases));
  });

  it('hands what an ended worker had in hand to the next, and takes nothing twice', async () => {
    const store = await freshStore();
    const long = [caseOf(6000, ['1'], 1000)];
    // Nobody would count it as dead before the test is over: it has to hand back what it has.
    const first = await work(store, 600_000);
    const digests = overQueue(long, store);
    while (first.worker.idleSince() !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    await first.worker.stop();
    const second = await work(store);
    expect(await digests).toEqual(await here(long));
    expect([first.ends, second.ends]).toEqual([[], ['simulated']]);
  });

  it('is empty when the sweep is cancelled, and no worker goes on', async () => {
    const store = await freshStore();
    const { worker, ends } = await work(store);
    const control = new AbortController();
    const asked = overQueue([caseOf(36_000, ['1', '2', '3'], 20_000)], store, control.signal);
    while (worker.idleSince() !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    control.abort();
    expect(await asked).toEqual([]);
    while (worker.idleSince() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const { queue } = await bareQueue();
    expect(await queue.getJobCountByTypes('wait', 'active', 'delayed')).toBe(0);
    expect(ends).toEqual([]);
  });

  it('runs nothing that a stranger writes into it, and goes on', async () => {
    const store = await freshStore();
    const { ends } = await work(store);
    const { queue, events } = await bareQueue();
    const digest = `sha256:${'0'.repeat(64)}`;
    const entries = [
      { data: {}, says: 'no task of the studio' },
      { data: { engineId, specDigest: digest, seed: '../../../../tmp/x' }, says: 'no task of the studio' },
      { data: { engineId, specDigest: '../x', seed: '1' }, says: 'no task of the studio' },
      { data: { engineId, specDigest: digest, seed: '1', spec: {} }, says: 'no task of the studio' },
      { data: { engineId: digest, specDigest: digest, seed: '1' }, says: 'asks for another' },
      { data: { engineId, specDigest: digest, seed: '1' }, says: 'does not hold what the sweep has written' },
    ];
    for (const { data, says } of entries) {
      const job = await queue.add('seed', data, { removeOnFail: true });
      await expect(job.waitUntilFinished(events)).rejects.toThrow(says);
    }
    expect(ends).toEqual([]);
    expect(readdirSync(temporary)).not.toContain(path.basename(store.folder));
    expect(await overQueue(three, store)).toEqual(await here(three));
  });

  it('stops the sweep where a worker has another store, and says so', async () => {
    await work(await freshStore());
    await expect(overQueue([caseOf(30, ['1'])], await freshStore())).rejects.toMatchObject({
      code: 'queue.other-store',
      hint: expect.stringContaining('the same shared folder'),
    });
  });

  it('tells the sweep what a worker cannot do with its store, what to do about it, and on which machine', async () => {
    const store = await freshStore();
    const full = new StudioError({ code: 'disk.full', message: 'The disk is full.', hint: 'Make room.' });
    await work({ ...store, read: () => Promise.reject(full) });
    const failures: unknown[] = [];
    for await (const { batch } of casesOverQueue([caseOf(30, ['1'])], store))
      failures.push(...batch.failures);
    const problem = { code: 'disk.full', message: 'The disk is full.', hint: 'Make room.' };
    expect(failures).toEqual([{ seed: '1', problem: { ...problem, where: `on ${hostname()}` } }]);
  });

  it('refuses a worker of another engine, and tells the sweep of one', async () => {
    const { client } = await reached();
    const other = { engineId: `sha256:${'a'.repeat(64)}`, studio: '9.9.9', threads: 2 };
    const sweep = await announce(client, { role: 'sweep', ...other });
    const flags = ['--queue', redis?.url ?? '', '--store', (await freshStore()).folder];
    const refused = await studio(['worker', ...flags, '--leave-after', '1']);
    await sweep.leave();
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('has the engine aaaaaaaaaaaa (studio 9.9.9), this worker ');
    const worker = await announce(client, { role: 'worker', ...other });
    const { err } = await studio(['sweep', small, '--vary', 'horizon=30 day,31 day', ...flags, '--estimate']);
    await worker.leave();
    expect(err).toContain('has another engine (studio 9.9.9): its results would be others');
    expect(err).toContain('No worker is at redis://127.0.0.1:');
  });
});
