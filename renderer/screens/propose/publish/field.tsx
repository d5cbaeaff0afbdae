import type { ReactElement, ReactNode } from 'react';
import type { DraftField } from '../../../state/publishing/field-of-rule.ts';

interface FieldProps {
  readonly field: DraftField;
  readonly name: string;
  readonly hint?: ReactNode;
  /** The control, with `id` and `aria-describedby` of `fieldIds`. */
  readonly children: ReactNode;
}

/** What a control and its hint are called, so that rules can lead to it. */
export const fieldIds = (field: DraftField) => ({
  id: `publish-${field}`,
  'aria-describedby': `publish-${field}-hint`,
});

/** One thing that the head of the draft says, with what it is for. */
export function Field({ field, name, hint, children }: FieldProps): ReactElement {
  const { id, 'aria-describedby': hintId } = fieldIds(field);
  return (
    <div className="publish-field">
      <label htmlFor={id}>{name}</label>
      {children}
      <p className="small muted" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
