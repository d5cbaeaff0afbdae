import { type ReactElement, useMemo, useState } from 'react';
import type { Side } from '../../state/compare/side.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { fullNumber } from '../../ui/number-format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { GainsPanel } from './gains-panel.tsx';
import { keyMetrics } from './key-metrics.ts';
import { MetricCharts } from './metric-charts.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { Scorecard } from './scorecard.tsx';
import { VerdictTable } from './verdict-table.tsx';

/** What differs on the left, what comes of it on the right. */
export function ComparedView({ sides }: { readonly sides: readonly Side[] }): ReactElement {
  const { compare } = useStudio();
  const compared = useStore(compare.comparing.state);
  const [chosen, setChosen] = useState<string>();
  const metrics = useMemo(
    () => [
      ...new Map(
        (compared?.runs ?? []).flatMap((run) => (run?.metrics ?? []).map((each) => [each.id, each])),
      ).values(),
    ],
    [compared?.runs],
  );
  const keys = useMemo(() => keyMetrics(metrics), [metrics]);
  const metric = metrics.find(({ id }) => id === chosen) ?? metrics.find(({ id }) => id === keys[0]);
  const comparison = compared?.comparison;
  return (
    <div className="compare-panes">
      <ParameterTable sides={sides} />
      <div className="compare-results">
        {compared?.problem !== undefined && <ProblemNote problem={compared.problem} />}
        <Notes sides={sides} />
        {comparison !== undefined && <VerdictTable comparison={comparison} />}
        {compared !== undefined && metric !== undefined && (
          <MetricCharts
            sides={sides}
            compared={compared}
            metric={metric}
            metrics={metrics}
            onMetric={setChosen}
          />
        )}
        {comparison !== undefined && (
          <>
            <Scorecard
              comparison={comparison}
              metrics={metrics}
              keys={keys}
              chosen={metric?.id}
              onChoose={setChosen}
            />
            <GainsPanel comparison={comparison} sides={sides} />
          </>
        )}
      </div>
    </div>
  );
}

/** What keeps the sides from being alike in more than what was changed. */
function Notes({ sides }: { readonly sides: readonly Side[] }): ReactElement | null {
  const { compare } = useStudio();
  const compared = useStore(compare.comparing.state);
  const days = sides.map(({ spec }) => spec.ticks);
  const shortest = Math.min(...days);
  const starts = new Set(sides.map(({ spec }) => spec.startDay));
  const failed = (compared?.runs ?? []).flatMap((run) =>
    run === undefined || run.failures.length === 0
      ? []
      : [`${run.request.title}: ${run.failures.map(({ seed }) => `seed ${seed}`).join(', ')}`],
  );
  const notes = [
    ...(days.some((each) => each !== shortest)
      ? [`Different horizons: compared to day ${fullNumber(shortest)}, where the shorter one ends.`]
      : []),
    ...(starts.size > 1
      ? ['Different first days: the same day of each is compared, counted from its own first.']
      : []),
    ...(failed.length > 0
      ? [`Stopped by a rule of the model, and left out on every side: ${failed.join('; ')}.`]
      : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="compare-notes small">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
