import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { fullNumber, quantity } from '../../../ui/number-format.ts';
import { checkNumber, type NumberLimits } from './check-number.ts';
import { stepNumber } from './step-number.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly limits: NumberLimits;
  /** What one press of an arrow key changes. */
  readonly step: number;
  readonly locked: boolean;
  /** What is wrong beyond the range, from whoever took the value. */
  readonly problem?: string | undefined;
  onChange(value: number): void;
  /** A person begins to write anew: what was wrong is over. */
  onWrite?(): void;
}

/** A number that arrow keys step and a person may type; taken with Enter or on leaving. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, value, limits, step, locked, problem, onChange, onWrite } = props;
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const checked = typed === undefined ? undefined : checkNumber(typed, limits);
  const wrong = checked?.ok === false ? checked.because : problem;
  const { min, max, unit } = limits;

  const commit = () => {
    if (checked?.ok !== true) return;
    setTyped(undefined);
    if (checked.value !== value) onChange(checked.value);
  };
  const move = (steps: number) => {
    const from = checked?.ok === true ? checked.value : value;
    const next = stepNumber(from, steps, { min, max, step });
    setTyped(undefined);
    if (next !== value) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!locked) move(direction * (event.shiftKey ? 10 : 1));
    } else if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  return (
    <>
      <input
        className="input number-input"
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={plain(value)}
        aria-valuemin={plain(min)}
        aria-valuemax={plain(max)}
        aria-valuetext={quantity(value, unit)}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-why`}
        autoComplete="off"
        spellCheck={false}
        readOnly={locked}
        data-shortcuts={typed === undefined ? 'yes' : undefined}
        value={typed ?? fullNumber(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          onWrite?.();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          commit();
          if (checked?.ok === false && typed?.trim() === '') setTyped(undefined);
        }}
      />
      {wrong !== undefined && (
        <p id={`${id}-why`} className="field-wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

/** A number as an attribute may have it: not one that is written with a power of ten. */
const plain = (value: number): number | undefined => (String(value).includes('e') ? undefined : value);
