import { expect, it } from 'vitest';
import type { RunRow } from '../../api/runs/runs-api.ts';
import type { FolderStamp } from '../../ports/files.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { createRunIndex } from './run-index.ts';

const rowOf = (run: string): RunRow => ({
  ...{
    run,
    folder: `/runs/${run}`,
    scenario: 'small',
    title: 'Small',
    version: 1,
    overlays: [],
    changed: [],
  },
  ...{ startDate: '2024-01-01', days: 20, ends: {}, verdicts: [], seeds: 1, failed: 0, damaged: 0 },
  ...{ engineId: '', specDigest: '', digest: '', when: '', note: '', madeBy: 'studio' },
});

/** A disk with these folders, on which reading a run takes 100 ms and a look 1. */
function disk(names: readonly string[]) {
  const seen = { looks: 0, reads: [] as string[], time: 0, written: 0 };
  const stamps = new Map(names.map((name, at) => [name, { name, changedMs: at, stamp: 'first' }]));
  const files = {
    ...nodeFiles,
    read: async () => ({ kind: 'missing' }) as const,
    async write() {
      seen.written += 1;
    },
    async folderStamps(): Promise<readonly FolderStamp[]> {
      seen.looks += 1;
      seen.time += 1;
      return [...stamps.values()];
    },
  };
  const index = createRunIndex({
    ...{ files, folder: '/runs', now: () => seen.time },
    async read(_, { name }) {
      seen.time += 100;
      seen.reads.push(name);
      return rowOf(name);
    },
  });
  return { seen, stamps, index };
}

const hundred = Array.from({ length: 100 }, (_, at) => `run-${at}`);

it('reads the latest first, as many as fit into a moment, and looks at the disk once meanwhile', async () => {
  const { seen, index } = disk(hundred);
  await index.refresh();
  expect(seen.reads.slice(0, 2)).toEqual(['run-99', 'run-98']);
  expect(index.page(0)).toMatchObject({ total: 8, unread: 92 });
  expect(seen.written).toBe(0);
  while (index.page(0).unread > 0) await index.refresh();
  expect(seen.reads).toEqual([...hundred].reverse());
  expect(index.page(0)).toMatchObject({ total: 100, unread: 0 });
  expect(seen.written).toBe(1);
  // 100 runs take ten seconds, after which it looks anew.
  expect(seen.looks).toBeLessThanOrEqual(2);
});

it('reads only what has changed, and forgets what is gone', async () => {
  const { seen, stamps, index } = disk(hundred.slice(0, 3));
  await index.complete();
  const { revision } = index.page(0);
  await index.refresh();
  expect(index.page(0).revision).toBe(revision);
  stamps.set('run-1', { name: 'run-1', changedMs: 9, stamp: 'second' });
  stamps.delete('run-2');
  await index.refresh();
  expect(seen.reads.slice(3)).toEqual(['run-1']);
  expect(index.rows().map(({ run }) => run)).toEqual(['run-0', 'run-1']);
  expect(index.page(0).revision).not.toBe(revision);
  expect(index.row('run-2')).toBeUndefined();
});

it('sees what was changed while others were read', async () => {
  const { seen, stamps, index } = disk(hundred);
  await index.refresh();
  stamps.set('run-99', { name: 'run-99', changedMs: 999, stamp: 'second' });
  while (index.page(0).unread > 0) await index.refresh();
  await index.refresh();
  expect(seen.reads.filter((name) => name === 'run-99')).toHaveLength(2);
});

it('reads all before it answers where all is asked', async () => {
  const { index } = disk(hundred);
  await index.complete();
  expect(index.page(0)).toMatchObject({ total: 100, unread: 0 });
});
