import {
  type Compared,
  type Comparison,
  comparisonSteps,
} from '../../../sim-core/analysis/compare/compare-batches.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import type { Fan } from '../../charts/plot-data.ts';
import { createSpread } from '../../charts/spread.ts';

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
export function* pairedFan(
  base: BatchResult,
  other: BatchResult,
  metric: string,
): Generator<void, Fan | undefined> {
  const [before, after] = [base, other].map(({ metrics }) => metrics.findIndex(({ id }) => id === metric));
  if (before === undefined || after === undefined || before < 0 || after < 0) return undefined;
  const bases = new Map(base.seeds.map(({ seed, columns }) => [seed, columns[before]]));
  const ticks = Math.min(base.ticks, other.ticks);
  const spread = createSpread(ticks, other.seeds.length);
  for (const { seed, columns } of other.seeds) {
    const [one, two] = [bases.get(seed), columns[after]];
    if (one === undefined || two === undefined) continue;
    const value = (_: unknown, tick: number) => (two[tick] ?? Number.NaN) - (one[tick] ?? Number.NaN);
    spread.add(Float64Array.from({ length: ticks }, value));
    yield;
  }
  return spread.fan();
}
