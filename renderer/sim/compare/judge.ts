import {
  type Compared,
  type Comparison,
  comparisonSteps,
} from '../../../sim-core/analysis/compare/compare-batches.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import type { Fan } from '../../charts/plot-data.ts';
import { pairedFan } from '../../charts/time/paired-fan.ts';

/** Every metric on the last day, every verdict and every group of the runs, held against the first. */
export function* judge(runs: readonly Compared[]): Generator<void, Comparison> {
  const metrics = new Set(runs.flatMap(({ batch }) => batch.metrics.map(({ id }) => id)));
  return yield* comparisonSteps(runs, {
    measures: [...metrics].map((id) => `${id}@end`),
    rules: verdicts,
    suggest: suggestion,
  });
}

/** How (other - base) of a metric spreads over the seeds of both, day by day; undefined where one does not report it. */
export function* differenceFan(
  base: BatchResult,
  other: BatchResult,
  metric: string,
): Generator<void, Fan | undefined> {
  const [before, after] = [base, other].map(({ seeds, metrics }) => ({
    seeds,
    column: metrics.findIndex(({ id }) => id === metric),
  }));
  if (before === undefined || after === undefined || before.column < 0 || after.column < 0) return undefined;
  return yield* pairedFan(before, after);
}
