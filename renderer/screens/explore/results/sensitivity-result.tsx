import { type ReactElement, useState } from 'react';
import type { SensitivityView } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { tornado } from '../../../charts/rank/tornado.tsx';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { fullNumber, quantity } from '../../../ui/number-format.ts';

interface SensitivityResultProps {
  readonly job: JobView;
  readonly result: SensitivityView;
  readonly partial: boolean;
}

/** What matters: a tornado with intervals, and in sentences what it says and what it cannot. */
export function SensitivityResult({ job, result, partial }: SensitivityResultProps): ReactElement {
  const [chosen, setChosen] = useState<number>();
  const { factors, unsourced, interaction, because, asItIs, mean, deviation, unit, title } = result;
  const factor = chosen === undefined ? undefined : [...factors].sort((a, b) => b.effect - a.effect)[chosen];
  return (
    <div className="result">
      {partial && (
        <p className="small muted" role="status">
          {fullNumber(result.pointsDone)} of {fullNumber(result.points)} points so far: effects and their
          order may still change.
        </p>
      )}
      <StudioChart
        chart={tornado(result)}
        file={job.id}
        about={{
          reading: `Bars are ${result.effectMeans}. Whiskers are 95 % intervals (${result.intervalMethod}). Hatched bars rest on assumptions that nobody published.`,
          quantities: [],
        }}
        onChoose={setChosen}
        {...(chosen === undefined ? {} : { selected: chosen })}
      />
      {factor !== undefined && (
        <p className="result-said">
          <strong>{factor.label}</strong> ({factor.range}): {factor.sentence}
        </p>
      )}
      <ul className="result-sentences">
        <li>{interaction}</li>
        <li>{unsourced.sentence}</li>
        <li>
          {title} is {quantity(asItIs, unit)} as the scenario stands, and {quantity(mean, unit)} on average
          over the points, give or take {quantity(deviation, unit)}.
        </li>
        <li className="muted">{because}</li>
        {result.without.map(({ points, message }) => (
          <li key={message} className="muted">
            {points} {points === 1 ? 'point has' : 'points have'} no value: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
