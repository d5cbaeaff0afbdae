import type { MetricDescription } from '../../sim-core/contract/metric.ts';
import type { ChartDescription } from './charts.ts';
import type { ChartSubject, PlotSeries, Span } from './plot-data.ts';

/** What is known of one metric, by its column: how the seeds spread, some real paths, or both. */
export type SeriesOf = (column: number) => Omit<PlotSeries, 'label'>;

/** Results seen through one chart; undefined where they do not report one of its metrics. */
export function subjectOf(
  chart: ChartDescription,
  metrics: readonly MetricDescription[],
  span: Span,
  seriesOf: SeriesOf,
): ChartSubject | undefined {
  const columnOf = (metric: string) => metrics.findIndex(({ id }) => id === metric);
  const described = chart.series.map(({ metric }) => metrics[columnOf(metric)]);
  const [first] = described;
  if (first === undefined || described.includes(undefined)) return undefined;
  return {
    title: chart.title ?? first.title,
    definition: chart.definition ?? first.definition,
    unit: first.unit,
    series: chart.series.map(({ metric, label }) => ({ label, ...seriesOf(columnOf(metric)) })),
    span: { startDay: span.startDay, ticks: span.ticks },
  };
}
