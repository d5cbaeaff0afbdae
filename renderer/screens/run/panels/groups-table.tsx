import { memo, type ReactElement, useMemo, useState } from 'react';
import { bareQuantity, fullNumber, unitWords } from '../../../ui/number-format.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { isoDay } from '../../../ui/time-format.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { lastTickOf, sampleAt, shownSeeds } from '../shown-seeds.ts';
import { breakdownsBy, breakdownValues, divisionsOf, groupsAt } from './breakdown-values.ts';
import { PanelTable } from './panel-table.tsx';
import { peopled } from './peopled.ts';

/** Who earns: every group of providers on the day that is looked at. */
export const GroupsTable = memo(function GroupsTable({
  snapshot,
  view,
  moment,
}: PanelProps): ReactElement | null {
  const { breakdowns, sampleTicks, request, results } = snapshot;
  const divisions = useMemo(() => divisionsOf(breakdowns), [breakdowns]);
  const [chosen, setChosen] = useState('cohort');
  const by = divisions.includes(chosen) ? chosen : divisions[0];
  if (by === undefined || results.length === 0) return null;
  const sample = sampleAt(sampleTicks, moment ?? lastTickOf(shownSeeds(snapshot, view)));
  const columns = breakdownsBy(breakdowns, by).map(({ described, place }) => {
    const all = breakdownValues(snapshot, view, place) ?? new Float64Array();
    const known = described.gaps === undefined ? all : peopled(snapshot, view, all, by);
    return { described, values: groupsAt(known, described.groups.length, sample) };
  });
  const groups = columns[0]?.described.groups ?? [];
  return (
    <div className="state-panel">
      <div className="state-heading">
        <h3 id="groups-title">
          Providers by {by} on {isoDay(request.spec.startDay + (sampleTicks[sample] ?? 0))}
        </h3>
        {divisions.length > 1 && (
          <Segmented
            label="Providers by"
            value={by}
            options={divisions.map((value) => ({ value, text: value }))}
            onChange={setChosen}
          />
        )}
      </div>
      <PanelTable labelledBy="groups-title">
        <thead>
          <tr>
            <th scope="col">{by}</th>
            {columns.map(({ described: { id, title, unit, definition } }) => (
              <th key={id} scope="col" title={definition}>
                {title} <span className="muted">{unit === 'share' ? '%' : unitWords(unit)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((name, group) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map(({ described: { id, unit }, values }) => (
                <td key={id} className="number" title={fullNumber(values[group] ?? Number.NaN)}>
                  {bareQuantity(values[group] ?? Number.NaN, unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </PanelTable>
    </div>
  );
});
