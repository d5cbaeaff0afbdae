import type { ReactElement } from 'react';
import type { OptimiseSoFar } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { pareto } from '../../../charts/field/pareto.tsx';
import type { ParetoCandidate } from '../../../charts/field/pareto-subject.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { fullNumber, quantity } from '../../../ui/number-format.ts';
import { frontOf } from './optimise/front-of.ts';

/** Candidates that a search has tried until now, on its own seeds: they may owe something to luck there. */
export function SearchSoFar({
  job,
  result,
}: {
  readonly job: JobView;
  readonly result: OptimiseSoFar;
}): ReactElement {
  const { goals, candidates, constraints, limits } = result;
  const [x, y] = goals;
  const front = frontOf(goals, candidates);
  const best = front[0];
  const candidate = (each: OptimiseSoFar['candidates'][number], i: number): ParetoCandidate => ({
    label: `Candidate ${i + 1}`,
    x: { value: each.goals[0] ?? Number.NaN },
    y: { value: each.goals[1] ?? Number.NaN },
    feasible: each.feasible,
    onFront: front.includes(each),
  });
  const none = {
    label: 'as it is',
    x: { value: Number.NaN },
    y: { value: Number.NaN },
    feasible: false,
    onFront: false,
  };
  return (
    <div className="result">
      <p className="small muted" role="status">
        {fullNumber(candidates.length)} candidates so far, {fullNumber(front.length)} of them better somewhere
        than every other. They are checked on fresh seeds at the end.
      </p>
      {x !== undefined && y !== undefined && (
        <StudioChart
          chart={pareto({
            ...{ x, y, constraints, asItIs: none },
            candidates: candidates.map(candidate),
            limits: limits.flatMap(({ goal, ...limit }) =>
              goal > 1 ? [] : [{ ...limit, axis: goal === 0 ? ('x' as const) : ('y' as const) }],
            ),
          })}
          file={job.id}
        />
      )}
      {x !== undefined && y === undefined && best !== undefined && (
        <p>
          The best so far: {x.written} is {quantity(best.goals[0] ?? Number.NaN, x.unit)}.
        </p>
      )}
    </div>
  );
}
