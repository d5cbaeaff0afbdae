import { type ReactElement, useEffect } from 'react';
import {
  mappingOf,
  RecordColumns,
  RecordSummary,
  takeRecord,
  useRecordRead,
} from '../../../state/explore/given-record.tsx';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { FileChoice, fileDrop } from '../../../ui/file-choice.tsx';
import { InPlace, problemIn } from './field.tsx';
import type { KindFormProps } from './kind-form-props.ts';

/** A CSV file, chosen or dropped, and what its columns are: guessed, and to be corrected. */
export function RecordField({ draft, choices, form, change, problems }: KindFormProps): ReactElement {
  const studio = useStudio();
  const { dropped } = studio;
  const { record, columns, dateColumn, dates } = form;
  const given = useStore(dropped);
  // A file that was dropped on the window is taken once.
  useEffect(() => {
    if (given?.name.toLowerCase().endsWith('.csv') !== true) return;
    dropped.set(undefined);
    change({ record: given, ...forgotten });
  });
  const take = (file: File): void =>
    void attempt(studio, async () => change({ record: await takeRecord(file), ...forgotten }));
  const read = useRecordRead(draft.scenario, draft.good.text, {
    ...(record === undefined ? {} : { record }),
    ...(columns === undefined ? {} : { columns }),
    ...(dateColumn === undefined ? {} : { dateColumn }),
    ...(dates === undefined ? {} : { dates }),
  });
  // What was guessed is filled in, so that the experiment says what each column is.
  useEffect(() => {
    if (read !== undefined && columns === undefined && read.columns.length > 0)
      change({ columns: mappingOf(read) });
  });
  const missing = record === undefined ? problemIn(problems, 'fit', 'data') : undefined;
  return (
    <fieldset className="explore-group" {...fileDrop(take)}>
      <legend>What was observed</legend>
      <FileChoice accept=".csv,text/csv" onChoose={take}>
        {record === undefined ? 'Choose a CSV file…' : 'Choose another…'}
      </FileChoice>
      <RecordSummary
        record={record}
        read={read}
        ask="Or drop one here. One column of dates, and a column for each figure; it stays on this computer."
      />
      {missing !== undefined && <InPlace problem={missing} />}
      <RecordColumns read={read} metrics={choices.metrics} onSay={change} />
      {read?.notes.map((note) => (
        <p key={note} className="small muted">
          {note}
        </p>
      ))}
    </fieldset>
  );
}

/** A new file is read as if nothing had been said of the one before. */
const forgotten = { columns: undefined, dateColumn: undefined, dates: undefined } as object;
