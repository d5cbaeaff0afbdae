import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallDocument } from '../../../test/small-scenario.ts';
import type { Files } from '../../ports/files.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { openRunStore, type RunStore } from './run-store.ts';

const engineId = 'sha256:engine';
const specDigest = 'sha256:spec';
const metric = { id: 'a', title: 'A', unit: '1', definition: 'A.', source: 'paper' };
const described = {
  metrics: [metric, { ...metric, id: 'b', gaps: 'it rains' }],
  breakdowns: [{ ...metric, by: 'region', groups: ['X', 'Y'] }],
};
const spec = { specDigest, document: smallDocument(), described };
const resultOf = (seed: string) => ({
  seed,
  digest: `sha256:${seed}`,
  columns: [Float64Array.of(1, 2), Float64Array.of(3, 4)],
  breakdowns: [Float64Array.of(5, 6)],
});

let folder = '';
let store: RunStore;
const reopened = (engine = engineId) => openRunStore(nodeFiles, { folder, engineId: engine });
beforeEach(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'studio-store-')), 'runs');
  store = await reopened();
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

const fileOf = (name: string) => path.join(folder, store.nameOf(specDigest), name);

it('has nothing where nothing was kept, and makes no folder for asking', async () => {
  expect(await store.read(specDigest, '1')).toBeUndefined();
  expect(await store.described(specDigest)).toBeUndefined();
  expect([...(await store.seedsOf(specDigest))]).toEqual([]);
  expect(readdirSync(path.dirname(folder))).toEqual([]);
});

it('gives back seeds and what the spec reports, after it was opened again', async () => {
  await store.save(spec, resultOf('1'));
  await store.save(spec, resultOf('Lucky_one'));
  const again = await reopened();
  expect(await again.read(specDigest, '1')).toEqual(resultOf('1'));
  expect(await again.read(specDigest, 'Lucky_one')).toEqual(resultOf('Lucky_one'));
  expect(await again.described(specDigest)).toEqual(described);
  expect([...(await again.seedsOf(specDigest))].sort()).toEqual(['1', 'Lucky_one']);
  expect(readdirSync(path.join(folder, store.nameOf(specDigest))).sort()).toEqual([
    'manifest.json',
    'seed-+Lucky_one.seed',
    'seed-1.seed',
  ]);
});

it('keeps why a seed stopped, until it is found to finish', async () => {
  const failure = { seed: '3', problem: { code: 'run.invariant', message: 'Broken.', where: 'seed 3' } };
  await store.save(spec, failure);
  expect(await store.read(specDigest, '3')).toEqual(failure);
});

it('is apart for another engine and another spec', async () => {
  await store.save(spec, resultOf('1'));
  expect(await (await reopened('sha256:other')).read(specDigest, '1')).toBeUndefined();
  expect(await store.read('sha256:other', '1')).toBeUndefined();
});

it.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['changed', (bytes: Buffer) => bytes.fill(7, 40, 41)],
])('a seed whose file is %s is not there, and can be kept anew', async (_, damage) => {
  await store.save(spec, resultOf('1'));
  writeFileSync(fileOf('seed-1.seed'), damage(readFileSync(fileOf('seed-1.seed'))));
  expect(await store.read(specDigest, '1')).toBeUndefined();
  await store.save(spec, resultOf('1'));
  expect(await store.read(specDigest, '1')).toEqual(resultOf('1'));
});

it('writes a damaged manifest anew', async () => {
  await store.save(spec, resultOf('1'));
  const text = readFileSync(fileOf('manifest.json'), 'utf8');
  writeFileSync(fileOf('manifest.json'), text.replace('"A"', '"B"'));
  const again = await reopened();
  expect(await again.described(specDigest)).toBeUndefined();
  await again.save(spec, resultOf('2'));
  expect(readFileSync(fileOf('manifest.json'), 'utf8')).toBe(text);
});

it('keeps a seed after its manifest could not be written at first', async () => {
  let full = true;
  const files: Files = {
    ...nodeFiles,
    async write(file, content) {
      if (full) throw new Error('the disk is full');
      await nodeFiles.write(file, content);
    },
  };
  const strained = await openRunStore(files, { folder, engineId });
  await expect(strained.save(spec, resultOf('1'))).rejects.toThrow('the disk is full');
  full = false;
  await strained.save(spec, resultOf('1'));
  expect(await store.read(specDigest, '1')).toEqual(resultOf('1'));
  expect(await store.described(specDigest)).toEqual(described);
});

it('sweeps away what writes of long ago left, and nothing else', async () => {
  await store.save(spec, resultOf('1'));
  const left = '.seed-2.seed.0b0e7a4e-1f6b-4c1e-9a68-0f5f5d1c2b3a';
  const young = left.replace('seed-2', 'seed-3');
  for (const name of [left, young]) writeFileSync(fileOf(name), 'half');
  const hoursAgo = statSync(fileOf(left)).mtimeMs / 1000 - 7200;
  for (const name of [left, 'seed-1.seed']) utimesSync(fileOf(name), hoursAgo, hoursAgo);
  await reopened();
  expect(readdirSync(path.dirname(fileOf('x'))).sort()).toEqual([young, 'manifest.json', 'seed-1.seed']);
});

it('keeps how far a seed came until it is over, and nothing of a file that is damaged or of another run', async () => {
  const checkpoint = { done: 40, bytes: Uint8Array.of(1, 10, 3) };
  const kept = async () => {
    const found = await (await reopened()).checkpoint(specDigest, '1');
    return found && { ...found, bytes: Uint8Array.from(found.bytes) };
  };
  expect(await kept()).toBeUndefined();
  await store.saveCheckpoint(spec, '1', { ...checkpoint, done: 20 });
  await store.saveCheckpoint(spec, '1', checkpoint);
  expect(await kept()).toEqual(checkpoint);
  expect([...(await store.seedsOf(specDigest))]).toEqual([]);
  const file = fileOf('checkpoint-seed-1');
  const whole = readFileSync(file);
  writeFileSync(fileOf('checkpoint-seed-2'), whole);
  expect(await store.checkpoint(specDigest, '2')).toBeUndefined();
  for (const damaged of [whole.subarray(1), whole.subarray(0, -1), Buffer.alloc(0)]) {
    writeFileSync(file, damaged);
    expect(await kept()).toBeUndefined();
  }
  writeFileSync(file, whole);
  const again = await reopened();
  await again.checkpoint(specDigest, '1');
  await again.save(spec, resultOf('1'));
  expect(existsSync(file)).toBe(false);
});
