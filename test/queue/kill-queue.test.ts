// A sweep of 200 runs over a queue, of which one worker and then the sweep itself are killed half-way.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fresh, type Running, small, start, studio } from '../cli/studio.ts';
import { startRedis, type TestRedis, whyNoQueue } from './redis.ts';

const redis: TestRedis | undefined = whyNoQueue === undefined ? await startRedis() : undefined;
const started: Running[] = [];
afterAll(async () => {
  for (const each of started) each.kill();
  await redis?.end();
});

const asked = [
  'sweep',
  small,
  ...['--vary', 'agents.token.supply=1000000..2000000/25', '--seeds', '1..8', '--set', 'horizon=300 day'],
];

it.skipIf(redis === undefined)(
  `loses no run, counts none twice and ends with the local digest${whyNoQueue === undefined ? '' : ` (${whyNoQueue})`}`,
  async () => {
    const store = fresh('shared');
    const queue = ['--queue', redis?.url ?? '', '--store', store];
    const worker = () => begun(['worker', ...queue, '--workers', '1', '--lease', '1']);
    const sweep = () => begun([...asked, ...queue, '--out', fresh('out'), '--json']);
    const local = studio([...asked, '--store', fresh('alone'), '--out', fresh('out'), '--json']);

    const [doomed, lasting, first] = [worker(), worker(), sweep()];
    await seedsIn(store, 20, first);
    doomed.kill();
    await seedsIn(store, 50, first);
    first.kill();
    await first.done;
    const left = seeds(store).length;
    const { code, out, err } = await sweep().done;

    expect({ code, err }).toMatchObject({ code: 0 });
    const manifest = JSON.parse(out);
    expect(manifest).toMatchObject({ complete: true, finishedCases: 25, failed: 0 });
    expect(manifest.simulated + manifest.stored).toBe(200);
    expect(manifest.stored).toBeGreaterThanOrEqual(left - 1);
    expect(new Set(seeds(store)).size).toBe(200);
    expect(manifest.digest).toBe(JSON.parse((await local).out).digest);
    // What was in the dead worker's hands was gone on with, and nothing of it is left over.
    expect(
      readdirSync(store, { recursive: true }).filter((name) => `${name}`.includes('checkpoint-')),
    ).toEqual([]);
    lasting.interrupt();
    expect(await lasting.done).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ seeds simulated\.$/m),
    });
    // Every line of the table is whole.
    const table = readFileSync(path.join(path.dirname(manifest.files[0]), 'sweep.csv'), 'utf8');
    expect(table.trim().split('\n')).toHaveLength(26);
  },
);

function begun(args: readonly string[]): Running {
  const running = start(args);
  started.push(running);
  return running;
}

const seeds = (store: string): readonly string[] =>
  existsSync(store)
    ? readdirSync(store, { recursive: true }).flatMap((name) =>
        /^[^.].*\.seed$/.test(`${name}`) && !/\/\./.test(`${name}`) ? [`${name}`] : [],
      )
    : [];

/** Waits until the store holds so many seeds; fails where the sweep ends before. */
async function seedsIn(store: string, count: number, sweep: Running): Promise<void> {
  let ended: unknown;
  void sweep.done.then((answered) => {
    ended = answered;
  });
  while (seeds(store).length < count) {
    if (ended !== undefined) throw new Error(`it ended too early: ${JSON.stringify(ended)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
