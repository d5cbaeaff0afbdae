import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { JobResult } from '../../api/jobs/job-result.ts';
import type { JobState, JobView } from '../../api/jobs/jobs-api.ts';
import type { Files } from '../../ports/files.ts';
import { type Counted, countRuns } from '../experiments/count-runs.ts';
import { type KeptJob, keepJob, keepResult, placesOf } from './job-folder.ts';
import type { JobOptions, JobOutcome, PreparedJob } from './prepared-job.ts';

/** A job that this process knows. */
export interface LiveJob {
  readonly project: string;
  kept: KeptJob;
  /** What is known while it runs, made when somebody looks. */
  soFar: (() => JobResult | undefined) | undefined;
  counted: Counted | undefined;
  control: AbortController | undefined;
  /** What it is to become once its runs have stopped. */
  wanted: 'paused' | 'cancelled' | 'removed' | undefined;
}

interface QueueParts {
  readonly files: Files;
  /** Reads a job from its folder and prepares it. Throws what is wrong with it. */
  prepare(job: LiveJob): Promise<PreparedJob>;
  /** What its runs are made with. */
  optionsFor(job: LiveJob): Promise<Omit<JobOptions, 'told' | 'signal' | 'progress'>>;
  /** Called when a job that was to be removed has stopped. */
  gone(job: LiveJob): Promise<void>;
}

/** Lets jobs run one after another, in the order in which they were lined up. */
export function createJobQueue({ files, prepare, optionsFor, gone }: QueueParts) {
  const waiting: LiveJob[] = [];
  let running: LiveJob | undefined;

  const become = async (job: LiveJob, change: Partial<KeptJob>): Promise<void> => {
    const { problem: _, ...rest } = job.kept;
    job.kept = { ...rest, ...change };
    if (job.wanted !== 'removed') await keepJob(files, job.project, job.kept);
  };

  /** Keeps what there is, so that a job that stopped has something to show. */
  const keepSoFar = async (job: LiveJob): Promise<void> => {
    const result = job.soFar?.();
    job.soFar = undefined;
    if (result === undefined || job.wanted === 'removed') return;
    await keepResult(files, job.project, job.kept.id, result);
  };

  const end = async (job: LiveJob, outcome?: JobOutcome, problem?: Problem): Promise<void> => {
    const progress = job.counted?.now() ?? job.kept.progress;
    const { leftMs: _, ...over } = progress;
    if (outcome === undefined) await keepSoFar(job);
    else {
      const { within } = placesOf(job.project, job.kept.id);
      await keepResult(files, job.project, job.kept.id, outcome.result);
      for (const [name, text] of Object.entries(outcome.files ?? {})) await files.write(within(name), text);
      job.soFar = undefined;
    }
    const results = job.kept.results + (outcome === undefined ? 0 : 1);
    // A search that ended early has done all that it was to do.
    const done = outcome === undefined ? over : { ...over, of: over.runs };
    const state = outcome !== undefined ? 'done' : problem !== undefined ? 'failed' : stateAfter(job);
    await become(job, { state, results, progress: done, ...(problem === undefined ? {} : { problem }) });
  };

  const perform = async (job: LiveJob): Promise<void> => {
    const control = new AbortController();
    job.control = control;
    job.wanted = undefined;
    try {
      await become(job, { state: 'running' });
      const prepared = await prepare(job);
      const counted = countRuns(prepared.runs);
      job.counted = counted;
      const outcome = await prepared.run({
        ...(await optionsFor(job)),
        signal: control.signal,
        progress: counted,
        told(soFar) {
          job.soFar = soFar;
          job.kept = { ...job.kept, results: job.kept.results + 1 };
        },
      });
      await end(job, outcome);
    } catch (thrown) {
      if (control.signal.aborted && job.wanted !== undefined) await end(job);
      else await end(job, undefined, toProblem(thrown));
    } finally {
      job.control = undefined;
      job.counted = undefined;
      if (job.wanted === 'removed') await gone(job);
    }
  };

  /** It may have been lined up again while its runs were stopping, or while what they gave was being kept. */
  const stateAfter = ({ kept, wanted }: LiveJob): JobState =>
    kept.state === 'queued' ? 'queued' : wanted === 'paused' ? 'paused' : 'cancelled';

  const next = (): void => {
    if (running !== undefined) return;
    const job = waiting.shift();
    if (job === undefined) return;
    running = job;
    // A disk that is full even for the word that it is: the job stays as it is in memory.
    void perform(job)
      .catch((thrown: unknown) => {
        job.kept = { ...job.kept, state: 'failed', problem: toProblem(thrown) };
      })
      .finally(() => {
        running = undefined;
        next();
      });
  };

  return {
    async lineUp(job: LiveJob): Promise<void> {
      await become(job, { state: 'queued' }).catch((thrown: unknown) => {
        // It waits for nothing: the person can resume it when the disk can be written.
        job.kept = { ...job.kept, state: 'failed', problem: toProblem(thrown) };
        throw thrown;
      });
      // It was stopped while that was written.
      if (job.kept.state !== 'queued' || job.wanted === 'removed') return;
      waiting.push(job);
      next();
    },
    /** Stops a job that runs or waits. */
    async stop(job: LiveJob, wanted: 'paused' | 'cancelled' | 'removed'): Promise<void> {
      const place = waiting.indexOf(job);
      if (place >= 0) waiting.splice(place, 1);
      if (job === running) {
        job.wanted = wanted;
        job.control?.abort();
        // Seen at once: the workers take a moment to stop.
        if (wanted !== 'removed') job.kept = { ...job.kept, state: wanted };
        return;
      }
      if (wanted === 'removed') {
        job.wanted = wanted;
        await gone(job);
      } else await become(job, { state: wanted });
    },
  };
}

/** A job as pages see it. */
export function viewOf({ kept, counted }: LiveJob): JobView {
  const { asked, progress, ...view } = kept;
  const budget = kept.kind === 'optimise' && asked.budget !== undefined ? ` --budget ${asked.budget}` : '';
  return {
    ...view,
    progress: counted?.now() ?? progress,
    command: `depin-studio experiment experiments/${kept.id}.yaml${budget}`,
  };
}
