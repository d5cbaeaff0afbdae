import { quantileOfSorted } from '../../../../sim-core/analysis/quantile.ts';
import { sampleTicks } from '../../../../sim-core/kernel/sampling.ts';
import { joined, numberCell, row } from '../../../../sim-core/results/spelling.ts';

/** What is read of a batch. */
interface Fanned {
  readonly metrics: readonly { readonly id: string }[];
  readonly seeds: readonly { readonly columns: readonly Float64Array[] }[];
  readonly ticks: number;
}

const quantiles = [0.05, 0.5, 0.95];

/**
 * CSV: for base and proposal, every metric, every 30th day and the last, the quantiles over seeds that have a value. Days count from 1.
 * Numbers have the shortest digits that read back as the same.
 */
export function fanTable(runs: { readonly base: Fanned; readonly proposal: Fanned }): string {
  const lines = (['base', 'proposal'] as const).flatMap((of) => fanOf(of, runs[of]));
  return joined([row(['of', 'metric', 'day', 'p5', 'p50', 'p95']), ...lines]);
}

const fanOf = (of: string, { metrics, seeds, ticks }: Fanned): readonly string[] =>
  metrics.flatMap(({ id }, metric) =>
    sampleTicks(ticks).map((tick) => {
      const values = seeds
        .map(({ columns }) => columns[metric]?.[tick] ?? NaN)
        .filter((value) => !Number.isNaN(value))
        .sort((a, b) => a - b);
      const cells = quantiles.map((p) => numberCell(quantileOfSorted(values, p) ?? NaN));
      return row([of, id, `${tick + 1}`, ...cells]);
    }),
  );
