import type { ReactElement } from 'react';
import type { Series, TableParameter, TableValue } from '../../../../sim-core/contract/parameter.ts';
import { PlaceLink } from '../../../state/place-link.tsx';
import { fullNumber, shortNumber } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import type { ParameterPlace } from '../yaml/yaml-facts.ts';

interface PlaceNoteProps {
  readonly scenario: string;
  readonly place: ParameterPlace | undefined;
}

/** Where data stands, and where it can be changed. */
function PlaceNote({ scenario, place }: PlaceNoteProps): ReactElement {
  const { file, column, line } = place ?? {};
  const search = { tab: 'yaml', ...(line === undefined ? {} : { line: String(line) }) };
  return (
    <p className="small data-place">
      {file !== undefined && (
        <span className="mono muted">
          {file}
          {column !== undefined && ` · ${column}`}
        </span>
      )}
      <PlaceLink to={{ screen: 'design', scenario, search }}>Edit in YAML</PlaceLink>
    </p>
  );
}

const size = { width: 240, height: 36 } as const;

/** A quantity that changes on known days, drawn small; it is edited in the text or in its file. */
export function SeriesPreview({
  value,
  unit,
  ...place
}: PlaceNoteProps & { readonly value: Series; readonly unit: string }): ReactElement {
  const { days, values } = value;
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (day: number) => (last > first ? ((day - first) / (last - first)) * size.width : 0);
  const y = (at: number) =>
    size.height - 2 - (high > low ? (at - low) / (high - low) : 0.5) * (size.height - 4);
  const steps = values.map(
    (at, index) =>
      `${index === 0 ? 'M' : 'H'}${x(days[index] ?? first).toFixed(1)}${index === 0 ? ',' : 'V'}${y(at).toFixed(1)}`,
  );
  return (
    <div className="series-preview">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`${steps.join('')}H${size.width}`} />
      </svg>
      <p className="small muted">
        {fullNumber(values.length)} values, {isoDay(first)} to {isoDay(last)}, {shortNumber(low)} to{' '}
        {shortNumber(high)} {unit}
      </p>
      <PlaceNote {...place} />
    </div>
  );
}

const shownRows = 5;

/** The first rows of a table; it is edited in its file. */
export function TablePreview({
  value,
  declared,
  label,
  ...place
}: PlaceNoteProps & {
  readonly value: TableValue;
  readonly declared: TableParameter;
  readonly label: string;
}): ReactElement {
  const columns = Object.entries(value);
  const rows = columns[0]?.[1].length ?? 0;
  return (
    <div className="table-preview">
      <details>
        <summary>
          {rows === 1 ? '1 row' : `${fullNumber(rows)} rows`}:{' '}
          {columns.map(([name]) => declared.columns[name]?.label ?? name).join(', ')}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section className="table-scroll" aria-label={`Rows of ${label}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {columns.map(([name]) => (
                  <th key={name} scope="col">
                    {declared.columns[name]?.label ?? name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.min(rows, shownRows) }, (_, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
                <tr key={row}>
                  {columns.map(([name, cells]) => (
                    <td key={name}>{cellText(cells[row])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows > shownRows && <p className="small muted">and {fullNumber(rows - shownRows)} more</p>}
        </section>
      </details>
      <PlaceNote {...place} />
    </div>
  );
}

const cellText = (cell: string | number | undefined): string =>
  typeof cell === 'number' ? shortNumber(cell) : (cell ?? '');
