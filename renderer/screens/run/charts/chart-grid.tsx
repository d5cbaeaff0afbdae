import { type ReactElement, useMemo, useState } from 'react';
import type { ChartDescription } from '../../../charts/charts.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { LazyPart } from '../lazy-part.tsx';
import { MetricCard } from './metric-card.tsx';
import { groupedCharts, mainCharts } from './run-charts.ts';

export interface PanelProps {
  readonly snapshot: RunSnapshot;
  readonly view: RunView;
  /** The day that is looked at; absent: the last there is. */
  readonly moment: number | undefined;
  onMoment(tick: number): void;
}

/** The six charts that are looked at first. */
export function MainCharts(props: PanelProps): ReactElement {
  const { metrics } = props.snapshot;
  const charts = useMemo(() => mainCharts(metrics), [metrics]);
  return <Charts {...props} charts={charts} />;
}

/** A chart of every metric, on demand, grouped by what it is about. */
export function MoreCharts(props: PanelProps): ReactElement {
  const { metrics } = props.snapshot;
  const [open, setOpen] = useState(false);
  const groups = useMemo(() => groupedCharts(metrics), [metrics]);
  return (
    <details className="further" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>More charts: all {metrics.length} metrics</summary>
      {open &&
        groups.map(({ title, charts }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <Charts {...props} charts={charts} />
          </section>
        ))}
    </details>
  );
}

/** Px of a card: words, drawing, readout. */
const cardHeight = 306;

function Charts({
  charts,
  ...props
}: PanelProps & { readonly charts: readonly ChartDescription[] }): ReactElement {
  return (
    <div className="charts">
      {charts.map((chart) => (
        <LazyPart key={chart.id} height={cardHeight}>
          {() => <MetricCard chart={chart} {...props} />}
        </LazyPart>
      ))}
    </div>
  );
}
