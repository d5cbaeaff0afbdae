import { type ReactElement, useId, useState } from 'react';

interface DateFieldProps {
  readonly label: string;
  /** Such as `2023-04-24`. */
  readonly value: string;
  readonly locked: boolean;
  readonly problem?: string | undefined;
  onChange(day: string): void;
}

/** A day of the calendar; taken with Enter, on leaving, or when it is picked. */
export function DateField({ label, value, locked, problem, onChange }: DateFieldProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const commit = () => {
    setTyped(undefined);
    if (typed !== undefined && typed !== '' && typed !== value) onChange(typed);
  };
  return (
    <>
      <input
        className="input"
        type="date"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-why`}
        readOnly={locked}
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />
      {problem !== undefined && (
        <p id={`${id}-why`} className="field-wrong" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
