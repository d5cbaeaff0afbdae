import type { SensitivityMethod } from '../../../sim-core/contract/sensitivity-method.ts';

/**
 * What came of a job, or what is known of it so far; plain data. Over a door that speaks JSON a number that there is none of (NaN)
 * travels as null.
 */
export type JobResult =
  | SweepView
  | SensitivityView
  | SensitivitySoFar
  | OptimiseView
  | OptimiseSoFar
  | CalibrateView
  | CalibrateSoFar
  | FlipView;

/** A value to try, as after `--set`. */
export interface TrialView {
  readonly path: string;
  readonly written: string;
}

/** Something varied or measured, as people call it. */
export interface NamedView {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
}

export interface SweepView {
  readonly kind: 'sweep';
  readonly factors: readonly (NamedView & {
    /** As the scenario has it, spelled as the sweep spells its values. */
    readonly base?: string;
    readonly scale: 'linear' | 'log';
  })[];
  /** `path` is the measure as written. */
  readonly measures: readonly (NamedView & { readonly verdict: boolean })[];
  /** Cases of the whole design; those that are over are in `rows`, in the order of the design. */
  readonly cases: number;
  readonly rows: readonly SweepRowView[];
  /** The first seeds that stopped; the others of their cases are in the rows. */
  readonly failures: readonly { readonly label: string; readonly seed: string; readonly message: string }[];
}

export interface SweepRowView {
  readonly point: readonly TrialView[];
  readonly finished: number;
  readonly failed: number;
  /** In the order of the measures. */
  readonly cells: readonly MeasuredView[];
}

export type MeasuredView =
  | { readonly kind: 'metric'; readonly p5: number; readonly p50: number; readonly p95: number }
  | {
      readonly kind: 'verdict';
      readonly held: number;
      readonly probability: number;
      readonly low: number;
      readonly high: number;
    };

export interface SensitivityView {
  readonly kind: 'sensitivity';
  /** As written. */
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly method: SensitivityMethod;
  readonly because: string;
  readonly effectMeans: string;
  readonly intervalMethod: string;
  readonly points: number;
  /** Of these, how many are in: fewer while it runs. */
  readonly pointsDone: number;
  readonly asItIs: number;
  readonly mean: number;
  readonly deviation: number;
  /** The greatest effect first. */
  readonly factors: readonly FactorView[];
  readonly unsourced: { readonly sentence: string };
  /** Whether parameters act together or each by itself, in a sentence. */
  readonly interaction: string;
  /** Points without a value. */
  readonly without: readonly { readonly points: number; readonly message: string }[];
  readonly leftOut: readonly { readonly path: string; readonly because: string }[];
}

/** Before there is enough for effects. */
export interface SensitivitySoFar {
  readonly kind: 'sensitivity-so-far';
  readonly points: number;
  readonly pointsDone: number;
}

export interface FactorView {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** What was tried, in words. */
  readonly range: string;
  readonly unsourced: boolean;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly matters: boolean;
  readonly details: Readonly<Record<string, number>>;
  readonly sentence: string;
}

export interface OptimiseView {
  readonly kind: 'optimise';
  readonly goals: readonly GoalView[];
  readonly constraints: readonly string[];
  /** Bounds on what a goal measures too: the part of the plane beyond is out. */
  readonly limits: readonly GoalLimit[];
  readonly parameters: readonly NamedView[];
  readonly asItIs: CandidateView;
  /** The best of the first goal before all. */
  readonly front: readonly CandidateView[];
  readonly found: number;
  /** True where no candidate keeps to the constraints. */
  readonly infeasible: boolean;
  readonly candidates: number;
  readonly seeds: number;
  readonly checkSeeds: number;
}

export interface GoalView {
  readonly written: string;
  readonly sense: 'maximise' | 'minimise';
  readonly unit: string;
}

export interface GoalLimit {
  /** Index of the goal. */
  readonly goal: number;
  readonly keep: 'below' | 'above';
  readonly value: number;
  readonly written: string;
}

export interface CandidateView {
  readonly point: readonly TrialView[];
  readonly goals: readonly {
    readonly value: number;
    readonly interval?: { readonly low: number; readonly high: number };
  }[];
  readonly constraints: readonly { readonly value: number; readonly kept: boolean }[];
  readonly holds: boolean;
}

/** Candidates on the seeds of the search, before the check on fresh ones. */
export interface OptimiseSoFar {
  readonly kind: 'optimise-so-far';
  readonly goals: readonly GoalView[];
  readonly constraints: readonly string[];
  readonly limits: readonly GoalLimit[];
  readonly candidates: readonly {
    readonly point: readonly TrialView[];
    readonly goals: readonly number[];
    readonly feasible: boolean;
  }[];
}

export interface CalibrateView {
  readonly kind: 'calibrate';
  readonly record: string;
  readonly columns: readonly {
    readonly column: string;
    readonly metric: string;
    readonly title: string;
    readonly unit: string;
    readonly how: 'at' | 'sum' | 'mean';
    readonly scale: 'ratio' | 'difference';
  }[];
  readonly fit: DayRangeView;
  readonly heldOut?: DayRangeView;
  readonly parameters: readonly {
    readonly path: string;
    readonly label: string;
    readonly unit: string;
    readonly from: number;
    readonly min: number;
    readonly max: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly openBelow: boolean;
    readonly openAbove: boolean;
    readonly told: 'known' | 'nothing' | 'tied';
  }[];
  readonly together: readonly { readonly paths: readonly string[]; readonly correlation: number }[];
  readonly scores: readonly {
    readonly column: string;
    readonly window: 'fit' | 'held-out';
    readonly observations: number;
    readonly error: number;
    readonly bias: number;
    readonly before: number;
    readonly constant: number;
    readonly insideSeeds: number;
    readonly insideExpected: number;
  }[];
  readonly residuals: readonly ResidualView[];
  /** What the fitted scenario says day by day, a fan for each column. */
  readonly fans: readonly FanView[];
  readonly startDay: number;
  readonly ticks: number;
  readonly seeds: number;
  readonly points: number;
  readonly notes: readonly string[];
  /** The scenario's text with what was fitted; absent where the record tells no parameter. */
  readonly fittedText?: string;
}

export interface DayRangeView {
  readonly first: string;
  readonly last: string;
}

export interface ResidualView {
  readonly column: string;
  /** First day, in days since 1970-01-01, and how many it covers. */
  readonly day: number;
  readonly days: number;
  readonly value: number;
  readonly window: 'fit' | 'held-out';
  readonly modelled: number;
  readonly error: number;
  readonly seeds: { readonly low: number; readonly high: number };
  readonly expected: { readonly low: number; readonly high: number };
}

/** Quantiles over seeds, one value a day. */
export interface FanView {
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly median: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

export interface CalibrateSoFar {
  readonly kind: 'calibrate-so-far';
  readonly stage: 'search' | 'slopes' | 'check';
  readonly points: number;
  readonly of: number;
  readonly best?: {
    readonly error: number;
    readonly values: readonly (NamedView & { readonly value: number })[];
  };
}

export interface FlipView {
  readonly kind: 'flip';
  readonly verdict: { readonly id: string; readonly title: string; readonly rule: string };
  readonly seeds: number;
  /** Share of seeds in which it holds as the scenario is. */
  readonly base: number;
  /** Those that turn it first, the nearest before all. */
  readonly numbers: readonly {
    readonly path: string;
    readonly label: string;
    readonly unit: string;
    readonly from: number;
    readonly to: number;
    readonly direction: 'up' | 'down';
    readonly kind: 'flips' | 'stays';
    readonly distance: number;
    readonly share: number;
    readonly ended: 'end' | 'budget' | 'fails' | 'exact' | 'coarse';
  }[];
  readonly together?: {
    readonly distance: number;
    readonly share: number;
    readonly moved: readonly (NamedView & { readonly from: number; readonly to: number })[];
  };
  readonly points: number;
}
