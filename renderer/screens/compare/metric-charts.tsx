import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { Fan } from '../../charts/plot-data.ts';
import { differenceFans, overlaidFans } from '../../charts/time/scenario-fans.tsx';
import type { ScenarioFan } from '../../charts/time/scenario-fans-subject.ts';
import type { Compared } from '../../sim/compare/comparing.ts';
import type { Side } from '../../state/compare/side.ts';
import { StudioChart } from '../../state/studio-chart.tsx';
import { useStudio } from '../../state/studio-context.tsx';
import { styleOf } from './side-swatch.tsx';

interface MetricChartsProps {
  readonly sides: readonly Side[];
  readonly compared: Compared;
  readonly metric: MetricDescription;
  readonly metrics: readonly MetricDescription[];
  onMetric(id: string): void;
}

/** Bands that can be told apart in one picture; more become small multiples, each beside the base. */
const mostBands = 3;

/** One metric of all sides over the days, and how the others differ from the base seed by seed. */
export function MetricCharts({
  sides,
  compared,
  metric,
  metrics,
  onMetric,
}: MetricChartsProps): ReactElement | null {
  const { runs, ticks } = compared;
  const differences = useDifferences(compared, metric.id);
  const fans = sides.flatMap(({ label }, place): ScenarioFan[] => {
    const run = runs[place];
    const column = run?.metrics.findIndex(({ id }) => id === metric.id) ?? -1;
    const fan = column < 0 ? undefined : run?.fanOf(column);
    return fan === undefined ? [] : [{ label, style: styleOf(place), fan: cutFan(fan, ticks) }];
  });
  const [first] = sides;
  if (first === undefined) return null;
  const about = { title: metric.title, definition: metric.definition, unit: metric.unit };
  const span = { startDay: first.spec.startDay, ticks };
  const base = fans.find(({ style }) => style === 'base');
  const others = fans.filter((fan) => fan !== base);
  const together =
    fans.length <= mostBands || base === undefined ? [fans] : others.map((other) => [base, other]);
  const apart = differences.flatMap((fan, i): ScenarioFan[] => {
    const side = sides[i + 1];
    return fan === undefined || side === undefined ? [] : [{ label: side.label, style: styleOf(i + 1), fan }];
  });
  const apartPictures = apart.length <= mostBands ? [apart] : apart.map((fan) => [fan]);
  const file = `compare-${metric.id.replaceAll('.', '-')}`;
  const explained = { reading, quantities: [metric] };
  return (
    <section aria-labelledby="compare-charts">
      <header className="compare-section">
        <h2 id="compare-charts">Over the days</h2>
        <label className="field small">
          Metric
          <select className="input" value={metric.id} onChange={({ target }) => onMetric(target.value)}>
            {metrics.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div className="compare-charts">
        {together
          .filter((scenarios) => scenarios.length > 0)
          .map((scenarios) => (
            <StudioChart
              key={`fans ${scenarios.map(({ label }) => label).join()}`}
              chart={overlaidFans({ ...about, span, scenarios })}
              file={file}
              about={explained}
              height={240}
            />
          ))}
        {apartPictures
          .filter((scenarios) => scenarios.length > 0)
          .map((scenarios) => (
            <StudioChart
              key={`differences ${scenarios.map(({ label }) => label).join()}`}
              chart={differenceFans({ ...about, span, scenarios, base: first.label })}
              file={`${file}-difference`}
              about={explained}
              height={240}
            />
          ))}
      </div>
    </section>
  );
}

const reading =
  'Overlaid: the line is the median of the seeds, the band the middle half of them. Difference: of each seed what it has more ' +
  'than the same seed of the base, so that luck, which both share, is taken out. A band that lies on one side of "no difference" ' +
  'is a difference in nearly every seed.';

const none: readonly undefined[] = [];

/** Computed in slices once all runs are over, and again for another metric. */
function useDifferences(compared: Compared, metric: string): readonly (Fan | undefined)[] {
  const { comparing } = useStudio().compare;
  const { comparison } = compared;
  const [found, setFound] = useState<{
    readonly key: unknown;
    readonly fans: readonly (Fan | undefined)[];
  }>();
  const key = useMemo(() => ({ comparison, metric }), [comparison, metric]);
  useEffect(() => {
    let left = false;
    if (key.comparison === undefined) return;
    void comparing.differences(key.metric).then((fans) => {
      if (!left) setFound({ key, fans });
    });
    return () => {
      left = true;
    };
  }, [comparing, key]);
  return found?.key === key ? found.fans : none;
}

/** The first days of a fan. */
function cutFan(fan: Fan, ticks: number): Fan {
  if (fan.median.length <= ticks) return fan;
  const cut = (values: Float64Array) => values.subarray(0, ticks);
  return {
    seeds: fan.seeds,
    ...{ p5: cut(fan.p5), p25: cut(fan.p25), median: cut(fan.median) },
    ...{ p75: cut(fan.p75), p95: cut(fan.p95) },
  };
}
