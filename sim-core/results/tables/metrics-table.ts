import type { BatchResult } from '../../contract/run.ts';
import { type Block, type Cells, column, type ResultTable, repeated } from './result-table.ts';

/** What `metrics` is made of. */
export type MetricsOfBatch = Pick<BatchResult, 'metrics' | 'seeds' | 'startDay' | 'ticks'>;

/** `metrics`: a row a seed and tick (seeds in the order of the batch, then ticks), a column a metric. */
export const metricsTable = (batch: MetricsOfBatch): ResultTable => ({
  name: 'metrics',
  columns: [
    column.tick,
    column.date,
    column.text('seed'),
    ...batch.metrics.map(({ id, gaps }) => column.number(id, gaps !== undefined)),
  ],
  blocks: () => wideBlocks(batch),
});

function* wideBlocks(batch: MetricsOfBatch): Generator<Block> {
  const { ticks, seeds } = batch;
  const days = daysOf(batch);
  for (const { seed, columns } of seeds) {
    const numbers = columns.map((values): Cells => ({ kind: 'number', values }));
    yield { rows: ticks, cells: [...days, repeated(seed, ticks), ...numbers] };
  }
}

/** `metrics-tidy`: a row a seed, metric and tick; one column of values. */
export const tidyMetricsTable = (batch: MetricsOfBatch): ResultTable => ({
  name: 'metrics-tidy',
  columns: [
    column.tick,
    column.date,
    column.text('seed'),
    column.text('metric'),
    column.number(
      'value',
      batch.metrics.some(({ gaps }) => gaps !== undefined),
    ),
  ],
  blocks: () => tidyBlocks(batch),
});

function* tidyBlocks(batch: MetricsOfBatch): Generator<Block> {
  const { ticks, seeds, metrics } = batch;
  const days = daysOf(batch);
  for (const { seed, columns } of seeds) {
    const seedCells = repeated(seed, ticks);
    for (const [index, { id }] of metrics.entries()) {
      const values = columns[index] ?? new Float64Array(ticks).fill(Number.NaN);
      yield { rows: ticks, cells: [...days, seedCells, repeated(id, ticks), { kind: 'number', values }] };
    }
  }
}

/** The same arrays for every seed, so that a writer has to spell them once. */
function daysOf({ startDay, ticks }: MetricsOfBatch): readonly [Cells, Cells] {
  return [
    { kind: 'integer', values: Int32Array.from({ length: ticks }, (_, tick) => tick) },
    { kind: 'day', values: Int32Array.from({ length: ticks }, (_, tick) => startDay + tick) },
  ];
}
