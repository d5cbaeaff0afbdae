import { type ReactElement, useState } from 'react';
import { darkTheme, lightTheme } from '../../charts/chart-theme.ts';
import { type ChartDescription, chartsFor, furtherCharts } from '../../charts/charts.ts';
import type { RunSnapshot } from '../../sim/run-snapshot.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { chartSubject } from './chart-subject.ts';

/** The charts of a run; those of the other metrics on demand. */
export function ChartGrid({ snapshot }: { readonly snapshot: RunSnapshot }): ReactElement {
  const [further, setFurther] = useState(false);
  const others = furtherCharts(snapshot.metrics);
  return (
    <>
      <Charts charts={chartsFor(snapshot.metrics)} snapshot={snapshot} />
      {others.length > 0 && (
        <details className="further" onToggle={({ currentTarget }) => setFurther(currentTarget.open)}>
          <summary>{others.length} more metrics</summary>
          {further && <Charts charts={others} snapshot={snapshot} />}
        </details>
      )}
    </>
  );
}

interface ChartsProps {
  readonly charts: readonly ChartDescription[];
  readonly snapshot: RunSnapshot;
}

function Charts({ charts, snapshot }: ChartsProps): ReactElement {
  const studio = useStudio();
  const view = useStore(studio.view);
  const theme = useStore(studio.theme.theme) === 'dark' ? darkTheme : lightTheme;
  return (
    <div className="charts">
      {charts.map((chart) => {
        const subject = chartSubject(chart, snapshot, view);
        if (subject === undefined) return null;
        return (
          <ChartCard
            key={chart.id}
            chart={chart}
            subject={subject}
            theme={theme}
            scenario={snapshot.request.scenario}
          />
        );
      })}
    </div>
  );
}
