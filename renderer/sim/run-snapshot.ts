import type { BreakdownDescription } from '../../sim-core/contract/breakdown.ts';
import type { MetricDescription } from '../../sim-core/contract/metric.ts';
import type { BatchResult, SeedFailure, SeedResult } from '../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { Fan } from '../charts/plot-data.ts';
import type { LiveSeed } from './live-seed.ts';
import type { JudgedVerdict } from './live-verdicts.ts';

/** What to run, and for whom. */
export interface RunRequest {
  /** Id and title of the scenario. */
  readonly scenario: string;
  readonly title: string;
  readonly spec: ScenarioSpec;
  readonly seeds: readonly string[];
  /** The scenario as it was written; a run that has it is kept in the project when it is over. */
  readonly text?: string;
}

export type RunState = 'running' | 'paused' | 'done' | 'cancelled';

/** A run as it stands; a new object at most ten times a second. */
export interface RunSnapshot {
  readonly request: RunRequest;
  readonly engineId: string;
  readonly workers: number;
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
  /** Ticks on which breakdowns are sampled. */
  readonly sampleTicks: readonly number[];
  readonly state: RunState;
  /** Part of all ticks of all seeds, 0 to 1. */
  readonly progress: number;
  /** Absent until there is something to judge by, and when nothing runs. */
  readonly secondsLeft?: number;
  /** Seconds of work so far, pauses left out. */
  readonly seconds: number;
  readonly live: readonly LiveSeed[];
  /** Finished seeds, in the order of the request. */
  readonly results: readonly SeedResult[];
  readonly failures: readonly SeedFailure[];
  /** Seeds that failed, as far as they came. */
  readonly stopped: readonly LiveSeed[];
  /** How the finished seeds spread, by column of the metric; absent before the first has finished. */
  fanOf(column: number): Fan | undefined;
  /** The same of a breakdown by its place, one value for each group of each sample. */
  breakdownFanOf(place: number): Fan | undefined;
  /** Over the finished seeds. */
  readonly verdicts: readonly JudgedVerdict[];
  /** Once the run has ended: the seeds that finished. Absent if none did. */
  readonly result?: BatchResult;
}

/** Whether workers are busy with it. */
export const isOpen = ({ state }: RunSnapshot): boolean => state === 'running' || state === 'paused';
