import type { ReactElement } from 'react';
import { fullNumber, shortNumber } from '../../../ui/number-format.ts';
import { rangePosition } from './range-position.ts';

interface RangeBarProps {
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** The mechanism's own default. */
  readonly usual?: number;
}

/** Where a value stands between the smallest and the largest that is allowed; the tick is the default. */
export function RangeBar({ min, max, value, usual }: RangeBarProps): ReactElement {
  const at = (number: number) => `${rangePosition(number, min, max) * 100}%`;
  const words = `${fullNumber(min)} to ${fullNumber(max)}${usual === undefined ? '' : `, default ${fullNumber(usual)}`}`;
  return (
    <div className="range-bar" title={`Allowed: ${words}`}>
      <span>{endText(min)}</span>
      <div className="range-line">
        <div className="range-filled" style={{ width: at(value) }} />
        {usual !== undefined && <div className="range-usual" style={{ left: at(usual) }} />}
        <div className="range-now" style={{ left: at(value) }} />
      </div>
      <span>{endText(max)}</span>
    </div>
  );
}

/** An end of the range; what no scale of words reaches, as a power of ten. */
const endText = (value: number): string =>
  Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-3)
    ? value.toExponential(0).replace('e+', 'e').replace('-', '−')
    : shortNumber(value);
