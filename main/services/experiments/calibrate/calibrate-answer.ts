import type { Covering } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import type { Residual } from '../../../../sim-core/analysis/calibrate/residuals.ts';
import type { Score } from '../../../../sim-core/analysis/calibrate/score.ts';
import type { FittedCoordinate } from '../../../../sim-core/analysis/calibrate/uncertainty.ts';

/** A parameter after the fit. */
export interface FittedParameter {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** What the scenario has; NaN where that is no number. */
  readonly from: number;
  /** The range that was searched. */
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** 95 %; an open end is that of the range, and says nothing of what lies beyond. */
  readonly low: number;
  readonly high: number;
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  readonly told: FittedCoordinate['told'];
}

/** A column of the record, and what it was held against. */
export interface HeldColumn {
  readonly column: string;
  readonly metric: string;
  readonly title: string;
  readonly unit: string;
  readonly how: Covering;
  /** Errors are ratios, or differences as shares of the mean size. */
  readonly scale: 'ratio' | 'difference';
}

export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/** What a calibration came to. */
export interface CalibrateAnswer {
  readonly scenario: string;
  readonly record: string;
  readonly columns: readonly HeldColumn[];
  readonly fit: DayRange;
  readonly heldOut: DayRange | undefined;
  readonly parameters: readonly FittedParameter[];
  /** Pairs of which the record tells a combination better than each: the correlation of their errors. */
  readonly together: readonly { readonly paths: readonly [string, string]; readonly correlation: number }[];
  /** Root of the mean squared error of what was fitted: on the seeds of the search, and on fresh ones. */
  readonly misfit: { readonly own: number; readonly fresh: number };
  readonly scores: readonly Score[];
  readonly residuals: readonly Residual[];
  readonly seeds: readonly string[];
  readonly checkSeeds: readonly string[];
  readonly points: number;
  readonly runs: number;
  /** What was handled in the record, in sentences. */
  readonly notes: readonly string[];
}

/** How far a calibration is, for a bar or a screen: told after each batch of points. */
export interface CalibrateProgress {
  readonly stage: 'search' | 'slopes' | 'check';
  readonly points: number;
  readonly of: number;
  /** The best so far: root of the mean squared error, and the values. */
  readonly best?: {
    readonly error: number;
    readonly values: readonly { readonly path: string; readonly value: number }[];
  };
}
