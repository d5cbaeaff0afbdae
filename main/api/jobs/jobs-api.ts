import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Nothing } from '../nothing.ts';
import type { JobAsked, JobKind, RecordGiven } from './experiment-asked.ts';
import type { JobResult } from './job-result.ts';

/**
 * Experiments that run in the studio's own process, one at a time. Each is a file `experiments/<id>.yaml` of the project, which the
 * command line runs too; its runs are kept in the project's store, so what was computed once is never computed again.
 */
export interface JobsApi {
  /** What a scenario has to be varied and measured. Throws what is wrong with its text. */
  'jobs.choices'(input: { readonly scenario: string; readonly text: string }): Promise<JobChoices>;
  /** What an experiment would cost and how it would be answered, or what is wrong with it. Nothing is kept. */
  'jobs.estimate'(input: JobAsked): Promise<JobEstimate>;
  /** Writes the experiment into the project and lines it up. Throws what is wrong with it. */
  'jobs.start'(input: JobAsked): Promise<JobView>;
  /** Those of the open project, the latest first. */
  'jobs.list'(input: Nothing): Promise<readonly JobView[]>;
  /** Throws `job.unknown`, as do those below. */
  'jobs.get'(input: JobNamed): Promise<JobDetail>;
  /** Stops it, and keeps what has run. */
  'jobs.pause'(input: JobNamed): Promise<JobView>;
  /** Lines a job that is not running up again: it goes on from what is kept. */
  'jobs.resume'(input: JobNamed): Promise<JobView>;
  'jobs.cancel'(input: JobNamed): Promise<JobView>;
  /** Deletes the job and its files; runs stay in the store. */
  'jobs.remove'(input: JobNamed): Promise<Record<string, never>>;
  /** Which columns a CSV file has and which metrics they seem to be. What cannot be read is in the answer. */
  'data.read'(input: { readonly scenario: string; readonly text: string } & RecordAsked): Promise<RecordRead>;
}

export interface JobNamed {
  readonly id: string;
}

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

export interface JobView {
  /** Such as `sweep-3`. */
  readonly id: string;
  readonly kind: JobKind;
  readonly title: string;
  readonly scenario: string;
  readonly state: JobState;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly progress: JobProgress;
  /** Counts up whenever there is a newer result to be asked for; 0: there is none. */
  readonly results: number;
  /** Why it failed, or what to know of it, such as that the studio was closed. */
  readonly problem?: Problem;
  /** What repeats it on a command line, in the project's folder. */
  readonly command: string;
}

export interface JobProgress {
  /** Runs that are over, whether simulated or found in the store. */
  readonly runs: number;
  /** Runs to make; of a search, at most. */
  readonly of: number;
  /** Found in the store. */
  readonly stored: number;
  /** Milliseconds; absent while nobody can tell. */
  readonly leftMs?: number;
}

export interface JobDetail {
  readonly job: JobView;
  /** The experiment file. */
  readonly text: string;
  /** So that the form can be filled in again. */
  readonly asked: Omit<JobAsked, 'text' | 'record'> & { readonly recordName?: string };
  /** Absent until there is any. Of a job that is not done: what is known so far. */
  readonly result?: JobResult;
}

export type JobEstimate =
  | {
      readonly ok: true;
      /** Points of the design; of a search, at most. */
      readonly cases: number;
      readonly runs: number;
      readonly stored: number;
      readonly durationMs: number;
      /** That the rest takes on the disk. */
      readonly bytes: number;
      readonly workers: number;
      /** True where fewer may do. */
      readonly atMost: boolean;
      /** The method and why it was chosen, in a sentence. */
      readonly because: string;
      /** What else to know, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A problem and the part of the experiment that it is in. */
export interface FieldProblem extends Problem {
  /** Keys from the outside in, such as `['goals', '1']`; empty where it is in no part of its own. */
  readonly field: readonly string[];
}

/** What can be varied and measured. */
export interface JobChoices {
  readonly parameters: readonly ParameterChoice[];
  readonly metrics: readonly { readonly id: string; readonly title: string; readonly unit: string }[];
  /** Those that the scenario can answer. */
  readonly verdicts: readonly { readonly id: string; readonly title: string; readonly rule: string }[];
  readonly days: number;
  /** ISO date. */
  readonly startDate: string;
}

/** A number of the scenario, or a choice. */
export type ParameterChoice = NumberChoice | OptionChoice;

export interface NumberChoice {
  readonly kind: 'number';
  /** Of a distribution its middle, such as `agents.providers.hurdle.median`. */
  readonly path: string;
  readonly label: string;
  readonly mechanism: string;
  readonly unit: string;
  readonly value: number;
  /** As declared; absent where it is declared without an end. */
  readonly min?: number;
  readonly max?: number;
  readonly integer: boolean;
  /** Half to double, inside what is declared; absent where that is no range. */
  readonly usual?: { readonly min: number; readonly max: number; readonly scale: 'linear' | 'log' };
  /** True where the value is an assumption. */
  readonly unsourced: boolean;
}

/** Which mechanism has a slot, which overlay is laid over, or a parameter with options. */
export interface OptionChoice {
  readonly kind: 'option';
  readonly path: string;
  readonly label: string;
  readonly mechanism: string;
  readonly value: string;
  readonly options: readonly string[];
}

/** A CSV file, and what a person says of it. */
export interface RecordAsked {
  readonly record: RecordGiven;
  /** Column to metric; absent: guessed from the names. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly dateColumn?: string;
  readonly dates?: string;
  readonly decimal?: string;
}

export interface RecordRead {
  /** In the order of the file; none where it cannot be read at all. */
  readonly columns: readonly RecordColumn[];
  readonly rows: number;
  /** ISO dates. */
  readonly first?: string;
  readonly last?: string;
  /** What was handled, in sentences. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export interface RecordColumn {
  readonly name: string;
  /** `date`; a metric as in an experiment file, such as `sum(supply.minted)`; empty: not used. */
  readonly is: string;
  /** The first cells. */
  readonly sample: readonly string[];
}
