import path from 'node:path';
import { z } from 'zod';
import { type JobAsked, jobKinds } from '../../api/jobs/experiment-asked.ts';
import type { JobResult } from '../../api/jobs/job-result.ts';
import type { JobDetail, JobView } from '../../api/jobs/jobs-api.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

/** A job as it is kept: `experiments/<id>/job.json` of a project. */
export interface KeptJob extends Omit<JobView, 'command'> {
  readonly asked: JobDetail['asked'];
}

/** Where the parts of a job stand in a project. */
export const placesOf = (project: string, id: string) => {
  const experiments = path.join(project, 'experiments');
  const folder = path.join(experiments, id);
  return {
    /** The experiment file. */
    experiment: path.join(experiments, `${id}.yaml`),
    /** Beside it: its scenario, its figures, and what came out. */
    folder,
    within: (name: string) => path.join(folder, name),
  };
};

const largest = 512 * 1024 * 1024;

const problem = z.looseObject({ code: z.string(), message: z.string() });
/** What the studio relies on; the rest was written by it. */
const kept = z.looseObject({
  format: z.literal('depin-studio/job/1'),
  id: z.string(),
  kind: z.enum(jobKinds),
  title: z.string(),
  scenario: z.string(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  startedAt: z.number(),
  results: z.number(),
  progress: z.looseObject({ runs: z.number(), of: z.number(), stored: z.number() }),
  problem: problem.optional(),
  asked: z.looseObject({ kind: z.enum(jobKinds), scenario: z.string(), experiment: z.looseObject({}) }),
});

/** Jobs that a project holds, in no order; one whose record is damaged says so. */
export async function keptJobs(files: Files, project: string): Promise<readonly KeptJob[]> {
  const ids = await files.foldersIn(path.join(project, 'experiments'));
  const read = await Promise.all(
    ids.map(async (id) => {
      const content = await files.read(placesOf(project, id).within('job.json'), largest);
      // A folder of something else.
      if (content.kind === 'missing') return [];
      const found = kept.safeParse(content.kind === 'bytes' ? jsonIn(content.bytes) : undefined);
      if (!found.success || found.data.id !== id) return damagedJob(id);
      const { format: _, ...job } = found.data;
      // `keepJob` wrote it, and the parts that decide what is done with it were just looked at.
      return [job as unknown as KeptJob];
    }),
  );
  return read.flat();
}

/** What can be said of a job without its record; resumed, it goes on from its experiment and the runs that are kept. */
function damagedJob(id: string): readonly KeptJob[] {
  const kind = jobKinds.find((each) => id.startsWith(`${each}-`));
  if (kind === undefined) return [];
  const problem = {
    code: 'job.damaged',
    message: 'The record of this job is damaged.',
    hint: `Resume it: its experiment is in experiments/${id}.yaml, and what has run is kept.`,
  };
  return [
    {
      ...{ id, kind, title: id, scenario: '', state: 'failed', problem },
      ...{ startedAt: 0, results: 0, progress: { runs: 0, of: 0, stored: 0 } },
      asked: { kind, scenario: '', experiment: { title: id, question: '', seeds: '' } },
    },
  ];
}

export async function keepJob(files: Files, project: string, job: KeptJob): Promise<void> {
  const { within } = placesOf(project, job.id);
  await files.write(
    within('job.json'),
    `${JSON.stringify({ format: 'depin-studio/job/1', ...job }, null, 2)}\n`,
  );
}

/** Numbers that there are none of are null in the file, as on their way to a page. */
export async function keepResult(
  files: Files,
  project: string,
  id: string,
  result: JobResult,
): Promise<void> {
  await files.write(placesOf(project, id).within('result.json'), `${JSON.stringify(result)}\n`);
}

/** The result that was kept; undefined where there is none, or it is damaged. */
export async function keptResult(files: Files, project: string, id: string): Promise<JobResult | undefined> {
  const content = await files.read(placesOf(project, id).within('result.json'), largest);
  const found = content.kind === 'bytes' ? jsonIn(content.bytes) : undefined;
  const isResult = typeof found === 'object' && found !== null && 'kind' in found;
  // `keepResult` wrote it whole.
  return isResult ? (found as JobResult) : undefined;
}

/** Text of a file of a job; empty where there is none. */
export async function textAt(files: Files, file: string): Promise<string> {
  const content = await files.read(file, largest);
  return content.kind === 'bytes' ? Buffer.from(content.bytes).toString('utf8') : '';
}

/** Deletes what the job wrote; its runs stay in the store. */
export async function removeJob(files: Files, project: string, id: string): Promise<void> {
  const { experiment, folder } = placesOf(project, id);
  await files.remove(experiment);
  await files.removeFolder(folder);
}

/** The next name for a job of a kind, such as `sweep-3`. */
export async function freeId(files: Files, project: string, kind: JobAsked['kind']): Promise<string> {
  const taken = await files.filesUnder(path.join(project, 'experiments'));
  const numbers = taken.map((name) =>
    Number(new RegExp(`^${kind}-(\\d+)(?:\\.yaml$|/)`).exec(name)?.[1] ?? 0),
  );
  return `${kind}-${Math.max(0, ...numbers) + 1}`;
}
