import type { ReactElement } from 'react';
import type { ForkView } from '../../../../main/api/proposals/proposals-api.ts';

/** Theirs beside ours: what differs, what turns, and every number that is claimed. */
export function ForkResult({ fork }: { readonly fork: ForkView }): ReactElement {
  const { differences, sentences, outcomes } = fork;
  return (
    <div className="verify-part">
      <ul className="fork-sentences">
        {differences.map(({ path, label, theirs, here, as }) => (
          <li key={path}>
            {label}: {theirs} in theirs, <strong>{here}</strong> here (
            {as === 'proposed' ? 'proposed otherwise' : 'assumed with and without the change'}).
          </li>
        ))}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table className="fork-table" aria-label="Outcomes beside theirs">
        <thead>
          <tr>
            <th scope="col">What is claimed</th>
            <th scope="col">
              <span className="unseen">Number</span>
            </th>
            <th scope="col" className="number">
              Theirs
            </th>
            <th scope="col" className="number">
              Here
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.flatMap(({ what, unit, numbers, theirs, here, reproduced }) =>
            numbers.map((number, nth) => (
              <tr key={`${what} ${number}`} className={nth === 0 ? 'fork-first' : undefined}>
                {nth === 0 && (
                  <th scope="rowgroup" rowSpan={numbers.length}>
                    {what}
                    {unit !== undefined && <span className="small muted"> {unit}</span>}
                    {!reproduced && <span className="small"> Their text says otherwise.</span>}
                  </th>
                )}
                <td className="small muted">{number}</td>
                <td className="number">{theirs[nth]}</td>
                <td className="number">
                  {theirs[nth] === here[nth] ? here[nth] : <strong>{here[nth]}</strong>}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
