import { type ReactElement, useState } from 'react';
import type { FlipView } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { percent, quantity } from '../../../ui/number-format.ts';
import { ChosenPoint } from './chosen-point.tsx';

const ends = {
  end: 'to the end of its range',
  budget: 'as far as the runs reached',
  fails: 'until the scenario cannot be run',
  exact: 'to a percent',
  coarse: 'roughly',
} as const;

/** How far a verdict is from turning, the nearest way first. */
export function FlipResult({
  job,
  result,
}: {
  readonly job: JobView;
  readonly result: FlipView;
}): ReactElement {
  const { verdict, base, numbers, together, seeds } = result;
  const flips = numbers.filter(({ kind }) => kind === 'flips');
  const stays = numbers.filter(({ kind }) => kind === 'stays');
  const [chosen, setChosen] = useState(0);
  const nearest = flips[chosen];
  const holds = base >= 0.5;
  return (
    <div className="result">
      <p>
        <strong>{verdict.title}</strong> {holds ? 'holds' : 'does not hold'}: in {percent(base)} of {seeds}{' '}
        seeds, as the scenario stands. {verdict.rule}
      </p>
      <p className="result-said">{findingOf(result)}</p>
      {flips.length > 0 && (
        <div className="result-table">
          <table>
            <caption className="unseen">Numbers that turn the verdict, the nearest first</caption>
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">Now</th>
                <th scope="col">Turns at</th>
                <th scope="col">Change</th>
                <th scope="col">Holds there in</th>
                <th scope="col">Known</th>
              </tr>
            </thead>
            <tbody>
              {flips.map(({ path, label, unit, from, to, share, ended, direction }, i) => (
                <tr key={`${path} ${direction}`} data-chosen={i === chosen}>
                  <th scope="row">
                    <label>
                      <input type="radio" name="flip" checked={i === chosen} onChange={() => setChosen(i)} />{' '}
                      {label}
                    </label>
                  </th>
                  <td className="number">{quantity(from, unit)}</td>
                  <td className="number">{quantity(to, unit)}</td>
                  <td className="number">{changeText(from, to)}</td>
                  <td className="number">{percent(share)}</td>
                  <td>{ends[ended]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {nearest !== undefined && (
        <ChosenPoint
          scenario={job.scenario}
          point={[{ path: nearest.path, written: `${nearest.to}` }]}
          names={numbers}
          from={`Where ${verdict.title} turns, by ${job.id}.`}
        />
      )}
      {together !== undefined && (
        <p>
          Together it takes less:{' '}
          {together.moved
            .map(
              ({ label, unit, from, to }) => `${label} from ${quantity(from, unit)} to ${quantity(to, unit)}`,
            )
            .join(', ')}{' '}
          (it then holds in {percent(together.share)} of the seeds).
        </p>
      )}
      {stays.length > 0 && (
        <details>
          <summary>{new Set(stays.map(({ path }) => path)).size} numbers do not turn it alone</summary>
          <ul className="small">
            {stays.map(({ path, label, unit, to, ended, direction }) => (
              <li key={`${path} ${direction}`}>
                {label}: {direction === 'up' ? 'up' : 'down'} to {quantity(to, unit)}, {ends[ended]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function findingOf({ numbers, verdict }: FlipView): string {
  const first = numbers.find(({ kind }) => kind === 'flips');
  if (first === undefined) {
    const cut = numbers.some(({ ended }) => ended === 'budget');
    const more = cut
      ? ' The runs did not reach the ends of all ranges: allow more of them, or name fewer numbers.'
      : '';
    return `No number turns ${verdict.title} by itself, as far as was looked.${more}`;
  }
  const { label, unit, from, to } = first;
  return `The nearest way to turn it: ${label} from ${quantity(from, unit)} to ${quantity(to, unit)} (${changeText(from, to)}).`;
}

const changeText = (from: number, to: number): string => {
  if (from === 0) return `by ${Number((to - from).toPrecision(3))}`;
  const share = (to - from) / Math.abs(from);
  return `${share > 0 ? '+' : '−'}${percent(Math.abs(share))}`;
};
