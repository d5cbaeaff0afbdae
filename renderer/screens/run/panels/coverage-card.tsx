import { type ReactElement, useMemo } from 'react';
import { chartOf } from '../../../charts/charts.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { MetricCard } from '../charts/metric-card.tsx';

/** What says how far a network reaches, the best first. */
const candidates = ['network.coverage', 'network.regions', 'network.capacity', 'coverage.capex'];

/** The metric that says it best, of those that a run reports. */
export const coverageMetric = (metrics: PanelProps['snapshot']['metrics']): string | undefined =>
  candidates.find((each) => metrics.some((metric) => metric.id === each));

/** How far does it reach, over time? Absent where nothing of it is reported. */
export function CoverageCard(props: PanelProps): ReactElement | null {
  const { metrics } = props.snapshot;
  const chart = useMemo(() => {
    const id = coverageMetric(metrics);
    return id === undefined ? undefined : chartOf(id);
  }, [metrics]);
  return chart === undefined ? null : <MetricCard {...props} chart={chart} height={300} />;
}
