import { type ReactElement, useMemo, useState } from 'react';
import type { BreakdownDescription } from '../../../../sim-core/contract/breakdown.ts';
import { cohortMargins } from '../../../charts/time/cohort-margins.tsx';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { sampleAt } from '../shown-seeds.ts';
import { breakdownValues } from './breakdown-values.ts';
import { NoGroupsYet } from './no-groups-yet.tsx';
import { peopled } from './peopled.ts';

const words: Readonly<Record<string, string>> = { cohort: 'Cohort', class: 'Class', region: 'Region' };

/** Rows that can be told apart; the largest groups of more. */
const most = 16;

/** Do providers earn? The margin of each cohort, class of hardware or region over time. */
export function CohortsCard({ snapshot, view, moment, onMoment }: PanelProps): ReactElement | null {
  const { breakdowns, sampleTicks, request } = snapshot;
  const margins = useMemo(
    () =>
      breakdowns.flatMap((described, place) =>
        described.id === 'providers.margin' ? [{ described, place }] : [],
      ),
    [breakdowns],
  );
  const [chosen, setChosen] = useState('cohort');
  const shown = margins.find(({ described }) => described.by === chosen) ?? margins[0];
  const raw = shown === undefined ? undefined : breakdownValues(snapshot, view, shown.place);
  const chart = useMemo(() => {
    if (shown === undefined || raw === undefined) return undefined;
    const values = peopled(snapshot, view, raw, shown.described.by);
    const { title, definition, unit, by } = shown.described;
    const days = sampleTicks.map((tick) => request.spec.startDay + tick);
    return cohortMargins({
      title,
      definition,
      unit,
      by,
      days,
      cohorts: stripsOf(shown.described, values, days.length),
    });
  }, [shown, raw, sampleTicks, request, snapshot, view]);
  if (shown === undefined) return null;
  if (chart === undefined) return <NoGroupsYet />;
  return (
    <StudioChart
      chart={chart}
      file={request.scenario}
      about={{ reading, quantities: [shown.described] }}
      {...(moment === undefined ? {} : { mark: sampleAt(sampleTicks, moment) })}
      onChoose={(sample) => onMoment(sampleTicks[sample] ?? 0)}
      controls={
        margins.length > 1 ? (
          <Segmented
            label="Margin by"
            value={shown.described.by}
            options={margins.map(({ described: { by } }) => ({ value: by, text: words[by] ?? by }))}
            onChange={setChosen}
          />
        ) : undefined
      }
    />
  );
}

/** A strip of each group in which somebody ever was; the first of too many. */
function stripsOf({ groups }: BreakdownDescription, values: Float64Array, samples: number) {
  return groups
    .map((label, group) => ({
      label,
      values: Float64Array.from(
        { length: samples },
        (_, sample) => values[sample * groups.length + group] ?? Number.NaN,
      ),
    }))
    .filter((strip) => strip.values.some(Number.isFinite))
    .slice(0, most);
}

const reading =
  'One strip for each group, all on one scale: above its line the group earns more than it spends, below less. The median over seeds, or one seed, every 30 days. ' +
  'A cohort is all providers that joined in the same time.';
