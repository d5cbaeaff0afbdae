import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRow, RunToKeep } from '../../main/api/runs/runs-api.ts';
import type { StudioApi } from '../../main/api/studio-api.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { numbersOf } from '../../main/services/runs/kept-numbers.ts';
import { createStudio } from '../../main/services/studio.ts';
import { root } from '../../scripts/root.mjs';
import type { Engine } from '../../sim-core/contract/engine.ts';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { SeedResult } from '../../sim-core/contract/run.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { small, start } from '../cli/studio.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studio-kept-runs-'));
const project = path.join(folder, 'project');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installation = installationIn(root);
let engine: Engine;
let engineId: string;
let studio: StudioApi;

const parts = () => ({
  installation,
  door: 'memory' as const,
  files: nodeFiles,
  userFolder: path.join(folder, 'person'),
  project,
  usualProject: project,
});
const newStudio = () => createStudio(parts());

beforeAll(async () => {
  mkdirSync(path.join(project, 'scenarios'), { recursive: true });
  cpSync(small, path.join(project, 'scenarios', 'small'), { recursive: true });
  engine = await loadEngine(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
  studio = newStudio();
  ({ engineId } = await studio['studio.info']({}));
});

function simulated(spec: Parameters<Engine['simulate']>[0], seed: string): SeedResult {
  const run = engine.simulate(spec, seed);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

/** What the page would send of the small scenario, with a halving period of so many months. */
async function made(period: number | undefined, seeds: readonly string[]): Promise<RunToKeep> {
  const { text } = await studio['scenarios.open']({ id: 'small' });
  const edits =
    period === undefined
      ? []
      : [{ kind: 'set', path: 'emission.halving.period', written: `${period} month` } as const];
  const checked = await studio['scenarios.edit']({ id: 'small', text, edits });
  if (!checked.ok) throw new Error('the small scenario is broken');
  const { spec } = checked;
  return {
    scenario: 'small',
    text: checked.text,
    engineId,
    specDigest: engine.specDigest(spec),
    seconds: 0.25,
    seeds: seeds.map((seed) => numbersOf(simulated(spec, seed))),
    failures: [],
  };
}

const listed = async (api: StudioApi = studio): Promise<readonly RunRow[]> =>
  (await api['runs.list']({ from: 0 })).rows;
const rowOf = async (run: string): Promise<RunRow> => {
  const row = (await listed()).find((each) => each.run === run);
  if (row === undefined) throw new Error(`${run} is not listed`);
  return row;
};

it('a run of a sweep is told with its values, and its command line computes the same spec', async () => {
  const { makeManyRuns } = await import('./many-runs.ts');
  const swept = path.join(folder, 'swept');
  cpSync(path.join(project, 'scenarios'), path.join(swept, 'scenarios'), { recursive: true });
  await makeManyRuns(swept, 1);
  const own = createStudio({ ...parts(), project: swept, usualProject: swept });
  const [row] = (await own['runs.list']({ from: 0 })).rows;
  expect(row).toMatchObject({ madeBy: 'experiment', scenario: 'small', seeds: 1 });
  const { command = '' } = await own['runs.open']({ run: row?.run ?? '' });
  expect(command).toContain('--set emission.halving.period=1 ');
  const { out } = await start([
    ...command.split(' ').slice(1),
    '--json',
    '--out',
    path.join(folder, 'sweep-again'),
  ]).done;
  expect(JSON.parse(out)).toMatchObject({ seeds: ['1'] });
  const manifest = readFileSync(path.join(folder, 'sweep-again', 'manifest.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ specDigest: row?.specDigest });
});

describe('a run of the page', () => {
  let plain = '';
  let changed = '';

  it('is kept, some seeds at a time, and listed with what it has differently', async () => {
    const run = await made(undefined, ['1', '2', '3']);
    const before = await studio['runs.keep']({ ...run, seeds: [] });
    expect(before.seeds).toEqual([]);
    expect(await listed()).toEqual([]);
    ({ run: plain } = await studio['runs.keep']({ ...run, seeds: run.seeds.slice(0, 2) }));
    const after = await studio['runs.keep']({ ...run, seeds: run.seeds.slice(2) });
    expect([...after.seeds].sort()).toEqual(['1', '2', '3']);
    ({ run: changed } = await studio['runs.keep'](await made(100, ['1', '2'])));
    const rows = await listed();
    expect(rows.map(({ run }) => run)).toEqual([changed, plain]);
    expect(rows[1]).toMatchObject({
      ...{ scenario: 'small', title: 'Small', changed: [], seeds: 3, failed: 0, damaged: 0, days: 20 },
      ...{ madeBy: 'studio', seconds: 0.25, startDate: '2024-01-01', note: '' },
    });
    expect(rows[1]?.ends['market.price']).toBe(2);
    expect(rows[0]?.changed).toEqual([
      { path: 'emission.halving.period', from: expect.stringContaining('month'), to: '100 month' },
    ]);
  });

  it('is opened with numbers whose digest is that of the simulation', async () => {
    const { seeds, spec, text, parameters } = await studio['runs.open']({ run: changed });
    expect(text).toContain('100');
    expect(parameters.find(({ path: at }) => at === 'emission.halving.period')?.shown).toBe('100 month');
    const again = numbersOf(simulated(spec, '2'));
    expect(seeds[1]).toEqual({ seed: '2', digest: again.digest });
    expect(await studio['runs.seed']({ run: changed, seed: '2' })).toEqual(again);
    await expect(studio['runs.seed']({ run: changed, seed: '9' })).rejects.toMatchObject({
      code: 'run.no-seed',
    });
  });

  it('is repeated by its command line, to the same digest', async () => {
    const { row, command = '' } = await studio['runs.open']({ run: changed });
    const [, ...words] = command.split(' ');
    const { out, code } = await start([...words, '--json', '--out', path.join(folder, 'again')]).done;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ digest: row.digest, seeds: ['1', '2'] });
  });

  it('is not kept where text, engine or numbers are others', async () => {
    const run = await made(200, ['1']);
    const [seed] = run.seeds;
    if (seed === undefined) throw new Error('nothing was simulated');
    const columns = [...seed.columns].reverse();
    const attempt = (change: Partial<RunToKeep>) => studio['runs.keep']({ ...run, ...change });
    await expect(attempt({ seeds: [{ ...seed, columns }] })).rejects.toMatchObject({
      code: 'run.other-numbers',
    });
    await expect(attempt({ text: (await made(201, [])).text })).rejects.toMatchObject({
      code: 'run.other-spec',
    });
    await expect(attempt({ engineId: `sha256:${'0'.repeat(64)}` })).rejects.toMatchObject({
      code: 'run.other-engine',
    });
    expect(await listed()).toHaveLength(2);
  });

  it('carries a note, which another window sees', async () => {
    await studio['runs.note']({ run: plain, note: ' the first ' });
    expect((await rowOf(plain)).note).toBe('the first');
    expect((await listed(newStudio())).find(({ run }) => run === plain)?.note).toBe('the first');
    await studio['runs.note']({ run: plain, note: '' });
    expect((await rowOf(plain)).note).toBe('');
  });

  it('is exported with others into one table, with keys and a dictionary', async () => {
    const { folder: to, files } = await studio['runs.export']({
      ...{ runs: [changed, plain], name: 'both', formats: ['parquet'], layout: 'tidy', dictionary: true },
    });
    expect(to).toBe(path.join(project, 'exports', 'both'));
    expect(files.map((file) => path.basename(file))).toEqual([
      ...['metrics-tidy.parquet', 'breakdowns-tidy.parquet', 'runs.parquet', 'dictionary.csv'],
    ]);
    const bytes = readFileSync(path.join(to, 'metrics-tidy.parquet'));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
    const metrics = (await studio['runs.open']({ run: plain })).metrics.length;
    expect(rows).toHaveLength(5 * 20 * metrics);
    expect(new Set(rows.map(({ run }) => run))).toEqual(new Set([plain, changed]));
    expect(bytes.toString('latin1')).toContain('depin-studio.units');
    const words = readFileSync(path.join(to, 'dictionary.csv'), 'utf8');
    expect(words).toContain('metrics-tidy.parquet,run,text');
    expect(words).toContain('metrics-tidy.parquet,market.price,USD/token');
  });

  it('is asked in SQL, with and without its days', async () => {
    const runs = await studio['runs.query']({ sql: 'select scenario, seeds from runs order by seeds' });
    expect(runs).toMatchObject({ columns: ['scenario', 'seeds'], more: false, asked: 2, leftOut: 0 });
    expect(runs.rows).toEqual([
      ['small', 2],
      ['small', 3],
    ]);
    const days = await studio['runs.query']({ sql: 'select count(*) from metrics', runs: [plain] });
    expect(days.rows).toEqual([[60]]);
    const many = await studio['runs.query']({ sql: 'select * from metrics a, metrics b' });
    expect([many.rows.length, many.more]).toEqual([1000, true]);
    await expect(studio['runs.query']({ sql: 'drop table runs' })).rejects.toMatchObject({
      code: 'sql.refused',
    });
  });

  it('is asked on a disk that may not be written as long as its tables are there, and otherwise says what to do', async () => {
    const refused = async () => {
      throw new StudioError({ code: 'file.unwritable', message: 'It cannot be written.', hint: 'Choose.' });
    };
    const still = createStudio({ ...parts(), files: { ...nodeFiles, write: refused } });
    const asked = { sql: 'select count(*) from metrics', runs: [plain] };
    expect((await still['runs.query'](asked)).rows).toEqual([[60]]);
    rmSync(path.join(project, 'runs', plain, 'metrics.parquet'));
    const another = createStudio({ ...parts(), files: { ...nodeFiles, write: refused } });
    await expect(another['runs.query'](asked)).rejects.toMatchObject({
      code: 'file.unwritable',
      hint: expect.stringContaining('Ask a copy of the folder'),
    });
  });

  it('is shown with its path where its manifest is damaged, and the others go on', async () => {
    const manifest = path.join(project, 'runs', plain, 'manifest.json');
    const good = readFileSync(manifest);
    writeFileSync(manifest, good.subarray(0, 200));
    const row = await rowOf(plain);
    expect(row.problem?.where).toContain(plain);
    expect((await rowOf(changed)).problem).toBeUndefined();
    const answer = await studio['runs.query']({ sql: 'select run from runs' });
    expect(answer).toMatchObject({ asked: 1, leftOut: 1, rows: [[changed]] });
    writeFileSync(manifest, good);
    expect((await rowOf(plain)).problem).toBeUndefined();
  });

  it('counts a damaged seed as one', async () => {
    const file = path.join(project, 'runs', plain, 'seed-2.seed');
    const good = readFileSync(file);
    rmSync(file);
    writeFileSync(file, good.subarray(0, 500));
    expect(await rowOf(plain)).toMatchObject({ seeds: 2, damaged: 1 });
    rmSync(file);
    writeFileSync(file, good);
    expect(await rowOf(plain)).toMatchObject({ seeds: 3, damaged: 0 });
  });

  it('is removed from the disk, and nothing else is', async () => {
    await expect(studio['runs.remove']({ runs: ['nothing'] })).rejects.toMatchObject({ code: 'run.unknown' });
    await studio['runs.remove']({ runs: [changed] });
    expect((await listed()).map(({ run }) => run)).toEqual([plain]);
    expect(existsSync(path.join(project, 'runs', changed))).toBe(false);
    expect(readdirSync(project).sort()).toEqual(['exports', 'runs', 'scenarios']);
  });
});
