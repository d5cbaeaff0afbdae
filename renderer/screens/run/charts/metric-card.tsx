import { memo, type ReactElement, useMemo } from 'react';
import type { ChartDescription } from '../../../charts/charts.ts';
import { metricChart } from '../../../charts/time/metric-chart.tsx';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import type { ChartAbout } from '../../../ui/chart-card/chart-about.tsx';
import { chartSubject } from './chart-subject.ts';

interface MetricCardProps {
  readonly chart: ChartDescription;
  readonly snapshot: RunSnapshot;
  readonly view: RunView;
  /** The day that is looked at; absent: none is marked. */
  readonly moment: number | undefined;
  onMoment(tick: number): void;
  /** Px of the drawing. */
  readonly height?: number;
}

/** A metric over the days of a run, with the day that is looked at. A click looks at another. */
export const MetricCard = memo(function MetricCard(props: MetricCardProps): ReactElement | null {
  const { chart: description, snapshot, view, moment, onMoment, height = 208 } = props;
  const subject = chartSubject(description, snapshot, view);
  const { metrics } = snapshot;
  const about = useMemo(() => aboutOf(description, metrics), [description, metrics]);
  if (subject === undefined) return null;
  return (
    <StudioChart
      chart={metricChart(description, subject)}
      file={snapshot.request.scenario}
      about={about}
      height={height}
      {...(moment === undefined ? {} : { mark: moment })}
      onChoose={onMoment}
    />
  );
});

const reading =
  'All runs: the line is the median of the seeds, the dark band holds the middle half of them and the light band 9 in 10; the thin line is one ' +
  'real seed. One run: that seed alone. Click a day, or press Enter on it, to look at it in every panel.';

const aboutOf = ({ series }: ChartDescription, metrics: RunSnapshot['metrics']): ChartAbout => ({
  reading,
  quantities: metrics.filter(({ id }) => series.some(({ metric }) => metric === id)),
});
