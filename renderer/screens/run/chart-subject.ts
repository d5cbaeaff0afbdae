import type { ChartSubject, Path } from '../../charts/plot-data.ts';
import { isOpen, type RunSnapshot } from '../../sim/run-snapshot.ts';
import type { RunView } from '../../state/studio.ts';
import type { ChartDescription } from './charts.ts';

/** A run seen through one chart; undefined where the run does not report one of its metrics. */
export function chartSubject(
  chart: ChartDescription,
  snapshot: RunSnapshot,
  view: RunView,
): ChartSubject | undefined {
  const { metrics, request, fanOf } = snapshot;
  const span = { startDay: request.spec.startDay, ticks: request.spec.ticks };
  const series = chart.series.map(({ metric, label }) => {
    const index = metrics.findIndex(({ id }) => id === metric);
    const fan = view.kind === 'all' ? fanOf(index) : undefined;
    const paths = pathsOf(snapshot, view, index, chart.samplePath);
    return { index, series: { label, paths, ...(fan === undefined ? {} : { fan }) } };
  });
  const described = series.map(({ index }) => metrics[index]);
  const [first] = described;
  if (first === undefined || described.includes(undefined)) return undefined;
  return {
    title: chart.title ?? first.title,
    definition: chart.definition ?? first.definition,
    unit: first.unit,
    series: series.map((one) => one.series),
    span,
  };
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
