import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from './pool.ts';
import { spawnNode } from './spawn-node.ts';

const engineUrl = new URL('../../test/fixtures/worker/fake-engine.js', import.meta.url);
const spec = (ticks: number) => ({ id: 'fake', version: 1, startDay: 0, ticks, mechanisms: [] });

const folder = mkdtempSync(path.join(tmpdir(), 'studio-worker-'));
const workerUrl = pathToFileURL(path.join(folder, 'worker.js'));
let pool: Pool | undefined;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { worker: fileURLToPath(new URL('node.ts', import.meta.url)) },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
});
afterEach(() => pool?.close());
afterAll(() => rmSync(folder, { recursive: true }));

function threads(size: number, worker = workerUrl): Pool {
  pool = createPool({ size, spawn: spawnNode({ workerUrl: worker, engineUrl, heapMb: 64 }) });
  return pool;
}

describe('worker threads', () => {
  it('simulate and send their rows while they run', async () => {
    let rows = 0;
    const { results } = await threads(2).batch({
      spec: spec(80),
      seeds: ['slow-1', '2', '3'],
      onFrame: ({ columns }) => {
        rows += columns[0]?.length ?? 0;
      },
    }).done;
    expect(results.map(({ digest }) => digest)).toEqual(['sha256:slow-1', 'sha256:2', 'sha256:3']);
    expect(results[1]?.columns[0]?.at(-1)).toBe(2079);
    expect(results[1]?.breakdowns).toEqual([Float64Array.of(2000)]);
    expect(rows).toBeGreaterThan(0);
  });

  it('are cancelled while they compute', async () => {
    const batch = threads(1).batch({
      spec: spec(1_000_000),
      seeds: ['slow-1'],
      onFrame: () => batch.cancel(),
    });
    expect(await batch.done).toEqual({ results: [], failures: [], cancelled: true });
  });

  it.each([
    ['fails', { code: 'run.broken-invariant', hint: 'Lower the emission.', where: 'tick 3' }],
    ['defect', { code: 'defect' }],
    ['too-large', { code: 'run.out-of-memory' }],
    ['exits', { code: 'worker.died', message: expect.stringContaining('exit code 7') }],
    ['crashes', { code: 'worker.died', message: expect.stringContaining('a defect outside any call') }],
    ['fills-memory', { code: 'worker.out-of-memory', hint: expect.stringContaining('fewer') }],
  ])('lose only the seed when it %s', async (seed, problem) => {
    const { results, failures } = await threads(1).batch({ spec: spec(9), seeds: ['1', seed, '3'] }).done;
    expect(results.map((result) => result.seed)).toEqual(['1', '3']);
    expect(failures).toMatchObject([{ seed, problem }]);
  });

  it('that cannot start say why', async () => {
    const missing = pathToFileURL(path.join(folder, 'no-worker.js'));
    const { failures } = await threads(2, missing).batch({ spec: spec(9), seeds: ['1', '2'] }).done;
    expect(failures).toMatchObject([
      { seed: '1', problem: { code: 'worker.died', message: expect.stringContaining('no-worker.js') } },
      { seed: '2', problem: { code: 'worker.died' } },
    ]);
  });
});
