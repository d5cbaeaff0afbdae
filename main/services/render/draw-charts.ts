import type { ChartTheme } from '../../../renderer/charts/chart-theme.ts';
import { summary } from '../../../renderer/charts/chart-words.ts';
import type { ChartDescription } from '../../../renderer/charts/charts.ts';
import { createFans } from '../../../renderer/charts/fans.ts';
import { finding } from '../../../renderer/charts/finding.ts';
import type { ChartSubject } from '../../../renderer/charts/plot-data.ts';
import { subjectOf } from '../../../renderer/charts/subject-of.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { chartSvg } from './chart-svg.ts';
import { findCharts } from './find-charts.ts';

/** A chart that has become a picture. */
export interface DrawnChart {
  /** Of its file, without an ending; what the studio calls it too. */
  readonly id: string;
  /** Its title: "Active providers down 46 % to 184k units". */
  readonly finding: string;
  /** What it shows, for people who do not see it; begins with the finding. */
  readonly summary: string;
  readonly svg: string;
}

/**
 * Pictures of a batch, without a page: how its seeds spread, and the first seed's own path. `names` as in `findCharts`; throws
 * `chart.unknown-metric`.
 */
export function drawCharts(
  batch: BatchResult,
  names: readonly string[],
  theme?: ChartTheme,
): readonly DrawnChart[] {
  const fans = createFans(batch.ticks, batch.seeds.length);
  for (const seed of batch.seeds) fans.add(seed);
  return findCharts(names, batch.metrics).flatMap((chart) => {
    const subject = subjectOf(chart, batch.metrics, batch, (column) => {
      const fan = fans.of(column);
      const paths = samplePaths(chart, batch, column);
      return fan === undefined ? { paths } : { paths, fan };
    });
    return subject === undefined ? [] : [drawn(chart, subject, theme)];
  });
}

const drawn = (chart: ChartDescription, subject: ChartSubject, theme?: ChartTheme): DrawnChart => ({
  id: chart.id,
  finding: finding(subject),
  summary: summary(subject),
  svg: chartSvg(chart, subject, theme),
});

/** One real path beside the spread of several seeds, as the Run screen shows when a run is done. */
function samplePaths({ samplePath }: ChartDescription, { seeds, ticks }: BatchResult, column: number) {
  const [first] = seeds;
  const values = first?.columns[column];
  if (!samplePath || seeds.length < 2 || first === undefined || values === undefined) return [];
  return [{ seed: first.seed, values, done: ticks }];
}
