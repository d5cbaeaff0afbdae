import type { ReactElement } from 'react';
import type { CalibrateView } from '../../../../../main/api/jobs/job-result.ts';
import { bareQuantity, quantity } from '../../../../ui/number-format.ts';

const told = {
  known: 'told by the record',
  nothing: 'the record says nothing on it',
  tied: 'only together with another',
} as const;

/** The fitted values with their intervals, beside what the scenario had. */
export function FittedTable({ result: { parameters } }: { readonly result: CalibrateView }): ReactElement {
  return (
    <div className="result-table">
      <table>
        <caption className="unseen">Fitted parameters</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Before</th>
            <th scope="col">Fitted</th>
            <th scope="col">95 % interval</th>
            <th scope="col">Searched</th>
            <th scope="col">Known</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(
            ({ path, label, unit, from, value, low, high, min, max, openBelow, openAbove, ...each }) => (
              <tr key={path}>
                <th scope="row">{label}</th>
                <td className="number">{quantity(from, unit)}</td>
                <td className="number">
                  <strong>{quantity(value, unit)}</strong>
                </td>
                <td className="number">
                  {openBelow ? '≤ ' : ''}
                  {bareQuantity(low, unit)} to {openAbove ? '≥ ' : ''}
                  {bareQuantity(high, unit)}
                </td>
                <td className="number">
                  {bareQuantity(min, unit)} to {bareQuantity(max, unit)}
                </td>
                <td>{openBelow && openAbove ? 'hardly: both ends are open' : told[each.told]}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
