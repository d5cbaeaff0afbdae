import type { ReactElement } from 'react';
import type { OutcomeView } from '../../../../main/api/proposals/outcome-view.ts';
import { observedFan } from '../../../charts/time/observed-fan.tsx';
import { outcomeFan } from '../../../charts/time/outcome-fan.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** Whether the forecast held, in a sentence a column, and the data on its fan. */
export function OutcomeResult({ outcome }: { readonly outcome: OutcomeView }): ReactElement {
  const { columns, notes, method } = outcome;
  return (
    <div className="verify-part">
      <ul className="outcome-sentences" aria-label="Did the forecast hold?">
        {columns.map(({ column, standing, sentence }) => (
          <li key={column} className={`check check-${standing === 'held' ? 'pass' : 'fail'}`}>
            <Icon name={standing === 'held' ? 'pass' : 'fail'} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {columns.map((column) => (
        <StudioChart
          key={column.column}
          chart={observedFan(outcomeFan({ ...column, fan: column.fans.proposal }, outcome))}
          file={`outcome-${column.column}`}
          about={{ reading, quantities: [] }}
        />
      ))}
      <ul className="fork-sentences small muted">
        {[method, ...notes].map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

const reading =
  'Dots are what came. The bands are what half and nine of ten runs of the proposal had foretold, the line their median. The strip below shows by how much the median misses each dot.';
