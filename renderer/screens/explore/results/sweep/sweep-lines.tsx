import type { ReactElement } from 'react';
import type { SweepView } from '../../../../../main/api/jobs/job-result.ts';
import { responseLine } from '../../../../charts/field/response-line.tsx';
import { responseOf } from '../../../../charts/field/swept-subjects.ts';
import { StudioChart } from '../../../../state/studio-chart.tsx';
import { type SweepPictureProps, writtenAt } from './sweep-pictures.ts';

/** What each parameter does to the measure, one line a parameter. */
export function SweepLines({ job, result, measure, row, onChoose }: SweepPictureProps): ReactElement {
  const named = result.measures[measure];
  if (named === undefined) return <p>Nothing was measured.</p>;
  return (
    <>
      {result.factors.map((factor) => {
        const places = rowsOf(result, factor.path);
        const cases = places.flatMap((place) => result.rows[place] ?? []);
        const subject = responseOf(cases, factor, { ...named, cell: measure }, factor.scale);
        const selected = places.indexOf(row ?? -1);
        return (
          <StudioChart
            key={factor.path}
            chart={responseLine(subject)}
            file={`${job.id}-${factor.path}`}
            about={{ reading, quantities: [] }}
            onChoose={(item) => onChoose(places[item] ?? 0)}
            {...(selected < 0 ? {} : { selected })}
          />
        );
      })}
    </>
  );
}

const reading =
  'Each dot is a case: the median of its seeds for a metric, the share of seeds for a verdict. The band holds 9 in 10 seeds, or the 95 % interval of the share. The dashed line marks the value that the scenario has.';

/** Rows that vary this parameter, in rising order of its value: as the chart has its points. */
function rowsOf({ rows, factors }: SweepView, path: string): readonly number[] {
  const alone = factors.length === 1;
  const value = (place: number): number =>
    Number.parseFloat(writtenAt(rows[place] ?? { point: [] }, path) ?? '');
  return rows
    .map((_, place) => place)
    .filter((place) => alone || writtenAt(rows[place] ?? { point: [] }, path) !== undefined)
    .filter((place) => !Number.isNaN(value(place)))
    .sort((a, b) => value(a) - value(b));
}
