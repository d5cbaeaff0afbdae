import { type ReactElement, useState } from 'react';
import {
  type GivenRecord,
  RecordColumns,
  RecordSummary,
  takeRecord,
  useRecordRead,
} from '../../../state/explore/given-record.tsx';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FileChoice, fileDrop } from '../../../ui/file-choice.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TaskProgress } from '../task-progress.tsx';
import { OutcomeResult } from './outcome-result.tsx';
import { PanelHead } from './panel-head.tsx';
import { useBaseChoices } from './use-base-choices.ts';

/** After the vote: a file with what came, on the forecast that the proposal made. */
export function OutcomePanel(): ReactElement {
  const studio = useStudio();
  const { proposals } = studio;
  const task = useStore(proposals.judging);
  const [given, setGiven] = useState<GivenRecord>({});
  const [dayOne, setDayOne] = useState('');
  const { scenario, text, choices } = useBaseChoices();
  const read = useRecordRead(scenario, text, given);
  const { record } = given;
  const take = (file: File): void =>
    void attempt(studio, async () => setGiven({ record: await takeRecord(file) }));
  const start = (): void => {
    if (record === undefined) return;
    void attempt(studio, async () => {
      await proposals.fetchGiven();
      await proposals.judge({ ...given, record, ...(dayOne === '' ? {} : { dayOne }) });
    });
  };
  return (
    <section className="verify-panel" aria-label="After the vote" {...fileDrop(take)}>
      <PanelHead
        text="After the vote: did the forecast hold?"
        onClose={() => proposals.beside.set(undefined)}
      />
      <RecordSummary
        record={record}
        read={read}
        ask="Choose or drop a CSV file of what came: a column of dates, and a column for each figure. It stays on this computer."
      />
      <div className="outcome-form">
        <FileChoice accept=".csv,text/csv" onChoose={take}>
          {record === undefined ? 'Choose a CSV file…' : 'Choose another…'}
        </FileChoice>
        <label className="field">
          First day of the forecast came true on
          <input
            className="input"
            type="date"
            value={dayOne}
            onChange={({ target }) => setDayOne(target.value)}
          />
        </label>
        <Button
          kind="primary"
          icon="play"
          disabled={record === undefined || task?.state === 'running'}
          onClick={start}
        >
          Hold against the forecast
        </Button>
      </div>
      <RecordColumns
        read={read}
        metrics={choices?.metrics ?? []}
        onSay={(said) => setGiven({ ...given, ...said })}
      />
      {task?.state === 'running' && <TaskProgress task={task} label="Progress of the forecast" />}
      {task?.problem !== undefined && <ProblemNote problem={task.problem} />}
      {task?.outcome !== undefined && <OutcomeResult outcome={task.outcome} />}
    </section>
  );
}
