import type { ReactElement } from 'react';
import type { JobKind } from '../../../../main/api/jobs/experiment-asked.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { type Estimated, useEstimate } from '../use-estimate.ts';
import type { OpenForm } from '../use-form.ts';
import { CalibrateForm } from './calibrate-form.tsx';
import { EstimateNote } from './estimate-note.tsx';
import { FlipForm } from './flip-form.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { OptimiseForm } from './optimise-form.tsx';
import { SensitivityForm } from './sensitivity-form.tsx';
import { SweepForm } from './sweep-form.tsx';

const forms: Readonly<Record<JobKind, (props: KindFormProps) => ReactElement>> = {
  sweep: SweepForm,
  sensitivity: SensitivityForm,
  optimise: OptimiseForm,
  calibrate: CalibrateForm,
  flip: FlipForm,
};

const startWords: Readonly<Record<JobKind, string>> = {
  sweep: 'Start sweep',
  sensitivity: 'Find what matters',
  optimise: 'Start search',
  calibrate: 'Fit',
  flip: 'Find the distance',
};

/** What is asked, what it costs, and the button that starts it. */
export function ExperimentForm({
  kind,
  open,
}: {
  readonly kind: JobKind;
  readonly open: OpenForm;
}): ReactElement {
  const { cost, problems, failed, waiting } = useEstimate(kind, open);
  const KindForm = forms[kind];
  const placeless = problems.filter(({ field }) => !shownInPlace(kind, field));
  return (
    <form className="explore-form" onSubmit={(event) => event.preventDefault()}>
      <KindForm {...open} problems={problems} />
      {placeless.map((problem) => (
        <ProblemNote key={problem.message} problem={withoutPlace(problem)} />
      ))}
      {failed !== undefined && <ProblemNote problem={failed} />}
      <div className="explore-start">
        {problems.length === 0 && <EstimateNote cost={cost} waiting={waiting} />}
        <CommandButton command="explore.start" kind="primary" icon="play">
          {startWords[kind]}
        </CommandButton>
      </div>
    </form>
  );
}

/** Fields that show what is wrong with them. */
const inPlace: Readonly<Record<JobKind, readonly string[]>> = {
  sweep: ['factors', 'measure', 'seeds', 'design'],
  sensitivity: ['factors', 'measure', 'seeds', 'sensitivity'],
  optimise: ['factors', 'goals', 'seeds', 'design', 'budget'],
  calibrate: ['factors', 'fit', 'seeds'],
  flip: ['factors', 'flip', 'seeds'],
};

const shownInPlace = (kind: JobKind, [first, ...rest]: readonly string[]): boolean =>
  first !== undefined &&
  inPlace[kind].includes(first) &&
  (rest.length > 0 || ['factors', 'seeds', 'budget'].includes(first));

/** The file is not written yet: its lines would say nothing. */
const withoutPlace = ({ code, message, hint }: Estimated['problems'][number]) => ({
  ...{ code, message },
  ...(hint === undefined ? {} : { hint }),
});
