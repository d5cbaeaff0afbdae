import type { ReactElement } from 'react';
import { Segmented } from '../../../ui/segmented.tsx';
import { FactorList } from './factor-list.tsx';
import { problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';
import { MeasureList } from './measure-list.tsx';
import { TextField } from './text-field.tsx';

const combinations = [
  { value: 'factorial', text: 'Combined' },
  { value: 'one-at-a-time', text: 'One by one' },
  { value: 'latin-hypercube', text: 'Spread evenly' },
] as const;

/** Parameters, their values, and what is measured at each. */
export function SweepForm({ choices, form, change, problems }: KindFormProps): ReactElement {
  const spread = form.combine === 'latin-hypercube';
  return (
    <>
      <FactorList
        kind="sweep"
        legend="What varies"
        parameters={choices.parameters}
        factors={form.factors}
        within={['design', 'parameters']}
        problems={problems}
        steps={!spread}
        onChange={(factors) => change({ factors })}
      />
      {form.factors.length > 1 && (
        <Segmented
          label="How values are combined"
          value={form.combine}
          options={combinations}
          onChange={(combine) => change({ combine })}
        />
      )}
      {spread && (
        <TextField
          label="Cases"
          hint="Points of a Latin hypercube: each parameter is tried in every part of its range"
          number
          value={form.cases}
          problem={problemIn(problems, 'design', 'runs')}
          onChange={(cases) => change({ cases })}
        />
      )}
      <MeasureList
        legend="What is measured"
        choices={choices}
        measures={form.measures}
        problems={problems}
        onChange={(measures) => change({ measures })}
      />
      <TextField
        label="Seeds"
        hint="A range such as 1..8: each case is run once with each, so that luck can be told from effect"
        value={form.seeds}
        problem={problemIn(problems, 'seeds')}
        onChange={(seeds) => change({ seeds })}
      />
    </>
  );
}
