import type { ReactElement } from 'react';
import type { Brush, ParallelSubject } from '../../../../charts/field/parallel-subject.ts';
import { unitWords } from '../../../../ui/number-format.ts';

interface BrushFieldsProps {
  readonly subject: ParallelSubject;
  onBrush(axis: number, brush: Brush | undefined): void;
}

/** The brushes as numbers: from and to on each axis; empty: no end. */
export function BrushFields({ subject: { axes, brushes = [] }, onBrush }: BrushFieldsProps): ReactElement {
  return (
    <div className="brush-fields">
      {axes.map(({ label, unit }, axis) => {
        const brush = brushes[axis];
        const change = (end: keyof Brush, text: string) => {
          const value = text.trim() === '' ? open[end] : Number(text);
          if (Number.isNaN(value)) return;
          const next = { ...(brush ?? open), [end]: value };
          onBrush(axis, next.low === open.low && next.high === open.high ? undefined : next);
        };
        const field = (end: keyof Brush, word: string) => (
          <input
            // Written anew where a pointer has moved the brush.
            key={`${end} ${brush?.[end] ?? ''}`}
            className="input input-number"
            inputMode="decimal"
            aria-label={`${label} ${word}`}
            placeholder={word}
            defaultValue={shown(brush?.[end])}
            onBlur={({ target }) => change(end, target.value)}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') change(end, currentTarget.value);
            }}
          />
        );
        return (
          <div key={label} className="brush-field">
            <span className="small">
              {label} <span className="muted">{unitWords(unit)}</span>
            </span>
            {field('low', 'from')}
            {field('high', 'to')}
          </div>
        );
      })}
    </div>
  );
}

const open: Brush = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

const shown = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '' : `${Number(value.toPrecision(4))}`;
