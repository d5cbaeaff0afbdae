import type { ReactElement } from 'react';
import { Segmented } from '../../../ui/segmented.tsx';
import { FactorList } from './factor-list.tsx';
import { Field, problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { TextField } from './text-field.tsx';

const which = [
  { value: 'all', text: 'All numbers' },
  { value: 'named', text: 'Some' },
] as const;

/** The verdict that is to turn, and the numbers that may change. */
export function FlipForm({ choices, form, change, problems }: KindFormProps): ReactElement {
  const rule = choices.verdicts.find(({ id }) => id === form.verdict)?.rule;
  return (
    <>
      <Field
        label="Verdict"
        {...(rule === undefined ? {} : { hint: rule })}
        problem={problemIn(problems, 'flip', 'verdict')}
      >
        {({ id, describedBy, invalid }) => (
          <select
            id={id}
            className="input"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={form.verdict}
            onChange={({ target }) => change({ verdict: target.value })}
          >
            {choices.verdicts.length === 0 && <option value="">this scenario has none</option>}
            {choices.verdicts.map(({ id: verdict, title }) => (
              <option key={verdict} value={verdict}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="explore-group">
        <legend>What may change</legend>
        <Segmented
          label="What may change"
          value={form.which === 'named' ? 'named' : 'all'}
          options={which}
          onChange={(next) => change({ which: next })}
        />
      </fieldset>
      {form.which === 'named' && (
        <FactorList
          kind="flip"
          legend="What may change"
          parameters={choices.parameters}
          factors={form.factors}
          within={['flip', 'factors']}
          problems={problems}
          steps={false}
          onChange={(factors) => change({ factors })}
        />
      )}
      <TextField
        label="Runs"
        hint="Points times seeds, at most"
        number
        value={form.budget}
        problem={problemIn(problems, 'flip', 'budget')}
        onChange={(budget) => change({ budget })}
      />
      <TextField
        label="Seeds"
        hint="A verdict holds where it does in most of them: an odd number has no tie"
        value={form.seeds}
        problem={problemIn(problems, 'seeds')}
        onChange={(seeds) => change({ seeds })}
      />
    </>
  );
}
