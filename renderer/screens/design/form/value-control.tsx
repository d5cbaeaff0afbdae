import type { ReactElement } from 'react';
import type { Problem } from '../../../../sim-core/contract/errors.ts';
import type { ParameterValue } from '../../../../sim-core/contract/parameter.ts';
import { unitWords } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import type { ParameterPlace } from '../yaml/yaml-facts.ts';
import { SeriesPreview, TablePreview } from './data-preview.tsx';
import { DateField } from './date-field.tsx';
import { DistributionField } from './distribution-field.tsx';
import type { FormRow } from './form-groups.ts';
import { NumberField } from './number-field.tsx';
import { RangeBar } from './range-bar.tsx';
import { stepFor } from './step-number.ts';
import { useSender } from './use-sender.ts';
import { isDistribution, isSeries } from './value-kind.ts';
import { writeValue } from './write-value.ts';

interface ValueControlProps {
  readonly scenario: string;
  readonly row: FormRow;
  readonly locked: boolean;
  readonly place: ParameterPlace | undefined;
  /** Writes a value as the file has it; resolves to what is wrong with it. */
  write(path: string, written: string): Promise<Problem | undefined>;
}

/** The field that fits a parameter's kind. */
export function ValueControl({ scenario, row, locked, place, write }: ValueControlProps): ReactElement {
  const { declared, label, path, unit, why } = row;
  const { pending, problem, send, forget } = useSender<ParameterValue>((value) => {
    const written = writeValue(value, declared.kind) ?? '';
    return write(path, path === 'horizon' ? `${written} day` : written);
  });
  const value = pending ?? row.value;
  const wrong =
    problem === undefined
      ? undefined
      : [problem.message, problem.hint].filter((text) => text !== undefined).join(' ');
  const told = { label, locked, problem: wrong };

  if (declared.kind === 'number' && typeof value === 'number') {
    const { min, max, step, integer } = declared;
    const limits = { min, max, unit, why, ...(integer === undefined ? {} : { integer }) };
    return (
      <>
        <div className="with-unit">
          <NumberField {...told} value={value} limits={limits} step={step} onChange={send} onWrite={forget} />
          <Unit unit={unit} />
        </div>
        <RangeBar
          min={min}
          max={max}
          value={value}
          {...(row.path === 'horizon' ? {} : { usual: declared.default })}
        />
      </>
    );
  }
  if (declared.kind === 'date' && typeof value === 'number') {
    return <DateField {...told} value={isoDay(value)} onChange={(day) => send(day)} />;
  }
  if (declared.kind === 'choice' && typeof value === 'string') {
    return (
      <select
        className="input"
        aria-label={label}
        disabled={locked}
        value={value}
        onChange={({ target }) => send(target.value)}
      >
        {declared.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  if (declared.kind === 'distribution' && isDistribution(value)) {
    return (
      <>
        <DistributionField {...told} value={value} declared={declared} onChange={send} />
        <Unit unit={unit} />
      </>
    );
  }
  if (declared.kind === 'series' && isSeries(value)) {
    const [only] = value.values;
    if (value.values.length > 1 || only === undefined || place?.file !== undefined) {
      return <SeriesPreview value={value} unit={unitWords(unit)} scenario={scenario} place={place} />;
    }
    const { min, max } = declared;
    const one = (next: number) => send({ days: value.days, values: [next] });
    return (
      <div className="with-unit">
        <NumberField
          {...told}
          value={only}
          limits={{ min, max, unit, why }}
          step={stepFor(only, min, max)}
          onChange={one}
          onWrite={forget}
        />
        <Unit unit={unit} />
      </div>
    );
  }
  if (declared.kind === 'table' && typeof value === 'object' && !isDistribution(value) && !isSeries(value)) {
    return <TablePreview value={value} declared={declared} label={label} scenario={scenario} place={place} />;
  }
  return <p>{row.shown}</p>;
}

const Unit = ({ unit }: { readonly unit: string }): ReactElement | null =>
  unit === '1' ? null : <span className="unit small muted">{unit === 'share' ? unit : unitWords(unit)}</span>;
