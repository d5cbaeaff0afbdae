import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../sim-core/contract/errors.ts';
import { Icon } from './icon.tsx';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** Wrong, or only worth knowing. */
  readonly kind?: 'error' | 'warning';
  readonly children?: ReactNode;
}

/** What is wrong, where, and what to do: the same for every problem, whichever door it came through. */
export function ProblemNote({ problem, kind = 'error', children }: ProblemNoteProps): ReactElement {
  const { message, where, hint } = problem;
  return (
    <div className={`problem problem-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon name={kind === 'error' ? 'fail' : 'warning'} />
      <div>
        <p>
          <span className="unseen">{kind === 'error' ? 'Problem: ' : 'Warning: '}</span>
          {message}
        </p>
        {where !== undefined && <p className="mono muted">{where}</p>}
        {hint !== undefined && <p className="muted">{hint}</p>}
        {children}
      </div>
    </div>
  );
}
