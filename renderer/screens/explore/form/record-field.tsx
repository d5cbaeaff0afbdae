import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type DragEvent, type ReactElement, useEffect, useId } from 'react';
import type { RecordColumn } from '../../../../main/api/jobs/jobs-api.ts';
import { recordRead } from '../../../state/explore/job-queries.ts';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { ColumnTable } from '../../../ui/column-table/column-table.tsx';
import { fullNumber } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { InPlace, problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';

/** A CSV file, chosen or dropped, and what its columns are: guessed, and to be corrected. */
export function RecordField({ draft, choices, form, change, problems }: KindFormProps): ReactElement {
  const studio = useStudio();
  const { client, dropped } = studio;
  const id = useId();
  const { record, columns, dateColumn, dates } = form;
  const given = useStore(dropped);
  // A file that was dropped on the window is taken once.
  useEffect(() => {
    if (given?.name.toLowerCase().endsWith('.csv') !== true) return;
    dropped.set(undefined);
    change({ record: given, ...forgotten });
  });
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    void attempt(studio, async () =>
      change({ record: { name: file.name, text: await file.text() }, ...forgotten }),
    );
  };
  const asked = {
    record: record ?? { name: '', text: '' },
    ...(columns === undefined ? {} : { columns }),
    ...(dateColumn === undefined ? {} : { dateColumn }),
    ...(dates === undefined ? {} : { dates }),
  };
  const { data: read } = useQuery({
    ...recordRead(client, draft.scenario, draft.good.text, asked),
    enabled: record !== undefined,
    placeholderData: keepPreviousData,
  });
  // What was guessed is filled in, so that the experiment says what each column is.
  useEffect(() => {
    if (read !== undefined && record !== undefined && columns === undefined && read.columns.length > 0)
      change({ columns: mappingOf(read.columns) });
  });
  const missing = record === undefined ? problemIn(problems, 'fit', 'data') : undefined;
  return (
    <fieldset
      className="explore-group record-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer.files[0]);
      }}
    >
      <legend>What was observed</legend>
      <label className="button record-choose" htmlFor={id}>
        {record === undefined ? 'Choose a CSV file…' : 'Choose another…'}
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => take(target.files?.[0])}
      />
      <p className="small muted">
        {record === undefined
          ? 'Or drop one here. One column of dates, and a column for each figure; it stays on this computer.'
          : `${record.name}${read === undefined ? '' : `: ${fullNumber(read.rows)} rows`}${
              read?.first === undefined ? '' : `, ${read.first} to ${read.last}`
            }`}
      </p>
      {missing !== undefined && <InPlace problem={missing} />}
      {record !== undefined && read !== undefined && read.columns.length > 0 && (
        <ColumnTable
          columns={read.columns}
          metrics={choices.metrics}
          onMap={(name, is) => {
            const mapped = { ...mappingOf(read.columns), [name]: is };
            change(is === 'date' ? { columns: mapped, dateColumn: name } : { columns: mapped });
          }}
        />
      )}
      {record !== undefined &&
        read?.problems.map((problem) => <ProblemNote key={problem.message} problem={problem} />)}
      {record !== undefined &&
        read?.notes.map((note) => (
          <p key={note} className="small muted">
            {note}
          </p>
        ))}
    </fieldset>
  );
}

/** A new file is read as if nothing had been said of the one before. */
const forgotten = { columns: undefined, dateColumn: undefined, dates: undefined } as object;

const mappingOf = (columns: readonly RecordColumn[]): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map(({ name, is }) => [name, is]));
