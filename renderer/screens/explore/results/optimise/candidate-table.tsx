import type { ReactElement } from 'react';
import type { CandidateView, OptimiseView } from '../../../../../main/api/jobs/job-result.ts';
import { bareQuantity, quantity } from '../../../../ui/number-format.ts';
import { valueText } from '../chosen-point.tsx';

interface CandidateTableProps {
  readonly result: OptimiseView;
  readonly chosen: number;
  onChoose(index: number): void;
}

/** Every candidate that was checked, and the scenario as it is. */
export function CandidateTable({ result, chosen, onChoose }: CandidateTableProps): ReactElement {
  const { goals, parameters, front, asItIs } = result;
  return (
    <div className="result-table">
      <table>
        <caption className="unseen">Candidates, checked on fresh seeds</caption>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            {goals.map(({ written, sense }) => (
              <th key={written} scope="col">
                {sense} {written}
              </th>
            ))}
            {parameters.map(({ path, label }) => (
              <th key={path} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Keeps to all</th>
          </tr>
        </thead>
        <tbody>
          {front.map((candidate, i) => (
            <Row
              key={JSON.stringify(candidate.point)}
              result={result}
              candidate={candidate}
              chosen={i === chosen}
            >
              <label>
                <input type="radio" name="candidate" checked={i === chosen} onChange={() => onChoose(i)} />{' '}
                {i + 1}
              </label>
            </Row>
          ))}
          <Row result={result} candidate={asItIs} chosen={false}>
            as it is
          </Row>
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly result: OptimiseView;
  readonly candidate: CandidateView;
  readonly chosen: boolean;
  readonly children: ReactElement | string;
}

function Row({ result: { goals, parameters }, candidate, chosen, children }: RowProps): ReactElement {
  const { point, constraints } = candidate;
  const kept = constraints.every((each) => each.kept);
  return (
    <tr data-chosen={chosen}>
      <th scope="row">{children}</th>
      {goals.map(({ written, unit }, i) => {
        const { value = Number.NaN, interval } = candidate.goals[i] ?? {};
        return (
          <td key={written} className="number">
            {quantity(value, unit)}
            {interval !== undefined && (
              <span className="small muted result-interval">
                {bareQuantity(interval.low, unit)} to {bareQuantity(interval.high, unit)}
              </span>
            )}
          </td>
        );
      })}
      {parameters.map(({ path, unit }) => {
        const written = point.find((trial) => trial.path === path)?.written;
        return (
          <td key={path} className="number">
            {written === undefined ? '' : valueText(written, unit)}
          </td>
        );
      })}
      <td>{constraints.length === 0 ? 'none asked' : kept ? '✓ yes' : '✕ no'}</td>
    </tr>
  );
}
