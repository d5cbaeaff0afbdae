import { describe, expect, it } from 'vitest';
import { shardOfRun } from './cases-of-shard.ts';
import { shardOf } from './shard.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a shard', () => {
  it('is read as one of how many', () => {
    expect(shardOf('3/16', {})).toEqual({ index: 3, of: 16 });
  });

  it('is every one of them once over an indexed Kubernetes job, and over a SLURM array from 0 or from 1', () => {
    const over = (name: string, ids: readonly number[]) =>
      ids.map((id) => shardOf('auto/5', { [name]: `${id}` }).index).sort();
    expect(over('JOB_COMPLETION_INDEX', range(0, 4))).toEqual(range(1, 5));
    expect(over('SLURM_ARRAY_TASK_ID', range(0, 4))).toEqual(range(1, 5));
    expect(over('SLURM_ARRAY_TASK_ID', range(1, 5))).toEqual(range(1, 5));
    expect(shardOf('auto/5', { SLURM_ARRAY_TASK_ID: '3' }).index).toBe(3);
  });

  it('takes how many there are from SLURM', () => {
    const environment = { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '7' };
    expect(shardOf('auto', environment)).toEqual({ index: 2, of: 7 });
  });

  it.each(['0/4', '5/4', '1', '1/2/3', 'a/4', '1/0', '1/-1', 'auto', '1/1000000', '', '1.5/4'])(
    'is refused as %j',
    (written) => {
      expect(() => shardOf(written, {})).toThrow(expect.objectContaining({ code: 'shard.syntax' }));
    },
  );

  it('is refused where nothing says which it is', () => {
    expect(() => shardOf('auto/4', {})).toThrow(expect.objectContaining({ code: 'shard.unknown' }));
  });

  it('has as many runs as the others, or one more, and some of every case', () => {
    const counts = new Map<number, number>();
    for (const at of range(0, 2))
      for (const seed of range(0, 9)) {
        const shard = shardOfRun(at, seed, 10, 4);
        counts.set(shard, (counts.get(shard) ?? 0) + 1);
      }
    expect([...counts].sort()).toEqual([
      [1, 8],
      [2, 8],
      [3, 7],
      [4, 7],
    ]);
  });
});
