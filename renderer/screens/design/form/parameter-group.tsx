import { type ReactElement, useState } from 'react';
import type { ParameterPlace } from '../yaml/yaml-facts.ts';
import type { FormGroup } from './form-groups.ts';
import { ParameterRow } from './parameter-row.tsx';
import type { RowHands } from './row-hands.ts';

interface ParameterGroupProps {
  readonly scenario: string;
  readonly group: FormGroup;
  readonly locks: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, ParameterPlace>;
  readonly hands: RowHands;
  /** Shown whether or not a person has folded it. */
  readonly open: boolean;
}

/** The parameters of a mechanism, which can be folded away. */
export function ParameterGroup({
  scenario,
  group,
  locks,
  places,
  hands,
  open,
}: ParameterGroupProps): ReactElement {
  const [folded, setFolded] = useState(false);
  const { id, title, summary, rows } = group;
  const changed = rows.filter((row) => row.changed).length;
  return (
    <details
      className="form-group"
      data-group={id}
      open={open || !folded}
      onToggle={({ currentTarget }) => {
        if (!open) setFolded(!currentTarget.open);
      }}
    >
      <summary title={summary}>
        <h3>{title}</h3>
        <span className="small muted">
          {rows.length}
          {changed > 0 && `, ${changed} changed`}
        </span>
      </summary>
      {rows.map((row) => (
        <ParameterRow
          key={row.path}
          scenario={scenario}
          row={row}
          locked={locks.has(row.path)}
          place={places.get(row.path)}
          hands={hands}
        />
      ))}
    </details>
  );
}
