import type { BreakdownDescription } from '../../../sim-core/contract/breakdown.ts';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { SeedFailure, Verdict } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';

/** Runs that the open project keeps: one for each spec and engine, with the seeds that are done. */
export interface RunsApi {
  /**
   * Keeps seeds of a run that the page made, some at a time. The text has to mean the spec that was run, and every seed the digest
   * that its numbers come to; otherwise nothing is kept. Answers all seeds that are kept of it by then, so that a first call
   * without seeds says which need not be sent. Throws `run.other-engine`, `run.other-spec`, `run.other-numbers`.
   */
  'runs.keep'(input: RunToKeep): Promise<{ readonly run: string; readonly seeds: readonly string[] }>;
  /**
   * A page of the list, the latest first, from row `from`. The first page looks at the disk; the others go on with what it saw,
   * unless `revision` has changed meanwhile: then begin again.
   */
  'runs.list'(input: { readonly from: number }): Promise<RunPage>;
  /** All there is to know of one run but its numbers. Throws `run.unknown`, `result.manifest`. */
  'runs.open'(input: { readonly run: string }): Promise<OpenedRun>;
  /** The numbers of one seed, checked against its digest. Throws `run.unknown`, `run.no-seed`. */
  'runs.seed'(input: { readonly run: string; readonly seed: string }): Promise<SeedNumbers>;
  /** Writes a person's note beside a run; an empty one removes it. */
  'runs.note'(input: { readonly run: string; readonly note: string }): Promise<RunRow>;
  /** Deletes runs from the disk. */
  'runs.remove'(input: { readonly runs: readonly string[] }): Promise<{ readonly removed: number }>;
  /** Writes the tables of runs, all in one, into `exports/<name>` of the project. Throws `runs.too-much`. */
  'runs.export'(input: RunExport): Promise<{ readonly folder: string; readonly files: readonly string[] }>;
  /** Asks runs in SQL; all of the project where none are named. Throws `sql.refused`, `sql.no-results`. */
  'runs.query'(input: { readonly sql: string; readonly runs?: readonly string[] }): Promise<QueryAnswer>;
}

/** The numbers of a seed on their way: each column as base64 over float64, little-endian. */
export interface SeedNumbers {
  readonly seed: string;
  /** `sha256:…`, as the engine computed it. */
  readonly digest: string;
  readonly columns: readonly string[];
  readonly breakdowns: readonly string[];
}

export interface RunToKeep {
  /** Id of the scenario, and its text as it was run. */
  readonly scenario: string;
  readonly text: string;
  readonly engineId: string;
  /** Over the canonical JSON of the spec that was run. */
  readonly specDigest: string;
  /** Seconds that the run has taken so far. */
  readonly seconds: number;
  readonly seeds: readonly SeedNumbers[];
  readonly failures: readonly SeedFailure[];
}

/** A value of a run that its base has differently; absent where one of them lacks the mechanism. */
export interface RunChange {
  /** A parameter's path, a mechanism's id, `start` or `horizon`. */
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
}

/** A run as the list shows it. */
export interface RunRow {
  /** Name of its folder. */
  readonly run: string;
  /** Absolute. */
  readonly folder: string;
  readonly scenario: string;
  readonly title: string;
  readonly version: number;
  readonly overlays: readonly string[];
  readonly changed: readonly RunChange[];
  /** First day, as `2023-04-24`, and how many. */
  readonly startDate: string;
  readonly days: number;
  /** Median over seeds on the last day, by metric; those of a few metrics that say most. */
  readonly ends: Readonly<Record<string, number>>;
  readonly verdicts: readonly Pick<Verdict, 'id' | 'title' | 'probability' | 'low' | 'high'>[];
  /** Finished, stopped by a rule, and unreadable. */
  readonly seeds: number;
  readonly failed: number;
  readonly damaged: number;
  readonly engineId: string;
  readonly specDigest: string;
  readonly digest: string;
  /** When it was last added to, ISO 8601. */
  readonly when: string;
  /** Absent where nobody measured it. */
  readonly seconds?: number;
  readonly note: string;
  /** The studio's Run screen, an experiment or sweep, or `run --out`. */
  readonly madeBy: 'studio' | 'experiment' | 'command';
  /** What is wrong with its files; then the rest says nothing. */
  readonly problem?: Problem;
}

export interface RunPage {
  readonly revision: string;
  readonly total: number;
  /** Runs that are on the disk and have not been read yet: ask again. */
  readonly unread: number;
  readonly rows: readonly RunRow[];
}

/** A run with all that is needed to repeat it and to draw it again. */
export interface OpenedRun {
  readonly row: RunRow;
  /** A line for a shell; absent where the run cannot be told in one. */
  readonly command?: string;
  readonly seeds: readonly { readonly seed: string; readonly digest: string }[];
  readonly failures: readonly SeedFailure[];
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
  readonly verdicts: readonly Verdict[];
  /** In words, with where each value comes from. */
  readonly parameters: readonly {
    readonly path: string;
    readonly label: string;
    readonly shown: string;
    readonly origin: string;
  }[];
  readonly spec: ScenarioSpec;
  /** The scenario's text as it was run; absent where the run was not made in the studio. */
  readonly text?: string;
}

export const runTableFormats = ['csv', 'parquet', 'json', 'arrow'] as const;

export interface RunExport {
  readonly runs: readonly string[];
  /** Of the folder in `exports`. */
  readonly name: string;
  readonly formats: readonly (typeof runTableFormats)[number][];
  /** A column a metric, or a row a value. */
  readonly layout: 'wide' | 'tidy';
  /** Whether `dictionary.csv` goes with it: what every column is. */
  readonly dictionary: boolean;
}

export type QueryValue = string | number | boolean | null;

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
  /** True where there are more rows than are answered. */
  readonly more: boolean;
  /** Runs that were asked, and those whose files could not be. */
  readonly asked: number;
  readonly leftOut: number;
  readonly seconds: number;
}
