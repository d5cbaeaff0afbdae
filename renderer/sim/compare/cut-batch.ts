import type { BatchResult } from '../../../sim-core/contract/run.ts';

/** The first `ticks` days of a batch; verdicts and digest, which are of the whole, are left out. */
export function cutBatch(batch: BatchResult, ticks: number): BatchResult {
  if (batch.ticks <= ticks) return batch;
  const samples = batch.sampleTicks.filter((tick) => tick < ticks);
  return {
    ...batch,
    ticks,
    sampleTicks: samples,
    verdicts: [],
    digest: '',
    seeds: batch.seeds.map((seed) => ({
      ...seed,
      digest: '',
      columns: seed.columns.map((column) => column.subarray(0, ticks)),
      breakdowns: seed.breakdowns.map((column, place) =>
        column.subarray(0, samples.length * (batch.breakdowns[place]?.groups.length ?? 0)),
      ),
    })),
  };
}
