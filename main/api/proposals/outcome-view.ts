import type { FanView } from '../jobs/job-result.ts';
import type { RecordAsked } from '../jobs/jobs-api.ts';
import type { VerifyAsked } from './verify-asked.ts';

/** Real data for the forecast of a proposal. */
export interface OutcomeAsked extends RecordAsked, VerifyAsked {
  /** ISO date on which the first day of the run came true; absent: the one that the scenario has. */
  readonly dayOne?: string;
}

/** How a forecast did against what came. */
export interface OutcomeView {
  /** Name of the file with the data. */
  readonly record: string;
  /** First day of the run, in days since 1970-01-01, after it was moved where that was asked. */
  readonly startDay: number;
  readonly ticks: number;
  readonly seeds: number;
  readonly columns: readonly OutcomeColumn[];
  /** What was handled in the file, in sentences. */
  readonly notes: readonly string[];
  /** How the scores are computed and where they are from. */
  readonly method: string;
}

/** A column of the data on the fan of its metric. */
export interface OutcomeColumn {
  readonly column: string;
  readonly metric: string;
  readonly title: string;
  readonly unit: string;
  readonly how: 'at' | 'sum' | 'mean';
  readonly standing: 'held' | 'missed';
  /** The answer in words. */
  readonly sentence: string;
  /** Of the forecast with the change, and of that without. */
  readonly scores: { readonly proposal: ForecastScoreView; readonly base: ForecastScoreView };
  /** Day by day, with the change and without. */
  readonly fans: { readonly proposal: FanView; readonly base: FanView };
  readonly observations: readonly OutcomeObservation[];
}

export interface ForecastScoreView {
  readonly observations: number;
  /** Shares inside p10 to p90 and p5 to p95. */
  readonly in80: number;
  readonly in90: number;
  /** Means, in the unit of the column. */
  readonly interval80: number;
  readonly interval90: number;
  readonly crps: number;
}

export interface OutcomeObservation {
  /** Day of the run on which it stands, 0 .. ticks - 1: the last that it covers. */
  readonly tick: number;
  readonly days: number;
  readonly value: number;
  /** Quantiles of the seeds over what it covers. */
  readonly p5: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
}
