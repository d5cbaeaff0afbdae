import type { ChartDescription } from '../../charts/charts.ts';
import type { ChartSubject, Path } from '../../charts/plot-data.ts';
import { subjectOf } from '../../charts/subject-of.ts';
import { isOpen, type RunSnapshot } from '../../sim/run-snapshot.ts';
import type { RunView } from '../../state/studio.ts';

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

/** Seeds that can be looked at alone: those that run, then those that are done. */
export const seedsToShow = ({ live, results }: RunSnapshot): string[] =>
  [...live, ...results].map(({ seed }) => seed);

/** All runs: what runs now, or else one real path. One run: that seed. */
function pathsOf(snapshot: RunSnapshot, view: RunView, metric: number, sample: boolean): Path[] {
  const live = snapshot.live.map(({ seed, done, columns }) => ({ seed, done, values: columns[metric] }));
  const done = snapshot.results.map(({ seed, columns }) => ({
    seed,
    values: columns[metric],
    done: columns[metric]?.length ?? 0,
  }));
  const existing = ({ values, ...path }: (typeof live)[number]): Path[] =>
    values === undefined ? [] : [{ ...path, values }];
  if (view.kind === 'one') {
    const all = [...live, ...done];
    return [all.find(({ seed }) => seed === view.seed) ?? all[0]].flatMap((path) =>
      path ? existing(path) : [],
    );
  }
  if (isOpen(snapshot)) return live.flatMap(existing);
  return sample && done.length > 1 ? done.slice(0, 1).flatMap(existing) : [];
}
