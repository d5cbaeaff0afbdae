import type { Verdict } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { TableColumn } from '../../../sim-core/results/tables/result-table.ts';

/** A file of a table, and how DuckDB reads it. */
export type TableFile =
  | { readonly kind: 'parquet'; readonly file: string }
  | { readonly kind: 'csv'; readonly file: string; readonly columns: readonly TableColumn[] };

/** What a result brings to the database. */
export interface ResultSource {
  readonly run: string;
  readonly folder: string;
  readonly digest: string;
  readonly scenario: { readonly id: string; readonly version: number; readonly title: string };
  readonly overlays: readonly string[];
  readonly complete: boolean;
  /** How many seeds finished, and how many failed. */
  readonly finished: number;
  readonly failed: number;
  readonly engineId: string;
  readonly specDigest: string;
  readonly startedAt?: string;
  readonly durationMs?: number;
  readonly command?: string;
  readonly verdicts: readonly Verdict[];
  readonly spec: ScenarioSpec;
  readonly metrics: TableFile;
  readonly breakdowns: TableFile;
}
