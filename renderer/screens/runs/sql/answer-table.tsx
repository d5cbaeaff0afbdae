import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import type { QueryAnswer, QueryValue } from '../../../../main/api/runs/runs-api.ts';
import { fullNumber } from '../../../ui/number-format.ts';

/** Px, as in runs.css. */
const rowHeight = 28;

/** What a question came to; only the rows in sight are drawn. */
export function AnswerTable({ answer }: { readonly answer: QueryAnswer }): ReactElement {
  const { columns, rows } = answer;
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="runs-answer" ref={scroller} aria-label="Answer" tabIndex={0}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Space height={before} />}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map((column, at) => (
                <Cell key={column} value={rows[index]?.[at] ?? null} />
              ))}
            </tr>
          ))}
          {after > 0 && <Space height={after} />}
        </tbody>
      </table>
    </section>
  );
}

const Space = ({ height }: { readonly height: number }): ReactElement => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of no content, which nobody can focus
  <tr aria-hidden="true" className="runs-space">
    <td style={{ height }} />
  </tr>
);

function Cell({ value }: { readonly value: QueryValue }): ReactElement {
  if (value === null) return <td className="muted">–</td>;
  if (typeof value === 'number') return <td className="runs-number">{fullNumber(value)}</td>;
  return <td title={`${value}`}>{`${value}`}</td>;
}
