import { quantileOfSorted } from '../../../sim-core/analysis/quantile.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import type { Figure, RecordedSeries } from './backtest-plan.ts';

/** A row of the recorded series. */
export interface RecordedRow {
  readonly day: number;
  readonly value: number;
}

/** A period of the series beside what the run gives for it. */
export interface ComparedRow {
  readonly day: number;
  /** Median over seeds of the metric's sum over the period. */
  readonly computed: number;
  readonly recorded: number;
  /** (computed - recorded) / recorded. */
  readonly error: number;
  readonly excludedBecause?: string;
  /** Set where the row has to agree exactly. */
  readonly agrees?: boolean;
}

export interface SeriesComparison {
  readonly rows: readonly ComparedRow[];
  /** Over rows that are not excluded, of the size of the error. */
  readonly meanError: number;
  readonly maxError: ComparedRow;
  readonly counted: number;
  readonly computedTotal: number;
  readonly recordedTotal: number;
  readonly exact: { readonly rows: number; readonly agree: number };
}

/** Sums a daily metric over each period that lies inside the run, and compares. Throws where no period does. */
export function compareSeries(
  batch: BatchResult,
  series: RecordedSeries,
  recorded: readonly RecordedRow[],
): SeriesComparison {
  const columns = columnsOf(batch, series.metric);
  const inside = recorded.filter(
    ({ day }) => day >= batch.startDay && day + series.days <= batch.startDay + batch.ticks,
  );
  const rows = inside.map(({ day, value }): ComparedRow => {
    const from = day - batch.startDay;
    const computed = medianOf(columns.map((column) => sum(column, from, from + series.days)));
    const because = series.exclude.get(day);
    return {
      day,
      computed,
      recorded: value,
      error: (computed - value) / value,
      ...(because === undefined ? {} : { excludedBecause: because }),
      ...(series.exact !== undefined && day < series.exact.before
        ? { agrees: Math.abs(computed - value) <= series.exact.tolerance }
        : {}),
    };
  });
  const counted = rows.filter((row) => row.excludedBecause === undefined);
  const [first] = counted;
  if (first === undefined) {
    throw new StudioError({
      code: 'backtest.nothing-to-compare',
      message: `No period of ${series.file} lies inside the run.`,
      hint: 'Choose a longer horizon, or a start at which the series has begun.',
    });
  }
  const exact = rows.filter((row) => row.agrees !== undefined);
  return {
    rows,
    meanError: counted.reduce((total, row) => total + Math.abs(row.error), 0) / counted.length,
    maxError: counted.reduce((most, row) => (Math.abs(row.error) > Math.abs(most.error) ? row : most), first),
    counted: counted.length,
    computedTotal: counted.reduce((total, row) => total + row.computed, 0),
    recordedTotal: counted.reduce((total, row) => total + row.recorded, 0),
    exact: { rows: exact.length, agree: exact.filter((row) => row.agrees === true).length },
  };
}

/** The median over seeds of a metric's mean over the last days of the run. */
export function figureOf(batch: BatchResult, { metric, lastDays }: Figure): number {
  const from = Math.max(0, batch.ticks - lastDays);
  const means = columnsOf(batch, metric).map(
    (column) => sum(column, from, batch.ticks) / (batch.ticks - from),
  );
  return medianOf(means);
}

function columnsOf(batch: BatchResult, metric: string): readonly Float64Array[] {
  const index = batch.metrics.findIndex(({ id }) => id === metric);
  const ids = batch.metrics.map(({ id }) => id);
  if (index < 0) {
    const message = `The run has no metric "${metric}".`;
    throw new StudioError({ code: 'backtest.unknown-metric', message, hint: suggestion(metric, ids) });
  }
  return batch.seeds.flatMap(({ columns }) => columns[index] ?? []);
}

const medianOf = (values: readonly number[]): number =>
  quantileOfSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  ) ?? Number.NaN;

function sum(column: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let tick = from; tick < to; tick++) total += column[tick] ?? Number.NaN;
  return total;
}
