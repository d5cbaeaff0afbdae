import { memo, type ReactElement } from 'react';
import type { MetricDescription } from '../../../../sim-core/contract/metric.ts';
import { bareQuantity, fullNumber, percent, quantity } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { monthOf } from '../month.ts';
import { type Spot, spotOf } from '../quantiles.ts';
import { lastTickOf, type ShownSeed, shownSeeds } from '../shown-seeds.ts';
import { PanelTable } from './panel-table.tsx';

/** Days back that a value is held against. */
const back = 30;

/** Every metric on the day that is looked at. */
export const StateTable = memo(function StateTable({
  snapshot,
  view,
  moment,
}: PanelProps): ReactElement | null {
  const { metrics, request } = snapshot;
  const all = shownSeeds(snapshot, view);
  const tick = moment ?? lastTickOf(all);
  const seeds = all.filter(({ done }) => done > tick);
  if (tick < 0) return null;
  const many = seeds.length > 1;
  return (
    <div className="state-panel">
      <h3 id="state-title">
        State at month {monthOf(tick)}: {isoDay(request.spec.startDay + tick)}
      </h3>
      <p className="small muted">
        {many ? `Median of ${seeds.length} seeds` : `Seed ${seeds[0]?.seed ?? 'none'}`}
      </p>
      <PanelTable labelledBy="state-title">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">Value</th>
            {many && <th scope="col">9 in 10 seeds between</th>}
            <th scope="col">In {back} days</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric, column) => (
            <StateRow
              key={metric.id}
              metric={metric}
              now={at(seeds, column, tick)}
              before={at(seeds, column, tick - back)}
              many={many}
            />
          ))}
        </tbody>
      </PanelTable>
    </div>
  );
});

const at = (seeds: readonly ShownSeed[], column: number, tick: number): Spot =>
  spotOf(seeds.map(({ columns }) => columns[column]?.[tick] ?? Number.NaN));

interface StateRowProps {
  readonly metric: MetricDescription;
  readonly now: Spot;
  readonly before: Spot;
  readonly many: boolean;
}

function StateRow({ metric, now, before, many }: StateRowProps): ReactElement {
  const { title, unit, definition, id } = metric;
  return (
    <tr>
      <th scope="row" title={`${id}: ${definition}`}>
        {title}
      </th>
      <td className="number" title={fullNumber(now.median)}>
        {quantity(now.median, unit)}
      </td>
      {many && (
        <td className="number">
          {Number.isNaN(now.median)
            ? '–'
            : `${bareQuantity(now.low, unit)} to ${bareQuantity(now.high, unit)}`}
        </td>
      )}
      <td className="number">{changeWords(now.median, before.median)}</td>
    </tr>
  );
}

/** "+3.1 %", or nothing where there is nothing to divide by. */
function changeWords(now: number, before: number): string {
  if (!Number.isFinite(now) || !Number.isFinite(before) || before === 0) return '–';
  const change = now / before - 1;
  if (Math.abs(change) < 5e-4) return 'as before';
  return change > 0 ? `+${percent(change)}` : percent(change);
}
