import type { ChartDescription } from '../../../charts/charts.ts';
import type { ChartSubject, Path } from '../../../charts/plot-data.ts';
import { subjectOf } from '../../../charts/subject-of.ts';
import { isOpen, type RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { type ShownSeed, shownSeeds } from '../shown-seeds.ts';

/** A run seen through one chart; undefined where the run does not report one of its metrics. */
export function chartSubject(
  chart: ChartDescription,
  snapshot: RunSnapshot,
  view: RunView,
): ChartSubject | undefined {
  const { metrics, request, fanOf } = snapshot;
  return subjectOf(chart, metrics, request.spec, (column) => {
    const fan = view.kind === 'all' ? fanOf(column) : undefined;
    const paths = pathsOf(snapshot, view, column, chart.samplePath);
    return fan === undefined ? { paths } : { paths, fan };
  });
}

/** All runs: what runs now, or else one real path. One run: that seed. */
function pathsOf(snapshot: RunSnapshot, view: RunView, metric: number, sample: boolean): Path[] {
  const { live, results } = snapshot;
  if (view.kind === 'one') return shownSeeds(snapshot, view).flatMap((seed) => pathOf(seed, metric));
  if (isOpen(snapshot)) return live.flatMap((seed) => pathOf(seed, metric));
  if (!sample || results.length < 2) return [];
  return shownSeeds(snapshot, view)
    .slice(0, 1)
    .flatMap((seed) => pathOf(seed, metric));
}

function pathOf({ seed, done, columns }: ShownSeed, metric: number): Path[] {
  const values = columns[metric];
  return values === undefined ? [] : [{ seed, done, values }];
}
