import type { ReactElement, ReactNode } from 'react';
import type { ProposalTask } from '../../../main/api/proposals/proposals-api.ts';
import { fullNumber } from '../../ui/number-format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { duration } from '../../ui/time-format.ts';

interface TaskProgressProps {
  readonly task: ProposalTask;
  readonly label: string;
  readonly children?: ReactNode;
}

/** How far a task is, and how long its part still takes. */
export function TaskProgress({ task, label, children }: TaskProgressProps): ReactElement {
  const { doing, runs, of, leftMs } = task;
  const left = leftMs === undefined ? '' : ` · ${duration(leftMs / 1000)} left`;
  return (
    <div className="task-progress">
      <ProgressBar label={label} share={of === 0 ? 0 : runs / of} />
      <p className="small" role="status">
        {doing}
        {of > 0 && `: ${fullNumber(runs)} of ${fullNumber(of)} runs${left}`}
      </p>
      {children}
    </div>
  );
}
