import type { ReactElement } from 'react';
import type { CalibrateView } from '../../../../../main/api/jobs/job-result.ts';
import { fullNumber, percent } from '../../../../ui/number-format.ts';

/** How well each column is met, in the window of the fit and in the one that was held out. */
export function ScoreTable({ result: { scores } }: { readonly result: CalibrateView }): ReactElement {
  return (
    <div className="result-table">
      <table>
        <caption className="unseen">How well each column is met</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Window</th>
            <th scope="col">Figures</th>
            <th scope="col">Error</th>
            <th scope="col">Bias</th>
            <th scope="col">Error before</th>
            <th scope="col">Error of the last figure</th>
            <th scope="col">Inside what was expected</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ column, window, observations, error, bias, before, constant, insideExpected }) => (
            <tr key={`${column} ${window}`}>
              <th scope="row">{column}</th>
              <td>{window === 'fit' ? 'fitted' : 'held out'}</td>
              <td className="number">{fullNumber(observations)}</td>
              <td className="number">{percent(error)}</td>
              <td className="number">
                {bias > 0 ? '+' : ''}
                {percent(bias)}
              </td>
              <td className="number">{percent(before)}</td>
              <td className="number">{Number.isNaN(constant) ? '' : percent(constant)}</td>
              <td className="number">{percent(insideExpected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
