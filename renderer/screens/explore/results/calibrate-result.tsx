import { type ReactElement, useEffect } from 'react';
import type { CalibrateView } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { coverageCurve } from '../../../charts/field/coverage-curve.tsx';
import { observedFan } from '../../../charts/time/observed-fan.tsx';
import { CommandButton } from '../../../state/command-button.tsx';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { useStudio } from '../../../state/studio-context.tsx';
import type { OpenForm } from '../use-form.ts';
import { backtestSentences } from './calibrate/backtest-sentences.ts';
import { FitDialog } from './calibrate/fit-dialog.tsx';
import { FittedTable } from './calibrate/fitted-table.tsx';
import { coverageOf, observedOf } from './calibrate/observed-of.ts';
import { ScoreTable } from './calibrate/score-table.tsx';

interface CalibrateResultProps {
  readonly job: JobView;
  readonly result: CalibrateView;
  readonly open: OpenForm | undefined;
}

/** A fit: the figures on what the model says, how it did on what it had not seen, the values with their intervals, and the way on. */
export function CalibrateResult({ job, result, open }: CalibrateResultProps): ReactElement {
  const { explore } = useStudio();
  const { fittedText, columns, notes, record } = result;
  const title = open?.draft.good.card.title ?? job.scenario;
  useEffect(() => {
    explore.fitted.set(
      fittedText === undefined ? undefined : { scenario: job.scenario, title, text: fittedText },
    );
    return () => explore.fitted.set(undefined);
  }, [explore, fittedText, job.scenario, title]);
  return (
    <div className="result">
      <ul className="result-sentences">
        {backtestSentences(result).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {fittedText === undefined ? (
        <p className="muted">The record tells none of these parameters, so there is nothing to apply.</p>
      ) : (
        <CommandButton command="explore.apply-fit" kind="primary" icon="add">
          Apply as new scenario
        </CommandButton>
      )}
      <FitDialog />
      <FittedTable result={result} />
      {columns.map(({ column }) => {
        const subject = observedOf(result, column);
        return subject === undefined ? null : (
          <StudioChart
            key={column}
            chart={observedFan(subject)}
            file={`${job.id}-${column}`}
            about={{ reading, quantities: [] }}
          />
        );
      })}
      <ScoreTable result={result} />
      <StudioChart
        chart={coverageCurve(coverageOf(result))}
        file={job.id}
        about={{ reading: readingOfCurve, quantities: [] }}
      />
      <ul className="result-sentences small muted">
        <li>Figures of {record}.</li>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

const reading =
  'Dots are what was observed; hollow ones the fit has not seen. The band is what nine of ten seeds of the fitted scenario say, the line their median. The strip below shows by how much the median misses each dot.';
const readingOfCurve =
  'Of a band that holds half of the seeds, half of the figures should lie inside. Below the diagonal the model is too sure of itself, above it not sure enough.';
