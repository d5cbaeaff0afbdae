import { type ReactElement, useState } from 'react';
import type { OptimiseView } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { pareto } from '../../../charts/field/pareto.tsx';
import { paretoOf } from '../../../charts/field/pareto-of.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { fullNumber } from '../../../ui/number-format.ts';
import { ChosenPoint } from './chosen-point.tsx';
import { CandidateTable } from './optimise/candidate-table.tsx';
import { whyThisPoint } from './optimise/why-this-point.ts';

/** What can be had: a scatter of two goals, every candidate in a table, and why one is worth having. */
export function OptimiseResult({
  job,
  result,
}: {
  readonly job: JobView;
  readonly result: OptimiseView;
}): ReactElement {
  const [chosen, setChosen] = useState(0);
  const [axes, setAxes] = useState<readonly [number, number]>([0, 1]);
  const { goals, front, infeasible, found, candidates, checkSeeds, parameters } = result;
  const subject = paretoOf(result, axes);
  const point = front[chosen];
  return (
    <div className="result">
      {infeasible && (
        <p className="explore-wrong" role="status">
          No candidate keeps to all constraints: these miss them least. Loosen a constraint, or allow wider
          ranges.
        </p>
      )}
      <p className="small muted">
        {fullNumber(candidates)} candidates were tried, {fullNumber(found)} found good;{' '}
        {fullNumber(front.length)} of them were run again on {fullNumber(checkSeeds)} seeds that the search
        had not seen.
      </p>
      {subject !== undefined && (
        <StudioChart
          chart={pareto(subject)}
          file={job.id}
          about={{ reading, quantities: [] }}
          selected={chosen}
          onChoose={(item) => {
            if (item < front.length) setChosen(item);
          }}
          controls={goals.length > 2 ? <GoalAxes goals={goals} axes={axes} onChange={setAxes} /> : undefined}
        />
      )}
      <CandidateTable result={result} chosen={chosen} onChoose={setChosen} />
      {point !== undefined && (
        <ChosenPoint
          scenario={job.scenario}
          point={point.point}
          names={parameters}
          from={`Found by ${job.id}, a search to ${goals.map(({ sense, written }) => `${sense} ${written}`).join(' and ')}.`}
        >
          <div>
            <h3>Why this point</h3>
            <ul className="result-sentences">
              {whyThisPoint(result, chosen).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        </ChosenPoint>
      )}
    </div>
  );
}

const reading =
  'Each dot is a candidate on seeds that the search had not seen; whiskers are 95 % intervals. Filled dots keep to every constraint. The line joins those that no other beats in both goals.';

interface GoalAxesProps {
  readonly goals: OptimiseView['goals'];
  readonly axes: readonly [number, number];
  onChange(axes: readonly [number, number]): void;
}

const GoalAxes = ({ goals, axes: [x, y], onChange }: GoalAxesProps): ReactElement => {
  const select = (label: string, value: number, set: (next: number) => void) => (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ target }) => set(Number(target.value))}
    >
      {goals.map(({ written }, i) => (
        <option key={written} value={i}>
          {written}
        </option>
      ))}
    </select>
  );
  return (
    <>
      {select('Goal across', x, (next) => onChange([next, next === y ? x : y]))}
      {select('Goal upward', y, (next) => onChange([next === x ? y : x, next]))}
    </>
  );
};
