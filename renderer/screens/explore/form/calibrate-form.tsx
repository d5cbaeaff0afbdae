import type { ReactElement } from 'react';
import { FactorList } from './factor-list.tsx';
import { problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { RecordField } from './record-field.tsx';
import { TextField } from './text-field.tsx';

/** Figures that were observed, and the parameters that are fitted to them. */
export function CalibrateForm({ draft, choices, form, change, problems }: KindFormProps): ReactElement {
  return (
    <>
      <RecordField draft={draft} choices={choices} form={form} change={change} problems={problems} />
      <FactorList
        kind="calibrate"
        legend="What is fitted"
        parameters={choices.parameters}
        factors={form.factors}
        within={['fit', 'factors']}
        problems={problems}
        steps={false}
        onChange={(factors) => change({ factors })}
      />
      <TextField
        label="Held out"
        hint="What the fit does not see, to test it on: 90d, 25%, a date such as 2025-01-01, or none"
        value={form.holdOut}
        problem={problemIn(problems, 'fit', 'holdOut')}
        onChange={(holdOut) => change({ holdOut })}
      />
      <TextField
        label="Runs"
        hint="Points times seeds, at most, the check included"
        number
        value={form.budget}
        problem={problemIn(problems, 'fit', 'budget')}
        onChange={(budget) => change({ budget })}
      />
      <TextField
        label="Seeds"
        hint="The same at every point; the fit is checked on fresh ones"
        value={form.seeds}
        problem={problemIn(problems, 'seeds')}
        onChange={(seeds) => change({ seeds })}
      />
    </>
  );
}
