import type { ReactElement } from 'react';
import { Segmented } from '../../../ui/segmented.tsx';
import { FactorList } from './factor-list.tsx';
import { Field, problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { MeasureList } from './measure-list.tsx';
import { TextField } from './text-field.tsx';

const which = [
  { value: 'all-unsourced', text: 'All assumptions' },
  { value: 'all', text: 'All numbers' },
  { value: 'named', text: 'Some' },
] as const;

const methods = [
  { value: 'auto', text: 'Chosen by what the runs pay for' },
  { value: 'morris', text: 'Morris screening: which matter' },
  { value: 'sobol', text: 'Sobol\u2019 indices: shares of the variance' },
  { value: 'regional', text: 'Regional: what parts pass from fail' },
] as const;

/** The result to be explained, the parameters that may explain it, and the runs to spend. */
export function SensitivityForm({ choices, form, change, problems }: KindFormProps): ReactElement {
  return (
    <>
      <MeasureList
        legend="What is explained"
        choices={choices}
        measures={form.measures}
        problems={problems}
        single
        onChange={(measures) => change({ measures })}
      />
      <fieldset className="explore-group">
        <legend>What varies</legend>
        <Segmented
          label="What varies"
          value={form.which}
          options={which}
          onChange={(next) => change({ which: next })}
        />
      </fieldset>
      {form.which === 'named' ? (
        <FactorList
          kind="sensitivity"
          legend="What varies"
          parameters={choices.parameters}
          factors={form.factors}
          within={['sensitivity', 'factors']}
          problems={problems}
          steps={false}
          onChange={(factors) => change({ factors })}
        />
      ) : (
        <p className="small muted">
          Each from half to double its value, inside the range that its mechanism declares.
        </p>
      )}
      <TextField
        label="Runs"
        hint="Points times seeds, at most; more runs pay for a method that says more"
        number
        value={form.budget}
        problem={problemIn(problems, 'sensitivity', 'budget')}
        onChange={(budget) => change({ budget })}
      />
      <Field label="Method" problem={problemIn(problems, 'sensitivity', 'method')}>
        {({ id, describedBy }) => (
          <select
            id={id}
            className="input"
            aria-describedby={describedBy}
            value={form.method}
            onChange={({ target }) =>
              change({ method: methods.find(({ value }) => value === target.value)?.value ?? 'auto' })
            }
          >
            {methods.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label="Seeds"
        hint="The same at every point, so that luck is no effect"
        value={form.seeds}
        problem={problemIn(problems, 'seeds')}
        onChange={(seeds) => change({ seeds })}
      />
    </>
  );
}
