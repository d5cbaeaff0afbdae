import { expect, it } from 'vitest';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { cutBatch } from './cut-batch.ts';

const about = { id: 'a', title: '', unit: '1', definition: '', source: '' };
const batch: BatchResult = {
  ...{
    metrics: [about],
    breakdowns: [{ ...about, by: 'region', groups: ['N', 'S'] }],
    sampleTicks: [29, 59],
  },
  ...{ startDay: 0, ticks: 60, failures: [], verdicts: [], digest: 'sha256:whole' },
  seeds: [
    { seed: '1', digest: '', columns: [new Float64Array(60)], breakdowns: [Float64Array.of(1, 2, 3, 4)] },
  ],
};

it('keeps the first days and the samples in them', () => {
  const cut = cutBatch(batch, 40);
  expect(cut).toMatchObject({ ticks: 40, sampleTicks: [29], digest: '' });
  expect(cut.seeds[0]?.columns[0]).toHaveLength(40);
  expect([...(cut.seeds[0]?.breakdowns[0] ?? [])]).toEqual([1, 2]);
  expect(cutBatch(batch, 60)).toBe(batch);
});
