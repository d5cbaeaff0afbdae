import type { ReactElement } from 'react';
import type { BreakdownDescription } from '../../../../sim-core/contract/breakdown.ts';

interface QuantitySelectProps {
  readonly label: string;
  readonly breakdowns: readonly BreakdownDescription[];
  /** Id of the breakdown. */
  readonly value: string;
  onChange(id: string): void;
}

/** Which quantity of groups is shown. */
export function QuantitySelect({ label, breakdowns, value, onChange }: QuantitySelectProps): ReactElement {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {breakdowns.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}
