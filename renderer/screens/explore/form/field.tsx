import { type ReactElement, type ReactNode, useId } from 'react';
import type { FieldProblem } from '../../../../main/api/jobs/jobs-api.ts';

interface FieldProps {
  readonly label: string;
  /** What may be written, in a few words. */
  readonly hint?: string;
  readonly problem?: FieldProblem | undefined;
  /** The control, told its id and what describes it. */
  children(control: {
    readonly id: string;
    readonly describedBy: string;
    readonly invalid: boolean;
  }): ReactNode;
}

/** A labelled control with its hint, and what is wrong with it in place. */
export function Field({ label, hint, problem, children }: FieldProps): ReactElement {
  const id = useId();
  const describedBy = `${id}-about`;
  return (
    <div className="explore-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy, invalid: problem !== undefined })}
      <div id={describedBy} className="small">
        {problem === undefined ? (
          hint !== undefined && <span className="muted">{hint}</span>
        ) : (
          <InPlace problem={problem} />
        )}
      </div>
    </div>
  );
}

/** A hint that lists everything that is allowed is longer than what it helps. */
const longestHint = 160;

/** What is wrong, where it is. */
export function InPlace({
  problem: { message, hint = '' },
}: {
  readonly problem: FieldProblem;
}): ReactElement {
  return (
    <span className="explore-wrong small" role="alert">
      {message} {hint.length > longestHint ? `${hint.slice(0, longestHint).replace(/,[^,]*$/, '')} …` : hint}
    </span>
  );
}

/** The first problem of a part of the experiment. */
export const problemIn = (
  problems: readonly FieldProblem[],
  ...part: readonly string[]
): FieldProblem | undefined =>
  problems.find(({ field }) => field.length > 0 && part.every((key, i) => field[i] === key));
