import { type ReactElement, useId, useState } from 'react';
import type { Distribution, DistributionParameter } from '../../../../sim-core/contract/parameter.ts';
import type { NumberLimits } from './check-number.ts';
import { DensitySketch } from './density-sketch.tsx';
import { NumberField } from './number-field.tsx';
import { reshape, type Shape, shapes } from './reshape.ts';
import { stepFor } from './step-number.ts';

interface DistributionFieldProps {
  readonly label: string;
  readonly value: Distribution;
  readonly declared: DistributionParameter;
  readonly locked: boolean;
  readonly problem?: string | undefined;
  onChange(value: Distribution): void;
}

/** A quantity that differs between providers: which shape, and the numbers of it. */
export function DistributionField(props: DistributionFieldProps): ReactElement {
  const { label, value, declared, locked, problem, onChange } = props;
  const { min, max } = declared;
  return (
    <div className="distribution">
      <div className="distribution-shape">
        <select
          className="input"
          aria-label={`Shape of ${label}`}
          disabled={locked}
          value={value.kind}
          onChange={({ target }) => {
            const shape = shapes.find((each) => each.value === target.value);
            if (shape !== undefined) onChange(reshape(value, shape.value, min, max));
          }}
        >
          {shapes.map((shape) => (
            <option key={shape.value} value={shape.value}>
              {shape.text}
            </option>
          ))}
        </select>
        <DensitySketch value={value} min={min} max={max} />
      </div>
      {value.kind === 'empirical' ? (
        <ValuesField
          label={label}
          values={value.values}
          locked={locked}
          onChange={(values) => onChange({ kind: 'empirical', values })}
        />
      ) : (
        <div className="distribution-numbers">
          {partsOf(value).map(([name, number]) => (
            <div key={name}>
              <span className="small muted" aria-hidden="true">
                {wordOf(value.kind, name)}
              </span>
              <NumberField
                label={`${label}: ${wordOf(value.kind, name)}`}
                value={number}
                limits={limitsOf(name, declared)}
                step={stepFor(number, min, max)}
                locked={locked}
                onChange={(next) => onChange(withPart(value, name, next))}
              />
            </div>
          ))}
        </div>
      )}
      {problem !== undefined && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The numbers of a shape, in the order in which they are read. */
const partsOf = ({
  kind: _,
  ...numbers
}: Exclude<Distribution, { readonly kind: 'empirical' }>): [string, number][] => Object.entries(numbers);

/** A distribution with one of its numbers changed: the same keys, so the same shape. */
const withPart = (value: Distribution, name: string, number: number): Distribution =>
  ({ ...value, [name]: number }) as Distribution;

function wordOf(shape: Shape, name: string): string {
  if (shape === 'fixed') return 'value';
  return { min: 'from', max: 'to', mode: 'most often', sd: 'spread', sigma: 'spread' }[name] ?? name;
}

function limitsOf(name: string, { min, max, unit, why }: DistributionParameter): NumberLimits {
  if (name === 'sigma')
    return { min: 0, max: 5, unit: '1', why: 'The spread of the logarithm: 0.4 is about 40 % up or down.' };
  if (name === 'sd')
    return { min: 0, max: max - min, unit, why: 'Two thirds lie within one spread of the mean.' };
  return { min, max, unit, why };
}

interface ValuesFieldProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly locked: boolean;
  onChange(values: readonly number[]): void;
}

/** Values of which each is equally likely. */
function ValuesField({ label, values, locked, onChange }: ValuesFieldProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const read = typed
    ?.split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(Number);
  const wrong = read !== undefined && (read.length === 0 || read.some((value) => !Number.isFinite(value)));
  const commit = () => {
    if (read === undefined || wrong) return;
    setTyped(undefined);
    if (read.join() !== values.join()) onChange(read);
  };
  return (
    <>
      <input
        className="input"
        aria-label={`${label}: values, each equally likely`}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-why` : undefined}
        readOnly={locked}
        value={typed ?? values.join(', ')}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
        onBlur={commit}
      />
      {wrong && (
        <p id={`${id}-why`} className="field-wrong" role="alert">
          Numbers are needed, with commas between them: each is equally likely.
        </p>
      )}
    </>
  );
}
