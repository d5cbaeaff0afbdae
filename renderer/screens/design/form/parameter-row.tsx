import { memo, type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { ParameterPlace } from '../yaml/yaml-facts.ts';
import { rangeText } from './check-number.ts';
import type { FormRow } from './form-groups.ts';
import { ResetMenu } from './reset-menu.tsx';
import type { RowHands } from './row-hands.ts';
import { SourceChip } from './source-chip.tsx';
import { ValueControl } from './value-control.tsx';
import { writeValue } from './write-value.ts';

interface ParameterRowProps {
  readonly scenario: string;
  readonly row: FormRow;
  readonly locked: boolean;
  readonly place: ParameterPlace | undefined;
  readonly hands: RowHands;
}

/** A parameter: what it is called, its value, who says so, and the ways back. */
export const ParameterRow = memo(Row, sameProps);

function Row(props: ParameterRowProps): ReactElement {
  const { scenario, row, locked, place, hands } = props;
  const { path, label, changed, base, origin, declared, value } = row;
  const [open, setOpen] = useState(false);
  const written = writeValue(value, declared.kind);
  const canReason = origin !== undefined && written !== undefined && place?.file === undefined;
  return (
    <div className={`parameter${changed ? ' parameter-changed' : ''}`} data-path={path}>
      <div className="parameter-label">
        <button type="button" className="label-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {changed && <span className="changed-dot" aria-hidden="true" />}
          {label}
          {changed && <span className="unseen">, changed from the base</span>}
        </button>
        {changed && <span className="small was">{base === undefined ? 'new' : `was ${base.shown}`}</span>}
        {origin !== undefined && (
          <SourceChip
            label={label}
            origin={origin}
            {...(canReason
              ? { onReason: (because: string) => void hands.write(path, written, because) }
              : {})}
          />
        )}
      </div>
      <div className="parameter-value">
        <ValueControl scenario={scenario} row={row} locked={locked} place={place} write={hands.write} />
      </div>
      <div className="parameter-hands">
        <ResetMenu row={row} hands={hands} />
        <Button
          kind="quiet"
          icon={locked ? 'lock' : 'open'}
          aria-pressed={locked}
          aria-label={`Lock ${label}`}
          title={
            locked
              ? 'Locked: keyboard edits and suggestions leave it alone'
              : 'Lock it against edits and suggestions'
          }
          onClick={() => hands.toggleLock(path)}
        />
      </div>
      {open && (
        <div className="parameter-more small">
          <p>{row.why}</p>
          {'min' in declared && <p className="muted">Allowed: {rangeText(declared)}.</p>}
          <p className="mono muted">{path}</p>
        </div>
      )}
    </div>
  );
}

function sameProps(one: ParameterRowProps, other: ParameterRowProps): boolean {
  const { place, ...before } = one;
  const { place: now, ...after } = other;
  return (
    place?.line === now?.line &&
    place?.file === now?.file &&
    place?.column === now?.column &&
    before.row === after.row &&
    before.locked === after.locked &&
    before.hands === after.hands &&
    before.scenario === after.scenario
  );
}
