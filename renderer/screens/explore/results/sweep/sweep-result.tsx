import { type ReactElement, useState } from 'react';
import type { SweepView } from '../../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../../main/api/jobs/jobs-api.ts';
import { fullNumber } from '../../../../ui/number-format.ts';
import { Segmented } from '../../../../ui/segmented.tsx';
import { ChosenPoint } from '../chosen-point.tsx';
import { ParallelBrush } from './parallel-brush.tsx';
import { SweepHeatmap } from './sweep-heatmap.tsx';
import { SweepLines } from './sweep-lines.tsx';
import { picturesFor, type SweepPicture } from './sweep-pictures.ts';

interface SweepResultProps {
  readonly job: JobView;
  readonly result: SweepView;
}

const names: Readonly<Record<SweepPicture, string>> = {
  line: 'Line',
  heatmap: 'Heatmap',
  parallel: 'All together',
};

/** A sweep in pictures: a line, a heatmap with the boundary of a verdict, or parallel coordinates; as far as it has got. */
export function SweepResult({ job, result }: SweepResultProps): ReactElement {
  const { measures, rows, cases, failures } = result;
  const pictures = picturesFor(result);
  const [wanted, setWanted] = useState<SweepPicture>();
  const picture = wanted !== undefined && pictures.includes(wanted) ? wanted : (pictures[0] ?? 'parallel');
  const firstMetric = Math.max(
    0,
    measures.findIndex(({ verdict }) => !verdict),
  );
  const [measure, setMeasure] = useState(firstMetric);
  const [row, setRow] = useState<number>();
  const chosen = row === undefined ? undefined : rows[row];
  const parts = { job, result, measure, row, onChoose: setRow };
  return (
    <div className="result">
      {rows.length < cases && (
        <p className="small muted" role="status">
          {fullNumber(rows.length)} of {fullNumber(cases)} cases so far.
        </p>
      )}
      <div className="result-bar">
        {pictures.length > 1 && (
          <Segmented
            label="Picture"
            value={picture}
            options={pictures.map((value) => ({ value, text: names[value] }))}
            onChange={setWanted}
          />
        )}
        {measures.length > 1 && picture !== 'parallel' && (
          <select
            className="input"
            aria-label="Result that is shown"
            value={measure}
            onChange={({ target }) => setMeasure(Number(target.value))}
          >
            {measures.map(({ path, label }, i) => (
              <option key={path} value={i}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
      {rows.length > 0 && picture === 'line' && <SweepLines {...parts} />}
      {rows.length > 0 && picture === 'heatmap' && <SweepHeatmap {...parts} />}
      {rows.length > 0 && picture === 'parallel' && <ParallelBrush {...parts} />}
      {chosen === undefined ? (
        <p className="small muted">Click a case, or press Enter on it, to use its values in the scenario.</p>
      ) : (
        <ChosenPoint
          scenario={job.scenario}
          point={chosen.point}
          names={result.factors}
          from={`From the case of ${job.id} in a sweep of ${result.factors.map(({ label }) => label).join(', ')}.`}
        />
      )}
      {failures.length > 0 && (
        <details className="result-failures">
          <summary>Some seeds stopped; the others of their cases are in the picture</summary>
          <ul>
            {failures.map(({ label, seed, message }) => (
              <li key={`${label} ${seed}`} className="small">
                {label}, seed {seed}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
