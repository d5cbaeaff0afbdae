import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { chartTable } from '../../charts/chart-table.ts';
import { finding } from '../../charts/finding.ts';
import type { ChartSubject } from '../../charts/plot-data.ts';
import { fullNumber } from '../../ui/number-format.ts';

interface ChartDataTableProps {
  readonly subject: ChartSubject;
  onClose(): void;
}

/** Rows that a page can show without becoming slow. */
const most = 400;

/** The numbers behind a chart. Of a long run every few days; Copy data and Save CSV have every day. */
export function ChartDataTable({ subject, onClose }: ChartDataTableProps): ReactElement {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const table = chartTable(subject);
  const stride = Math.max(1, Math.ceil(table.days / most));
  const rows = Array.from({ length: Math.ceil(table.days / stride) }, (_, index) => index * stride);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' && event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <section
      ref={place}
      className="chart-table"
      aria-label={`Data: ${finding(subject)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table>
        {stride > 1 && <caption>One day in {stride}; Save CSV has every day.</caption>}
        <thead>
          <tr>
            <th scope="col">Date</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{table.date(row)}</th>
              {table.values(row).map((value, column) => (
                <td key={table.columns[column]}>{fullNumber(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
