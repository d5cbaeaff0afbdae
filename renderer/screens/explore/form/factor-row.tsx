import type { ReactElement } from 'react';
import type { FieldProblem, ParameterChoice } from '../../../../main/api/jobs/jobs-api.ts';
import type { FormFactor } from '../../../state/explore/explore-form.ts';
import { Button } from '../../../ui/button.tsx';
import { bareQuantity, quantity, unitWords } from '../../../ui/number-format.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { InPlace } from './field.tsx';

interface FactorRowProps {
  readonly factor: FormFactor;
  /** Absent: the scenario has no such parameter any more. */
  readonly choice: ParameterChoice | undefined;
  readonly steps: boolean;
  readonly problem: FieldProblem | undefined;
  onChange(factor: FormFactor): void;
  onRemove(): void;
}

/** A parameter with the values that are tried. */
export function FactorRow({
  factor,
  choice,
  steps,
  problem,
  onChange,
  onRemove,
}: FactorRowProps): ReactElement {
  const label = choice?.label ?? factor.path;
  const change = (part: Partial<FormFactor>) => onChange({ ...factor, ...part });
  const number = (name: string, key: 'min' | 'max' | 'steps') => (
    <label className="factor-number">
      <span className="small muted">{name}</span>
      <input
        className="input input-number"
        inputMode="decimal"
        aria-label={`${label}: ${name}`}
        aria-invalid={
          problem !== undefined && (problem.field.at(-1) === key || problem.field.at(-1) === factor.path)
        }
        value={factor[key]}
        onChange={({ target }) => change({ [key]: target.value })}
      />
    </label>
  );
  return (
    <div className="factor-row">
      <div className="factor-name">
        <strong>{label}</strong>
        <Button kind="quiet" icon="cancel" aria-label={`Remove ${label}`} title="Remove" onClick={onRemove} />
      </div>
      <p className="small muted">{aboutChoice(factor.path, choice)}</p>
      <div className="factor-values">
        {factor.as === 'values' ? (
          <label className="factor-list">
            <span className="small muted">values, with commas between</span>
            <input
              className="input"
              aria-label={`${label}: values`}
              aria-invalid={problem !== undefined}
              value={factor.values}
              onChange={({ target }) => change({ values: target.value })}
            />
          </label>
        ) : (
          <>
            {number('from', 'min')}
            {number('to', 'max')}
            {steps && number('values', 'steps')}
          </>
        )}
      </div>
      {choice?.kind === 'number' && (
        <div className="factor-kind">
          {steps && (
            <Segmented
              label={`${label}: how values are given`}
              value={factor.as}
              options={[
                { value: 'range', text: 'Range' },
                { value: 'values', text: 'List' },
              ]}
              onChange={(as) => change({ as })}
            />
          )}
          {factor.as === 'range' && (
            <label className="small">
              <input
                type="checkbox"
                checked={factor.ratios}
                onChange={({ target }) => change({ ratios: target.checked })}
              />{' '}
              in equal ratios
            </label>
          )}
        </div>
      )}
      {problem !== undefined && <InPlace problem={problem} />}
    </div>
  );
}

/** What it is now, and what is allowed. */
function aboutChoice(path: string, choice: ParameterChoice | undefined): string {
  if (choice === undefined) return `${path}: the scenario has no such parameter any more.`;
  if (choice.kind === 'option') return `${path}, now ${choice.value}; one of ${choice.options.join(', ')}`;
  const { value, unit, min, max, unsourced } = choice;
  // Values are written as the file has them: a share is a number from 0 to 1.
  if (unit === 'share')
    return `${path}, now ${value} (${quantity(value, unit)})${unsourced ? ', an assumption' : ''}; ${min ?? 0} to ${max ?? 1} allowed`;
  const allowed =
    min !== undefined && max !== undefined
      ? `; ${bareQuantity(min, unit)} to ${bareQuantity(max, unit)} ${unitWords(unit)} allowed`.trimEnd()
      : '';
  return `${path}, now ${quantity(value, unit)}${unsourced ? ' (an assumption)' : ''}${allowed}`;
}
