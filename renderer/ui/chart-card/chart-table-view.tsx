import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Cell, DataTable } from '../../charts/data-table.ts';
import { fullNumber } from '../number-format.ts';
import { shownRows } from './shown-rows.ts';

interface ChartTableViewProps {
  readonly title: string;
  readonly height: number;
  table(): DataTable;
}

const rowHeight = 27;

/** The numbers behind a chart, every digit of every row; only rows in sight are made. */
export function ChartTableView({ title, height, table: make }: ChartTableViewProps): ReactElement {
  const place = useRef<HTMLElement>(null);
  const [scrolled, setScrolled] = useState(0);
  useEffect(() => place.current?.focus(), []);
  const table = useMemo(make, [make]);
  const { from, to, above, below } = shownRows(table.rows, rowHeight, scrolled, height);
  return (
    <section
      ref={place}
      className="chart-table"
      aria-label={`Data: ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      style={{ height }}
      onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
    >
      <table aria-rowcount={table.rows + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).map((row) => (
            <tr key={row} aria-rowindex={row + 2}>
              {table.row(row).map((cell, column) =>
                column === 0 ? (
                  <th key={table.columns[column]} scope="row">
                    {cellText(cell)}
                  </th>
                ) : (
                  <td key={table.columns[column]} className={typeof cell === 'number' ? 'number' : undefined}>
                    {cellText(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </section>
  );
}

const cellText = (cell: Cell): string => (typeof cell === 'number' ? fullNumber(cell) : cell);

/** Room for rows that are out of sight. */
const Gap = ({ height }: { readonly height: number }): ReactElement => (
  <tr>
    <td className="chart-table-gap" style={{ height }} />
  </tr>
);
