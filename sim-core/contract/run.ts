import type { BreakdownDescription } from './breakdown.ts';
import type { Problem } from './errors.ts';
import type { MetricDescription } from './metric.ts';

/** What the kernel yields after each tick. The same object every time: copy what you keep. */
export interface Moment {
  /** Ticks done. */
  readonly done: number;
  readonly ticks: number;
  /** One column per metric; rows 0 .. done-1 are filled. */
  readonly columns: readonly Float64Array[];
  /** The whole state as bytes, from which `run` goes on to the same digest. */
  checkpoint(): Uint8Array;
}

/** One seed, simulated to the end. */
export interface SeedResult {
  /** Seed text; ranges such as 1..20 are texts '1' to '20'. */
  readonly seed: string;
  /** One per metric, `ticks` long. */
  readonly columns: readonly Float64Array[];
  /** One per breakdown, samples x groups: all groups of the first sample, then of the second. */
  readonly breakdowns: readonly Float64Array[];
  /** `sha256:` and 64 hexadecimal digits, over the canonical bytes of columns and breakdowns. */
  readonly digest: string;
}

/** A seed that stopped; the other seeds go on. */
export interface SeedFailure {
  readonly seed: string;
  readonly problem: Problem;
}

/** New rows of one seed, sent while it runs, at most ten times a second. */
export interface Frame {
  readonly seed: string;
  /** First row in `columns`. */
  readonly from: number;
  /** Ticks done so far. */
  readonly done: number;
  readonly ticks: number;
  readonly columns: readonly Float64Array[];
}

/** A verdict over seeds: how often its rule held, with a 95 % Wilson interval. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  /** The rule in words. */
  readonly rule: string;
  readonly source: string;
  readonly held: number;
  readonly of: number;
  readonly probability: number;
  readonly low: number;
  readonly high: number;
}

/** All seeds of one spec, folded in seed order. */
export interface BatchResult {
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
  /** Ticks on which breakdowns were sampled. */
  readonly sampleTicks: readonly number[];
  readonly startDay: number;
  readonly ticks: number;
  readonly seeds: readonly SeedResult[];
  readonly failures: readonly SeedFailure[];
  readonly verdicts: readonly Verdict[];
  /** Over the digests of the seeds, in seed order. */
  readonly digest: string;
}
