import type { MetricDescription } from '../../sim-core/contract/metric.ts';
import type { BatchResult, SeedFailure, SeedResult, Verdict } from '../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { Fan } from '../charts/plot-data.ts';
import type { LiveSeed } from './live-seed.ts';

/** What to run, and for whom. */
export interface RunRequest {
  /** Id and title of the scenario. */
  readonly scenario: string;
  readonly title: string;
  readonly spec: ScenarioSpec;
  readonly seeds: readonly string[];
}

export type RunState = 'running' | 'paused' | 'done' | 'cancelled';

/** A run as it stands; a new object at most ten times a second. */
export interface RunSnapshot {
  readonly request: RunRequest;
  readonly engineId: string;
  readonly workers: number;
  readonly metrics: readonly MetricDescription[];
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
  /** How the finished seeds spread, by column of the metric; absent before the first has finished. */
  fanOf(column: number): Fan | undefined;
  /** Over the finished seeds. */
  readonly verdicts: readonly Verdict[];
  /** Once the run has ended: the seeds that finished. Absent if none did. */
  readonly result?: BatchResult;
}

/** Whether workers are busy with it. */
export const isOpen = ({ state }: RunSnapshot): boolean => state === 'running' || state === 'paused';
