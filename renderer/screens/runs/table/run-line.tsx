import { type MouseEvent, memo, type ReactElement } from 'react';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import type { RunColumn } from './run-columns.tsx';

interface RunLineProps {
  readonly row: RunRow;
  /** Its place in the order, from 0. */
  readonly index: number;
  readonly id: string;
  readonly columns: readonly RunColumn[];
  readonly chosen: boolean;
  readonly active: boolean;
  readonly opened: boolean;
  /** `box`: the click was on its check box. */
  onPoint(index: number, event: MouseEvent, box: boolean): void;
}

/** A run in the list; drawn anew only when something of it changes. */
export const RunLine = memo(function RunLine(props: RunLineProps): ReactElement {
  const { row, index, id, columns, chosen, active, opened, onPoint } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-active={active}
      data-opened={opened}
      data-broken={row.problem !== undefined}
      onClick={(event) => onPoint(index, event, false)}
    >
      <td className="runs-box">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Choose ${row.title || row.run}`}
          checked={chosen}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation();
            onPoint(index, event, true);
          }}
        />
      </td>
      {columns.map((column) => (
        <td key={column.id} className={column.number === true ? 'runs-number' : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
});
