import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RecordGiven } from '../../../main/api/jobs/experiment-asked.ts';
import type { RecordAsked, RecordRead } from '../../../main/api/jobs/jobs-api.ts';
import { ColumnTable } from '../../ui/column-table/column-table.tsx';
import { fullNumber } from '../../ui/number-format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useStudio } from '../studio-context.tsx';
import { recordRead } from './job-queries.ts';

/** A CSV file that a person gave, and what they said of it. */
export type GivenRecord = Partial<RecordAsked>;

const none: RecordGiven = { name: '', text: '' };

/** What is in it, read for a scenario; undefined while none is given, or nobody has answered. */
export function useRecordRead(scenario: string, text: string, given: GivenRecord): RecordRead | undefined {
  const { client } = useStudio();
  const { data } = useQuery({
    ...recordRead(client, scenario, text, { ...given, record: given.record ?? none }),
    enabled: given.record !== undefined && text !== '',
  });
  return given.record === undefined ? undefined : data;
}

export const takeRecord = async (file: File): Promise<RecordGiven> => ({
  name: file.name,
  text: await file.text(),
});

interface RecordSummaryProps {
  readonly record: RecordGiven | undefined;
  readonly read: RecordRead | undefined;
  /** Said while none is given. */
  readonly ask: string;
}

/** Which file it is, and what it spans. */
export function RecordSummary({ record, read, ask }: RecordSummaryProps): ReactElement {
  const rows = read === undefined ? '' : `: ${fullNumber(read.rows)} rows`;
  const span = read?.first === undefined ? '' : `, ${read.first} to ${read.last}`;
  return <p className="small muted">{record === undefined ? ask : `${record.name}${rows}${span}`}</p>;
}

interface RecordColumnsProps {
  readonly read: RecordRead | undefined;
  readonly metrics: Parameters<typeof ColumnTable>[0]['metrics'];
  onSay(said: Pick<RecordAsked, 'columns' | 'dateColumn'>): void;
}

/** Its columns with what each is, to be corrected, and what is wrong with it. */
export function RecordColumns({ read, metrics, onSay }: RecordColumnsProps): ReactElement | null {
  if (read === undefined) return null;
  const { columns, problems } = read;
  return (
    <>
      {columns.length > 0 && (
        <ColumnTable
          columns={columns}
          metrics={metrics}
          onMap={(name, is) =>
            onSay({
              columns: { ...mappingOf(read), [name]: is },
              ...(is === 'date' ? { dateColumn: name } : {}),
            })
          }
        />
      )}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} />
      ))}
    </>
  );
}

/** Column to what it is, as it was read. */
export const mappingOf = ({ columns }: RecordRead): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map(({ name, is }) => [name, is]));
