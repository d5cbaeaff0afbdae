import type { ReactElement } from 'react';
import { FactorList } from './factor-list.tsx';
import { problemIn } from './field.tsx';
import { GoalLines } from './goal-lines.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { TextField } from './text-field.tsx';

/** Goals as sentences, and what may be changed to reach them. */
export function OptimiseForm({ choices, form, change, problems }: KindFormProps): ReactElement {
  return (
    <>
      <GoalLines
        choices={choices}
        goals={form.goals}
        problems={problems}
        onChange={(goals) => change({ goals })}
      />
      <FactorList
        kind="optimise"
        legend="What may be changed"
        parameters={choices.parameters}
        factors={form.factors}
        within={['design', 'parameters']}
        problems={problems}
        steps={false}
        onChange={(factors) => change({ factors })}
      />
      <TextField
        label="Runs"
        hint="Candidates times seeds, at most; a third of them check what was found"
        number
        value={form.budget}
        problem={problemIn(problems, 'budget')}
        onChange={(budget) => change({ budget })}
      />
      <TextField
        label="Seeds"
        hint="The same for every candidate; what is found is checked on fresh ones"
        value={form.seeds}
        problem={problemIn(problems, 'seeds')}
        onChange={(seeds) => change({ seeds })}
      />
    </>
  );
}
