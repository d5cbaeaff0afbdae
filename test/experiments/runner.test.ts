import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBatch } from '../../main/cli/run-batch.ts';
import type { Files } from '../../main/ports/files.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import type { Case, CaseResult } from '../../main/services/experiments/case.ts';
import { openRunStore } from '../../main/services/experiments/run-store.ts';
import { type RunnerOptions, runCases, withDesks } from '../../main/services/experiments/runner.ts';
import { installationIn } from '../../main/services/installation.ts';
import { root } from '../../scripts/root.mjs';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { smallDocument } from '../small-scenario.ts';

const installation = installationIn(root);
const temporary = mkdtempSync(path.join(tmpdir(), 'studio-runner-'));
afterAll(() => rmSync(temporary, { recursive: true }));
let stores = 0;
const freshStore = (files: Files = nodeFiles) => {
  stores += 1;
  return openRunStore(files, { folder: path.join(temporary, `${stores}`), engineId: 'sha256:e' });
};

/** The small scenario with a supply, on seeds. */
function caseOf(supply: number, seeds: readonly string[]): Case {
  const changed = setAll(smallDocument(), [{ path: 'agents.token.supply', written: `${supply}` }]);
  if (!changed.ok) throw new Error(changed.problems[0]?.message);
  return { document: changed.document, seeds, label: `${supply}` };
}

async function all(cases: Iterable<Case>, options: Partial<RunnerOptions> = {}): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runCases(cases, { installation, workers: 2, ...options })) results.push(result);
  return results;
}

const three = [1e6, 2e6, 3e6].map((supply) => caseOf(supply, ['1', '2', '3']));
const quiet = { frame() {}, seedOver() {}, end() {} };

describe('cases', async () => {
  const plain = await all(three, { columns: true });

  it('come in their order, each with the digest that `run` gives it', async () => {
    expect(plain.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const result of plain) {
      const { batch } = await runBatch(installation, result.case.document, ['1', '2', '3'], 2, {
        progress: quiet,
        signal: new AbortController().signal,
      });
      expect(result.batch).toEqual(batch);
      expect(result.digest).toBe(batch.digest);
    }
  });

  it('leave their columns out where they are not asked for, and keep digest and verdicts', async () => {
    const [first] = await all(three.slice(0, 1));
    expect(first?.batch.seeds.map(({ columns, breakdowns }) => [...columns, ...breakdowns])).toEqual([
      [],
      [],
      [],
    ]);
    expect(first?.batch.verdicts).toEqual(plain[0]?.batch.verdicts);
    expect(first?.digest).toBe(plain[0]?.digest);
  });

  it('come the same from one worker, with no room to hold any, and from a store', async () => {
    const digests = plain.map(({ digest }) => digest);
    expect((await all(three, { workers: 1, mostHeldBytes: 0 })).map(({ digest }) => digest)).toEqual(digests);
    const store = await freshStore();
    const first = await all(three, { store, columns: true });
    const again = await all(three, { store, columns: true });
    expect(first.map(({ simulated }) => simulated)).toEqual([3, 3, 3]);
    expect(again.map(({ simulated }) => simulated)).toEqual([0, 0, 0]);
    expect(again.map(({ batch }) => batch)).toEqual(plain.map(({ batch }) => batch));
  });

  it('that overlap are not simulated twice, neither now nor later', async () => {
    const store = await freshStore();
    const twins = await all([caseOf(1e6, ['1', '2']), caseOf(1e6, ['2', '3'])], { store });
    expect(twins.map(({ simulated }) => simulated)).toEqual([2, 1]);
    const files = () => readdirSync(path.join(store.folder, store.nameOf(twins[0]?.specDigest ?? '')));
    expect(files().sort()).toEqual(['manifest.json', 'seed-1.seed', 'seed-2.seed', 'seed-3.seed']);
    const ends: string[] = [];
    const progress = { seedOver: (_: number, seed: string, end: string) => void ends.push(`${seed} ${end}`) };
    await all([caseOf(1e6, ['1', '2', '3', '4'])], { store, progress });
    expect(ends).toEqual(['1 stored', '2 stored', '3 stored', '4 simulated']);
  });

  it('are taken one after another as there is room: a list may be endless', async () => {
    let taken = 0;
    function* endless(): Generator<Case> {
      for (;;) yield caseOf(1e6 + ++taken, ['1']);
    }
    let seen = 0;
    for await (const { index } of runCases(endless(), { installation, workers: 2, mostHeldBytes: 1 })) {
      expect(index).toBe(seen);
      expect(taken - seen).toBeLessThan(6);
      if (++seen === 5) break;
    }
    expect(seen).toBe(5);
  });
});

it('a damaged file of the store is simulated again, to the same digest', async () => {
  const store = await freshStore();
  const [before] = await all(three.slice(0, 1), { store });
  const file = path.join(store.folder, store.nameOf(before?.specDigest ?? ''), 'seed-2.seed');
  truncateSync(file, statSync(file).size - 1);
  const [after] = await all(three.slice(0, 1), { store });
  expect(after).toMatchObject({ simulated: 1, digest: before?.digest });
});

it('a seed that breaks a rule is told, stops no other, and is not tried again', async () => {
  const store = await freshStore();
  const cases = [caseOf(5, ['1', '2']), ...three];
  const results = await all(cases, { store });
  expect(results.map(({ batch }) => [batch.seeds.length, batch.failures.length])).toEqual([
    [0, 2],
    [3, 0],
    [3, 0],
    [3, 0],
  ]);
  expect(results[0]?.batch.failures[0]?.problem.code).toBe('ledger.overdrawn');
  const files = readdirSync(path.join(store.folder, store.nameOf(results[0]?.specDigest ?? '')));
  expect(files).toContain('seed-1.failure.json');
  const again = await all(cases.slice(0, 1), { store });
  expect(again[0]?.batch.failures).toEqual(results[0]?.batch.failures);
});

it('ends when aborted, with the cases that are over', async () => {
  const aborted = new AbortController();
  const many = Array.from({ length: 50 }, (_, i) => caseOf(1e6 + i, ['1', '2']));
  const store = await freshStore();
  const seen: CaseResult[] = [];
  for await (const result of runCases(many, { installation, workers: 2, store, signal: aborted.signal })) {
    seen.push(result);
    if (seen.length === 3) aborted.abort();
  }
  expect(seen.length).toBeGreaterThanOrEqual(3);
  expect(seen.length).toBeLessThan(50);
  const rest = await all(many, { store });
  expect(rest.slice(0, seen.length).map(({ simulated }) => simulated)).toEqual(seen.map(() => 0));
  expect(rest.slice(0, seen.length).map(({ digest }) => digest)).toEqual(seen.map(({ digest }) => digest));
});

it('stops when the store cannot be written, keeps what it holds, and goes on when it can', async () => {
  let room = 4;
  const full: Files = {
    ...nodeFiles,
    async write(file, content) {
      room -= 1;
      if (room >= 0) return await nodeFiles.write(file, content);
      throw new StudioError({ code: 'file.unwritable', message: 'The disk is full.' });
    },
  };
  const store = await freshStore(full);
  await expect(all(three, { store })).rejects.toMatchObject({
    code: 'file.no-room',
    hint: expect.stringContaining('start it again'),
  });
  room = Number.POSITIVE_INFINITY;
  const results = await all(three, { store });
  expect(results.map(({ digest }) => digest)).toEqual((await all(three)).map(({ digest }) => digest));
  expect(results.reduce((sum, { simulated }) => sum + simulated, 0)).toBeLessThan(9);
});

it('a seed that was cut off goes on from its checkpoint, to the same digest, and leaves none', async () => {
  const long = setAll(smallDocument(), [
    { path: 'horizon', written: '20 year' },
    { path: 'agents.providers.rows', written: '8000' },
  ]);
  if (!long.ok) throw new Error(long.problems[0]?.message);
  const cases = [{ document: long.document, seeds: ['1'] }];
  const undisturbed = await all(cases, { store: await freshStore() });
  const store = await freshStore();
  const cut = new AbortController();
  const cutting = {
    ...store,
    async saveCheckpoint(...args: Parameters<typeof store.saveCheckpoint>) {
      await store.saveCheckpoint(...args);
      cut.abort();
    },
  };
  // Late enough that a run from the first day would tell of earlier ones.
  const options = { workers: 1, checkpointEveryMs: 300 };
  expect(await all(cases, { ...options, store: cutting, signal: cut.signal })).toEqual([]);
  const resumed: (readonly [number, string, number])[] = [];
  const days: number[] = [];
  const progress: RunnerOptions['progress'] = {
    resumed: (...told) => void resumed.push(told),
    frame: (_, { seed, done }) => void (seed === '1' && days.push(done)),
  };
  const [after] = await all(cases, { ...options, store, progress });
  expect(resumed.map(([index, seed]) => [index, seed])).toEqual([[0, '1']]);
  const [, , from = 0] = resumed[0] ?? [];
  expect(from).toBeGreaterThan(0);
  expect(Math.min(...days)).toBeGreaterThan(from);
  expect(after?.digest).toBe(undisturbed[0]?.digest);
  const files = readdirSync(path.join(store.folder, store.nameOf(after?.specDigest ?? '')));
  expect(files.sort()).toEqual(['manifest.json', 'seed-1.seed']);
});

it('a checkpoint that has no room, or that the engine refuses, costs its seed nothing', async () => {
  const long = setAll(smallDocument(), [{ path: 'horizon', written: '3000 day' }]);
  if (!long.ok) throw new Error(long.problems[0]?.message);
  const cases = [{ document: long.document, seeds: ['1'] }];
  const store = await freshStore();
  let refused = 0;
  const odd = {
    ...store,
    checkpoint: async () => ({ done: 7, bytes: Uint8Array.of(1, 2, 3) }),
    async saveCheckpoint() {
      refused += 1;
      throw new StudioError({ code: 'file.unwritable', message: 'The disk is full.' });
    },
  };
  const [result] = await all(cases, { store: odd, checkpointEveryMs: 1 });
  expect(refused).toBe(1);
  expect(result?.digest).toBe((await all(cases))[0]?.digest);
});

it('workers that a search keeps stay for its next cases', async () => {
  let started = 0;
  const count = (): void => {
    started += 1;
  };
  process.on('worker', count);
  const digests = await withDesks({ installation, workers: 2 }, async (options) => {
    const found: string[] = [];
    for (const each of three) found.push((await all([each], options))[0]?.digest ?? '');
    return found;
  });
  process.off('worker', count);
  expect(started).toBe(2);
  expect(digests).toEqual((await all(three)).map(({ digest }) => digest));
});
