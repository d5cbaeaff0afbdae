import { queryOptions } from '@tanstack/react-query';
import type { JobAsked, RecordGiven } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobView, RecordAsked } from '../../../main/api/jobs/jobs-api.ts';
import type { Client } from '../../client/client.ts';
import { numbersBack } from './numbers-back.ts';

/** What a text of a scenario has to be varied and measured. */
export const jobChoices = (client: Client, scenario: string, text: string) =>
  queryOptions({
    queryKey: ['job-choices', scenario, text],
    queryFn: () => client.call('jobs.choices', { scenario, text }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** A long record is known by the object that holds it: each file that is given, or given again, has a number. */
const recordNumbers = new WeakMap<RecordGiven, number>();
let recordsGiven = 0;

function numberOf(record: RecordGiven): number {
  const number = recordNumbers.get(record) ?? ++recordsGiven;
  recordNumbers.set(record, number);
  return number;
}

/** What an experiment would cost. */
export const jobEstimate = (client: Client, asked: JobAsked) => {
  const { record, ...rest } = asked;
  return queryOptions({
    queryKey: ['job-estimate', rest, record && numberOf(record)],
    queryFn: () => client.call('jobs.estimate', asked),
    gcTime: 60_000,
  });
};

/** A job with what is known of its result; asked for anew whenever there is more. */
export const jobDetail = (client: Client, { id, results, state }: JobView) =>
  queryOptions({
    queryKey: ['job', id, results, state],
    async queryFn() {
      const detail = await client.call('jobs.get', { id });
      return detail.result === undefined ? detail : { ...detail, result: numbersBack(detail.result) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });

/** A CSV file as it is read for a scenario. While the person says what its columns are, the answer before stays; another file's does not. */
export const recordRead = (client: Client, scenario: string, text: string, asked: RecordAsked) => {
  const { record, ...rest } = asked;
  const number = numberOf(record);
  return queryOptions({
    queryKey: ['record', number, scenario, text, rest],
    queryFn: () => client.call('data.read', { scenario, text, ...asked }),
    gcTime: 60_000,
    placeholderData: (before, query) => (query?.queryKey[1] === number ? before : undefined),
  });
};
