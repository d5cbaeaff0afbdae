import { lastDay } from '../../../../sim-core/analysis/last-day.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { divisionsOf } from '../../../../sim-core/results/tables/breakdowns-table.ts';
import { type Html, html } from './html.ts';
import { numberText } from './number-text.ts';
import { tableHtml } from './table.ts';

/** Who gains and who loses: the median over seeds of each quantity, by group, on the last day. */
export function groupsHtml(batch: BatchResult): Html {
  const { breakdowns } = batch;
  return html`${divisionsOf(breakdowns).map(({ by, groups }) => {
    const quantities = breakdowns.filter((each) => each.by === by);
    const columns = quantities.map(({ title, unit }) => ({ title: `${title} [${unit}]`, number: true }));
    const medians = quantities.map(({ id }) => mediansOf(batch, id, by));
    const rows = groups.map((group, index) => [
      group,
      ...medians.map((median) => numberText(median[index] ?? null)),
    ]);
    return tableHtml(`By ${by}: median over seeds on the last day`, [{ title: by }, ...columns], rows);
  })}`;
}

/** One number a group. */
function mediansOf(batch: BatchResult, id: string, by: string): readonly (number | null)[] {
  const index = batch.breakdowns.findIndex((each) => each.id === id && each.by === by);
  const groups = batch.breakdowns[index]?.groups ?? [];
  const last = batch.seeds.map(({ breakdowns }) => breakdowns[index]?.slice(-groups.length));
  // Each group as if it were a metric of one day: the same quantiles as everywhere.
  const metrics = groups.map((group) => ({ id: group, title: '', unit: '', definition: '', source: '' }));
  const seeds = batch.seeds.map((seed, at) => ({
    ...seed,
    columns: groups.map((_, group) => Float64Array.of(last[at]?.[group] ?? Number.NaN)),
  }));
  return lastDay({ metrics, seeds, ticks: 1 }).map(({ p50 }) => p50);
}
