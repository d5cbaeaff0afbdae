import { createFans } from '../../../renderer/charts/fans.ts';
import type { Fan } from '../../../renderer/charts/plot-data.ts';
import { overlaidFans } from '../../../renderer/charts/time/scenario-fans.tsx';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { drawChart } from './draw-chart.ts';
import type { DrawnChart } from './draw-charts.ts';

/**
 * Base and proposal in one picture a metric, over the days that both have: how the seeds of each spread. None where they begin on other
 * days, or where one does not report the metric.
 */
export function drawProposal(
  { base, proposal }: { readonly base: BatchResult; readonly proposal: BatchResult },
  metrics: readonly string[],
): readonly DrawnChart[] {
  if (base.startDay !== proposal.startDay) return [];
  const ticks = Math.min(base.ticks, proposal.ticks);
  return metrics.flatMap((metric) => {
    const described = proposal.metrics.find(({ id }) => id === metric);
    const [before, after] = [fanOf(base, metric, ticks), fanOf(proposal, metric, ticks)];
    if (described === undefined || before === undefined || after === undefined) return [];
    const { title, definition, unit } = described;
    const chart = overlaidFans({
      ...{ title, definition, unit, span: { startDay: base.startDay, ticks } },
      scenarios: [
        { label: 'no change', style: 'base', fan: before },
        { label: 'the change', style: 0, fan: after },
      ],
    });
    return [drawChart(chart, metric.replace('.', '-'))];
  });
}

function fanOf({ metrics, seeds, ticks }: BatchResult, metric: string, days: number): Fan | undefined {
  const fans = createFans(ticks, seeds.length);
  for (const seed of seeds) fans.add(seed);
  const fan = fans.of(metrics.findIndex(({ id }) => id === metric));
  if (fan === undefined) return undefined;
  const cut = (values: Float64Array) => values.slice(0, days);
  return {
    seeds: fan.seeds,
    ...{ p5: cut(fan.p5), p25: cut(fan.p25), median: cut(fan.median), p75: cut(fan.p75), p95: cut(fan.p95) },
  };
}
