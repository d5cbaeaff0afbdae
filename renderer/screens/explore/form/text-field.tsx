import type { ReactElement } from 'react';
import type { FieldProblem } from '../../../../main/api/jobs/jobs-api.ts';
import { Field } from './field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem?: FieldProblem | undefined;
  readonly number?: boolean;
  onChange(value: string): void;
}

/** A short text or a number. */
export function TextField({
  label,
  value,
  number = false,
  onChange,
  ...about
}: TextFieldProps): ReactElement {
  return (
    <Field label={label} {...about}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className={number ? 'input input-number' : 'input'}
          inputMode={number ? 'decimal' : 'text'}
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
