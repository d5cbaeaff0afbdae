import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Problem, StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { JobAsked } from '../../api/jobs/experiment-asked.ts';
import type { JobDetail, JobEstimate, JobView } from '../../api/jobs/jobs-api.ts';
import type { Files } from '../../ports/files.ts';
import { createMemory } from '../create-memory.ts';
import { createTurns } from '../create-turns.ts';
import { readExperiment } from '../experiments/read-experiment.ts';
import { openRunStore, type RunStore } from '../experiments/run-store.ts';
import type { Installation } from '../installation.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import { Refusal } from '../refusal.ts';
import { engineId } from '../studio-info.ts';
import { forForms } from './for-forms.ts';
import { createJobCost } from './job-cost.ts';
import { freeId, type KeptJob, keptJobs, keptResult, placesOf, removeJob, textAt } from './job-folder.ts';
import { createJobQueue, type LiveJob, viewOf } from './job-queue.ts';
import { jobScenarios } from './job-scenarios.ts';
import { prepareJob } from './prepare-job.ts';
import type { PreparedJob } from './prepared-job.ts';
import { experimentText, recordFile } from './write-experiment.ts';

export interface JobKeeperParts {
  readonly files: Files;
  readonly installation: Installation;
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
}

/** The jobs of the projects that were opened: what they ask, how far they are, and what came of them. */
export function createJobKeeper({ files, installation, projects, ownCode }: JobKeeperParts) {
  const scenarios = jobScenarios({ files, installation, ownCode });
  const costOf = createJobCost(installation);
  const known = createMemory<Map<string, LiveJob>>();
  const stores = createMemory<RunStore>();
  const inTurn = createTurns();

  const storeOf = (project: string): Promise<RunStore> =>
    stores(project, async () => {
      const id = await engineId(files, installation);
      return await openRunStore(files, { folder: path.join(project, 'runs'), engineId: id });
    });

  const queue = createJobQueue({
    files,
    prepare: async ({ project, kept: { id, kind, asked } }) => {
      const { experiment, within } = placesOf(project, id);
      const [base, shelf] = [await scenarios.kept(project, id), await scenarios.overlays(project)];
      const read = readExperiment(`experiments/${id}.yaml`, await textAt(files, experiment), base, shelf);
      const { budget, recordName } = asked;
      const record =
        recordName === undefined ? {} : { record: await textAt(files, within(recordFile(recordName))) };
      return await prepareJob[kind]({
        ...{ ...read, installation, ...record },
        ...(budget === undefined ? {} : { budget }),
      });
    },
    optionsFor: async ({ project }) => ({
      installation,
      store: await storeOf(project),
      workers: availableParallelism(),
    }),
    gone: async ({ project, kept: { id } }) => {
      (await jobsOf(project)).delete(id);
      await removeJob(files, project, id);
    },
  });

  const load = async (project: string): Promise<Map<string, LiveJob>> =>
    new Map((await keptJobs(files, project)).map((kept) => [kept.id, liveJob(project, interrupted(kept))]));
  const jobsOf = (project: string): Promise<Map<string, LiveJob>> => known(project, () => load(project));
  const find = async (id: string): Promise<LiveJob> => {
    const job = (await jobsOf(await projects.folder())).get(id);
    if (job !== undefined) return job;
    throw new StudioError({
      code: 'job.unknown',
      message: `The project has no job ${id}.`,
      hint: 'It may have been removed in another window.',
    });
  };

  /** As it would be prepared from its files. */
  const prepareAsked = async (project: string, asked: JobAsked, text: string): Promise<PreparedJob> => {
    const [base, shelf] = [
      await scenarios.given(project, asked.scenario, asked.text),
      await scenarios.overlays(project),
    ];
    const read = readExperiment(fileLabel, text, base, shelf);
    return await prepareJob[asked.kind]({
      ...{ ...read, installation },
      ...(asked.budget === undefined ? {} : { budget: asked.budget }),
      ...(asked.record === undefined ? {} : { record: asked.record.text }),
    });
  };

  /** Writes the files of a job under the next name that is free, and lines it up. */
  const begin = async (project: string, asked: JobAsked, runs: number): Promise<JobView> => {
    const id = await freeId(files, project, asked.kind);
    const { kind, scenario, experiment, budget, record } = asked;
    const { within, experiment: file } = placesOf(project, id);
    await scenarios.keep(project, id, scenario, asked.text);
    if (record !== undefined) await files.write(within(recordFile(record.name)), record.text);
    await files.write(file, experimentText(id, asked));
    const job = liveJob(project, {
      ...{ id, kind, scenario, title: experiment.title, state: 'queued', startedAt: Date.now(), results: 0 },
      progress: { runs: 0, of: runs, stored: 0 },
      asked: {
        ...{ kind, scenario, experiment },
        ...(budget === undefined ? {} : { budget }),
        ...(record === undefined ? {} : { recordName: record.name }),
      },
    });
    (await jobsOf(project)).set(id, job);
    await queue.lineUp(job);
    return viewOf(job);
  };

  return {
    scenarios,
    async estimate(asked: JobAsked): Promise<JobEstimate> {
      const project = await projects.folder();
      const text = experimentText(unsaved, asked);
      try {
        return await costOf(await prepareAsked(project, asked, text), await storeOf(project));
      } catch (thrown) {
        if (!(thrown instanceof StudioError)) throw thrown;
        const problems: readonly Problem[] =
          thrown instanceof Refusal ? thrown.problems : [toProblem(thrown)];
        return {
          ok: false,
          problems: problems.map((problem) => forForms(asked.kind, fileLabel, text, problem)),
        };
      }
    },
    async start(asked: JobAsked): Promise<JobView> {
      const project = await projects.folder();
      const { runs } = await prepareAsked(project, asked, experimentText(unsaved, asked));
      // Two that begin at once would find the same name free, and the second would write over the first.
      return await inTurn(() => begin(project, asked, runs));
    },
    async list(): Promise<readonly JobView[]> {
      const jobs = await jobsOf(await projects.folder());
      return [...jobs.values()].map(viewOf).sort((a, b) => b.startedAt - a.startedAt);
    },
    async get(id: string): Promise<JobDetail> {
      const job = await find(id);
      const { project, kept, soFar } = job;
      const result = soFar?.() ?? (await keptResult(files, project, id));
      return {
        job: viewOf(job),
        text: await textAt(files, placesOf(project, id).experiment),
        asked: kept.asked,
        ...(result === undefined ? {} : { result }),
      };
    },
    async pause(id: string): Promise<JobView> {
      const job = await find(id);
      if (['running', 'queued'].includes(job.kept.state)) await queue.stop(job, 'paused');
      return viewOf(job);
    },
    async resume(id: string): Promise<JobView> {
      const job = await find(id);
      // One that is still stopping is lined up behind itself.
      if (!['running', 'queued', 'done'].includes(job.kept.state)) await queue.lineUp(job);
      return viewOf(job);
    },
    async cancel(id: string): Promise<JobView> {
      const job = await find(id);
      if (!['done', 'failed', 'cancelled'].includes(job.kept.state)) await queue.stop(job, 'cancelled');
      return viewOf(job);
    },
    async remove(id: string): Promise<Record<string, never>> {
      const job = await find(id);
      (await jobsOf(job.project)).delete(id);
      await queue.stop(job, 'removed');
      return {};
    },
  };
}

const unsaved = 'unsaved';
const fileLabel = `experiments/${unsaved}.yaml`;

const liveJob = (project: string, kept: KeptJob): LiveJob => ({
  ...{ project, kept, soFar: undefined, counted: undefined, control: undefined, wanted: undefined },
});

/** A job that ran or waited when the studio was closed: it goes on when the person says so. */
function interrupted(kept: KeptJob): KeptJob {
  if (kept.state !== 'running' && kept.state !== 'queued') return kept;
  const problem = {
    code: 'job.interrupted',
    message: 'The studio was closed before it was over.',
    hint: 'Resume it: what has run is kept, and it goes on from there.',
  };
  return { ...kept, state: 'paused', problem };
}
