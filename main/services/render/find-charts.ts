import { type ChartDescription, chartOf, charts, chartsFor } from '../../../renderer/charts/charts.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';

/**
 * The charts that `names` mean, each a metric's id or the id of a chart of several metrics, such as `burn-and-issue`; where
 * there are no names, what the Run screen shows first. Throws `chart.unknown-metric`.
 */
export function findCharts(
  names: readonly string[],
  metrics: readonly MetricDescription[],
): readonly ChartDescription[] {
  if (names.length === 0) return chartsFor(metrics);
  const ids = metrics.map(({ id }) => id);
  const joint = chartsFor(metrics).filter(({ series }) => series.length > 1);
  return [...new Set(names)].map((name) => {
    if (ids.includes(name)) return chartOf(name);
    const chart = joint.find(({ id }) => id === name);
    if (chart !== undefined) return chart;
    throw new StudioError({
      code: 'chart.unknown-metric',
      message: whyNot(name),
      hint: suggestion(name, [...ids, ...joint.map(({ id }) => id)]),
    });
  });
}

function whyNot(name: string): string {
  const chart = charts.find(({ id }) => id === name);
  if (chart === undefined) return `The run has no metric "${name}".`;
  const needed = chart.series.map(({ metric }) => metric).join(' and ');
  return `The chart "${name}" shows ${needed}, which this run does not report together.`;
}
