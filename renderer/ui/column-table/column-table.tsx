import type { ReactElement } from 'react';
import './column-table.css';

interface ColumnTableProps {
  /** Of a file, with what each is: `date`, a metric such as `sum(supply.minted)`, or nothing. */
  readonly columns: readonly {
    readonly name: string;
    readonly is: string;
    readonly sample: readonly string[];
  }[];
  readonly metrics: readonly { readonly id: string; readonly title: string }[];
  onMap(column: string, is: string): void;
}

const ways = [
  { value: 'at', text: 'on that day' },
  { value: 'sum', text: 'summed up to the next row' },
  { value: 'mean', text: 'mean up to the next row' },
];

/** The columns of a file, and what each is of the model. */
export function ColumnTable({ columns, metrics, onMap }: ColumnTableProps): ReactElement {
  return (
    <table className="column-table">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Is</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, is, sample }) => {
          const { how, metric } = partsOf(is);
          return (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className="small muted column-sample">{sample.join(', ')} …</span>
              </th>
              <td>
                <select
                  className="input"
                  aria-label={`${name} is`}
                  value={metric}
                  onChange={({ target }) => onMap(name, spelled(how, target.value))}
                >
                  <option value="">not used</option>
                  <option value="date">the date</option>
                  {metrics.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title} ({id})
                    </option>
                  ))}
                </select>
                {metric !== '' && metric !== 'date' && (
                  <select
                    className="input"
                    aria-label={`${name} stands for`}
                    value={how}
                    onChange={({ target }) => onMap(name, spelled(target.value, metric))}
                  >
                    {ways.map(({ value, text }) => (
                      <option key={value} value={value}>
                        {text}
                      </option>
                    ))}
                  </select>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `sum(supply.minted)` is a metric and what a figure says of the days that it covers. */
function partsOf(is: string): { readonly how: string; readonly metric: string } {
  const [, how, metric] = /^(sum|mean)\((.*)\)$/.exec(is) ?? [];
  return how === undefined ? { how: 'at', metric: is } : { how, metric: metric ?? '' };
}

const spelled = (how: string, metric: string): string =>
  metric === '' || metric === 'date' || how === 'at' ? metric : `${how}(${metric})`;
