import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import * as engine from '../../../sim-core/engine.ts';
import { digestOf } from '../../../sim-core/kernel/canonical.ts';
import { seedDigest } from '../../../sim-core/kernel/seed-digest.ts';
import { manifestOf, manifestText } from '../../../sim-core/results/manifest.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { type TableFormat, tableFormats } from './formats.ts';
import { openResult } from './open-result.ts';
import { resultFiles } from './result-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'studio-results-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const described = (id: string, gaps?: string) => ({
  id,
  title: `Title, of "${id}"`,
  unit: 'USD/day',
  definition: 'Line one.\nLine two.',
  source: '=HYPERLINK("x")',
  ...(gaps === undefined ? {} : { gaps }),
});
const spec = { id: 'round', version: 3, startDay: 19_723, ticks: 40, mechanisms: [] };
const metrics = [
  described('a.always'),
  described('b.gaps', 'there is none'),
  described('c.never', 'it rains'),
];
const byRegion = { by: 'region', groups: ['North, far', '=South', 'Île "x"'] };
const byClass = { by: 'class', groups: ['lite', 'pro'] };
const breakdowns = [
  { ...described('x'), ...byRegion },
  { ...described('x', 'empty'), ...byClass },
  { ...described('y'), ...byClass },
];

/** Numbers that are hard to spell, in an order that depends on the seed. */
const hard = [0.1, 1 / 3, 5e-324, 5.9e307, -2.2250738585072014e-308, 1e21, 123_456_789.123, -7];
const numberAt = (seed: number, at: number): number =>
  (hard[(at * 7 + seed) % hard.length] ?? 0) * (1 + (at % 3));
const finite = (length: number, seed: number) => Float64Array.from({ length }, (_, at) => numberAt(seed, at));

const seeds = ['1', '2', 'long-Name_7'].map((seed, index) => {
  const columns = [
    finite(40, index),
    finite(40, index + 1).map((value, at) => (at % 5 === index ? Number.NaN : value)),
    new Float64Array(40).fill(Number.NaN),
  ];
  // Samples at ticks 29 and 39.
  const samples = [finite(6, index), finite(4, index + 2).fill(Number.NaN, 1, 2), finite(4, index + 3)];
  const model = { id: 'round@3', startDay: spec.startDay, metrics, breakdowns };
  return { seed, columns, breakdowns: samples, digest: seedDigest(model, columns, samples) };
});
const batch: BatchResult = {
  metrics,
  breakdowns,
  sampleTicks: [29, 39],
  startDay: spec.startDay,
  ticks: spec.ticks,
  seeds,
  failures: [],
  verdicts: [],
  digest: digestOf('batch'),
};
const manifest = manifestOf(spec, batch, {
  title: 'Round',
  question: 'Does it come back?',
  overlays: [],
  parameters: [],
  engineId: 'sha256:e',
  specDigest: 'sha256:s',
  seeds: seeds.map(({ seed }) => seed),
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  command: 'depin-studio run round',
  versions: {},
});

let folders = 0;

async function written(format: TableFormat): Promise<string> {
  folders += 1;
  const folder = path.join(root, `${folders}`);
  await nodeFiles.makeFolder(folder);
  writeFileSync(path.join(folder, 'manifest.json'), manifestText(manifest));
  for (const { name, chunks } of await resultFiles(batch, [format])) {
    writeFileSync(path.join(folder, name), Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk))));
  }
  return folder;
}

const bits = (columns: readonly Float64Array[]) =>
  columns.map((values) => Buffer.from(values.slice().buffer).toString('hex'));

describe.each(tableFormats)('a result as %s', (format) => {
  it('reads back to the last bit, gaps included', async () => {
    const { batch: read } = await openResult(nodeFiles, await written(format), engine);
    expect(read.seeds.map(({ seed }) => seed)).toEqual(['1', '2', 'long-Name_7']);
    for (const [index, seed] of seeds.entries()) {
      expect(bits(read.seeds[index]?.columns ?? [])).toEqual(bits(seed.columns));
      expect(bits(read.seeds[index]?.breakdowns ?? [])).toEqual(bits(seed.breakdowns));
    }
    expect(read).toMatchObject({ metrics, breakdowns, sampleTicks: [29, 39], digest: batch.digest });
  });

  it('writes the same bytes from what was read', async () => {
    const folder = await written(format);
    const { batch: read } = await openResult(nodeFiles, folder, engine);
    for (const { name, chunks } of await resultFiles(read, [format])) {
      const bytes = Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
      expect(bytes.equals(readFileSync(path.join(folder, name))), name).toBe(true);
    }
  });
});

it('a result as json reads back line by line, and where an editor wrote it anew', async () => {
  const folder = await written('json');
  const file = path.join(folder, 'metrics.json');
  const text = readFileSync(file, 'utf8');
  const parse = vi.spyOn(JSON, 'parse');
  await openResult(nodeFiles, folder, engine);
  // No string can be as long as a large file: 536,870,888 characters are the most.
  const lengths = parse.mock.calls.map(([given]) => given.length);
  parse.mockRestore();
  const ofTables = lengths.filter((length) => length !== manifestText(manifest).length);
  expect(Math.max(...ofTables)).toBeLessThan(text.length / 10);
  for (const anew of [
    JSON.stringify(JSON.parse(text)),
    JSON.stringify(JSON.parse(text), null, 2),
    text.replaceAll('\n', '\r\n'),
  ]) {
    writeFileSync(file, anew);
    const { batch: again } = await openResult(nodeFiles, folder, engine);
    expect(bits(again.seeds[2]?.columns ?? [])).toEqual(bits(seeds[2]?.columns ?? []));
  }
  for (const cut of [
    text.slice(0, -3),
    text.slice(0, -20),
    text.slice(0, text.lastIndexOf('\n', text.length - 5)),
  ]) {
    writeFileSync(file, cut);
    await expect(openResult(nodeFiles, folder, engine)).rejects.toMatchObject({ code: 'result.damaged' });
  }
});

it('a result as csv reads back where git made Windows lines of it', async () => {
  const folder = await written('csv');
  for (const name of ['metrics.csv', 'breakdowns.csv']) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  const { batch: read } = await openResult(nodeFiles, folder, engine);
  expect(bits(read.seeds[2]?.columns ?? [])).toEqual(bits(seeds[2]?.columns ?? []));
});

it.each([
  ['csv', 'Query it with `sql`'],
  ['json', 'Write it as Parquet'],
] as const)('a result as %s that is too large to read says what can be done', async (format, hint) => {
  const folder = await written(format);
  const read: typeof nodeFiles.read = async (file, limit) =>
    file.endsWith(`metrics.${format}`) ? { kind: 'too-large', size: 3e9 } : await nodeFiles.read(file, limit);
  await expect(openResult({ ...nodeFiles, read }, folder, engine)).rejects.toMatchObject({
    hint: expect.stringContaining(hint),
  });
});

describe('a result that was changed', () => {
  const problem = async (change: (folder: string) => void) => {
    const folder = await written('csv');
    change(folder);
    return await openResult(nodeFiles, folder, engine).catch((error: unknown) => error);
  };
  const edit = (name: string, from: string | RegExp, to: string) => (folder: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  it.each([
    ['a number', edit('metrics.csv', '0.1', '0.2'), 'result.damaged', 'seed 1 has other numbers'],
    ['a group', edit('breakdowns.csv', /0\.1$/m, '0.2'), 'result.damaged', 'has other numbers'],
    [
      'a missing row',
      edit('metrics.csv', /\n[^\n]+\n$/, '\n'),
      'result.damaged',
      'metrics has 119 rows instead of 120',
    ],
    ['a decimal comma', edit('metrics.csv', '0.1', '"0,1"'), 'result.damaged', '"0,1" is not a number'],
    [
      'a cut line',
      edit('metrics.csv', /,[^,]*\n$/, '\n'),
      'result.damaged',
      'has 5 cells, and the header has 6',
    ],
    [
      'a renamed metric',
      edit('manifest.json', 'a.always', 'a.alwais'),
      'result.damaged',
      'the column a.alwais is missing',
    ],
    ['no manifest', edit('manifest.json', /^[\s\S]*$/, '{'), 'result.manifest', 'is not JSON'],
    ['another manifest', edit('manifest.json', '"seeds"', '"sades"'), 'result.manifest', 'seeds'],
  ])('is refused with the reason: %s', async (_, change, code, part) => {
    expect(await problem(change)).toMatchObject({ code, message: expect.stringContaining(part) });
  });
});
