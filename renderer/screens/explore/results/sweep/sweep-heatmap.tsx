import { type ReactElement, useState } from 'react';
import { heatmap } from '../../../../charts/field/heatmap.tsx';
import { heatmapOf } from '../../../../charts/field/swept-subjects.ts';
import { StudioChart } from '../../../../state/studio-chart.tsx';
import { type SweepPictureProps, writtenAt } from './sweep-pictures.ts';

/** A measure over two parameters, with the boundary of a verdict where one was measured. */
export function SweepHeatmap({ job, result, measure, row, onChoose }: SweepPictureProps): ReactElement {
  const { measures, factors, rows } = result;
  const [first, second] = factors;
  const verdicts = measures.flatMap((each, cell) => (each.verdict ? [{ ...each, cell }] : []));
  const [wanted, setWanted] = useState(verdicts[0]?.cell ?? -1);
  const named = measures[measure];
  if (first === undefined || second === undefined || named === undefined) return <p>Nothing was measured.</p>;
  const verdict = verdicts.find(({ cell }) => cell === wanted);
  const subject = heatmapOf(rows, [first, second], { ...named, cell: measure }, verdict);
  const { x, y } = subject;
  const cellOf = (place: number): number => {
    const its = rows[place] ?? { point: [] };
    const column = x.values.indexOf(writtenAt(its, first.path) ?? first.base ?? '');
    return y.values.indexOf(writtenAt(its, second.path) ?? second.base ?? '') * x.values.length + column;
  };
  return (
    <StudioChart
      chart={heatmap(subject)}
      file={job.id}
      about={{ reading, quantities: [] }}
      controls={
        verdicts.length > 1 ? (
          <select
            className="input"
            aria-label="Verdict whose boundary is drawn"
            value={wanted}
            onChange={({ target }) => setWanted(Number(target.value))}
          >
            {verdicts.map(({ path, label, cell }) => (
              <option key={path} value={cell}>
                {label}
              </option>
            ))}
          </select>
        ) : undefined
      }
      onChoose={(item) => {
        const place = rows.findIndex((_, index) => cellOf(index) === item);
        if (place >= 0) onChoose(place);
      }}
      {...(row === undefined ? {} : { selected: cellOf(row) })}
    />
  );
}

const reading =
  'Each cell is a case; its colour is the median of its seeds. The line is where the verdict holds in half of the seeds. Arrow keys go from cell to cell.';
