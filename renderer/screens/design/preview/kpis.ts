import type { MetricDescription } from '../../../../sim-core/contract/metric.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';

/** What is shown where nobody chose: how many take part, what the token is worth, what it costs, whether it pays. */
const usual = ['providers.active', 'market.price', 'supply.net-emission', 'providers.payback'] as const;
const otherwise = [
  'demand.served',
  'network.utilisation',
  'supply.outstanding',
  'providers.in-profit',
] as const;

/** Ids of four metrics of a run: those that were chosen where it reports them, the usual ones for the rest. */
export function kpiMetrics(
  metrics: readonly MetricDescription[],
  chosen: readonly string[],
): readonly string[] {
  const reported = new Set(metrics.map(({ id }) => id));
  const spare = [...usual, ...otherwise, ...reported].filter(
    (id) => reported.has(id) && !chosen.includes(id),
  );
  const taken = usual.map((id, index) => chosen[index] ?? id);
  const shown: string[] = [];
  for (const id of taken) {
    const next = reported.has(id) && !shown.includes(id) ? id : spare.find((each) => !shown.includes(each));
    if (next !== undefined) shown.push(next);
  }
  return shown;
}

/** What a run comes to: the last day says it of a level, the mean of all days of a flow. */
export const isFlow = (unit: string): boolean => unit.endsWith('/day');

/** A metric of a preview in one number. */
export interface Kpi {
  /** Median over seeds; NaN where no seed has a value. */
  readonly value: number;
  /** Median over seeds of what each differs from the same seed of the base; absent where there is no base. */
  readonly delta?: number;
}

export function kpiOf(metric: string, run: RunSnapshot, base: RunSnapshot | undefined): Kpi {
  const after = outcomes(metric, run);
  const value = median([...after.values()]);
  if (base === undefined || base === run) return { value };
  const before = outcomes(metric, base);
  const deltas = [...after].flatMap(([seed, value]) => {
    const was = before.get(seed);
    return was === undefined ? [] : [value - was];
  });
  return { value, delta: median(deltas) };
}

/** One number for each seed. */
function outcomes(metric: string, { metrics, results }: RunSnapshot): ReadonlyMap<string, number> {
  const column = metrics.findIndex(({ id }) => id === metric);
  const read = isFlow(metrics[column]?.unit ?? '') ? meanOf : lastOf;
  return new Map(results.map(({ seed, columns }) => [seed, read(columns[column] ?? new Float64Array())]));
}

/** The value of the last day on which there is one. */
const lastOf = (values: Float64Array): number =>
  values.findLast((value) => Number.isFinite(value)) ?? Number.NaN;

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => Number.isFinite(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
