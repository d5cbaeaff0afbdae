import { type ReactElement, useId } from 'react';
import type { JobKind } from '../../../../main/api/jobs/experiment-asked.ts';
import type { FieldProblem, ParameterChoice } from '../../../../main/api/jobs/jobs-api.ts';
import type { FormFactor } from '../../../state/explore/explore-form.ts';
import { factorFor } from '../../../state/explore/first-form.ts';
import { quantity } from '../../../ui/number-format.ts';
import { type Pick, PickBox } from '../../../ui/pick-box/pick-box.tsx';
import { FactorRow } from './factor-row.tsx';
import { InPlace, problemIn } from './field.tsx';

interface FactorListProps {
  readonly kind: JobKind;
  readonly legend: string;
  readonly parameters: readonly ParameterChoice[];
  readonly factors: readonly FormFactor[];
  /** Where factors stand in the experiment. */
  readonly within: readonly string[];
  readonly problems: readonly FieldProblem[];
  /** Whether ranges are tried in steps. */
  readonly steps: boolean;
  onChange(factors: readonly FormFactor[]): void;
}

/** What is varied: parameters with their ranges, and a box to add more. */
export function FactorList(props: FactorListProps): ReactElement {
  const { kind, legend, parameters, factors, within, problems, steps, onChange } = props;
  const id = useId();
  const missing = problemIn(problems, 'factors');
  const added = (path: string): void => {
    const choice = parameters.find((each) => each.path === path);
    if (choice !== undefined) onChange([...factors, factorFor(choice, kind)]);
  };
  return (
    <fieldset className="explore-group" aria-describedby={`${id}-wrong`}>
      <legend>{legend}</legend>
      {factors.map((factor, i) => (
        <FactorRow
          key={factor.path}
          factor={factor}
          choice={parameters.find(({ path }) => path === factor.path)}
          steps={steps}
          problem={problemIn(problems, ...within, factor.path)}
          onChange={(next) => onChange(factors.map((each, j) => (i === j ? next : each)))}
          onRemove={() => onChange(factors.filter((_, j) => i !== j))}
        />
      ))}
      <PickBox
        key={factors.map(({ path }) => path).join()}
        label={`Add to ${legend.toLowerCase()}`}
        placeholder="Add a parameter…"
        picks={picksOf(kind, parameters, factors)}
        onPick={added}
      />
      <div id={`${id}-wrong`}>{missing !== undefined && <InPlace problem={missing} />}</div>
    </fieldset>
  );
}

function picksOf(
  kind: JobKind,
  parameters: readonly ParameterChoice[],
  factors: readonly FormFactor[],
): readonly Pick[] {
  const numbersOnly = kind === 'calibrate' || kind === 'flip';
  return parameters
    .filter((each) => !factors.some(({ path }) => path === each.path))
    .filter((each) => !numbersOnly || each.kind === 'number')
    .map((each) => ({
      id: each.path,
      label: each.label,
      about: each.kind === 'number' ? quantity(each.value, each.unit) : each.value,
      group: each.mechanism,
    }));
}
