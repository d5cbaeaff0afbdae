import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type DragEvent, type ReactElement, useId, useState } from 'react';
import type { RecordAsked } from '../../../../main/api/jobs/jobs-api.ts';
import { jobChoices, recordRead } from '../../../state/explore/job-queries.ts';
import { attempt } from '../../../state/perform.ts';
import { baseOf } from '../../../state/proposals/base-of.ts';
import { openedScenario } from '../../../state/scenario-queries.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ColumnTable } from '../../../ui/column-table/column-table.tsx';
import { fullNumber } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TaskProgress } from '../task-progress.tsx';
import { OutcomeResult } from './outcome-result.tsx';
import { PanelHead } from './panel-head.tsx';

type Record_ = RecordAsked['record'];

/** After the vote: a file with what came, on the forecast that the proposal made. */
export function OutcomePanel(): ReactElement {
  const studio = useStudio();
  const { proposals, client } = studio;
  const text = useStore(proposals.given);
  const task = useStore(proposals.judging);
  const [record, setRecord] = useState<Record_>();
  const [columns, setColumns] = useState<RecordAsked['columns']>();
  const [dayOne, setDayOne] = useState('');
  const id = useId();
  const base = baseOf(text);
  const { data: scenario } = useQuery({
    ...openedScenario(client, base ?? ''),
    enabled: base !== undefined,
    retry: false,
  });
  const whole = scenario?.text ?? '';
  const known = scenario !== undefined;
  const { data: choices } = useQuery({ ...jobChoices(client, base ?? '', whole), enabled: known });
  const mapped = columns === undefined ? {} : { columns };
  const { data: read } = useQuery({
    ...recordRead(client, base ?? '', whole, { record: record ?? { name: '', text: '' }, ...mapped }),
    enabled: known && record !== undefined,
    placeholderData: keepPreviousData,
  });
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    void attempt(studio, async () => {
      setRecord({ name: file.name, text: await file.text() });
      setColumns(undefined);
    });
  };
  const start = (): void => {
    if (record === undefined) return;
    void attempt(studio, async () => {
      await proposals.fetchGiven();
      await proposals.judge({ record, ...mapped, ...(dayOne === '' ? {} : { dayOne }) });
    });
  };
  return (
    <section
      className="verify-panel"
      aria-label="After the vote"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer.files[0]);
      }}
    >
      <PanelHead
        text="After the vote: did the forecast hold?"
        onClose={() => proposals.beside.set(undefined)}
      />
      <p className="small muted">
        {record === undefined
          ? 'Choose or drop a CSV file of what came: a column of dates, and a column for each figure. It stays on this computer.'
          : `${record.name}${read === undefined ? '' : `: ${fullNumber(read.rows)} rows`}${
              read?.first === undefined ? '' : `, ${read.first} to ${read.last}`
            }`}
      </p>
      <div className="outcome-form">
        <label className="button button-plain outcome-choose" htmlFor={id}>
          {record === undefined ? 'Choose a CSV file…' : 'Choose another…'}
        </label>
        <input
          id={id}
          className="unseen"
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => take(target.files?.[0])}
        />
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
      {read !== undefined && read.columns.length > 0 && (
        <ColumnTable
          columns={read.columns}
          metrics={choices?.metrics ?? []}
          onMap={(name, is) =>
            setColumns({
              ...Object.fromEntries(read.columns.map((column) => [column.name, column.is])),
              [name]: is,
            })
          }
        />
      )}
      {record !== undefined &&
        read?.problems.map((problem) => <ProblemNote key={problem.message} problem={problem} />)}
      {task?.state === 'running' && <TaskProgress task={task} label="Progress of the forecast" />}
      {task?.problem !== undefined && <ProblemNote problem={task.problem} />}
      {task?.outcome !== undefined && <OutcomeResult outcome={task.outcome} />}
    </section>
  );
}
