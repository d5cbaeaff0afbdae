import type { Problem } from '../../../../sim-core/contract/errors.ts';
import type { SensitivityMethod } from '../../../../sim-core/contract/sensitivity-method.ts';
import type { LeftOut } from './tried-factor.ts';

/** What a sensitivity analysis found; plain data, the same for a table, a file and a page. */
export interface SensitivityResult {
  readonly scenario: string;
  /** As it was written. */
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly method: SensitivityMethod;
  /** Why this method, in a sentence. */
  readonly because: string;
  /** What `effect` and `interval` of each factor are. */
  readonly effectMeans: string;
  readonly intervalMethod: string;
  readonly points: number;
  readonly runs: number;
  readonly seeds: readonly string[];
  /** Seed of the design and of the bootstrap. */
  readonly designSeed: string;
  /** The measure of the scenario as it is, over the seeds. */
  readonly asItIs: number;
  /** Mean and standard deviation of the measure over the points. */
  readonly mean: number;
  readonly deviation: number;
  /** The greatest effect first. */
  readonly factors: readonly FactorResult[];
  readonly unsourced: UnsourcedResult;
  /** Points without a value: refused, failed, or without a number. */
  readonly without: readonly PointWithout[];
  readonly leftOut: readonly LeftOut[];
}

export interface FactorResult {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly range: string;
  readonly unsourced: boolean;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** False where it may be left as it is: a small share, a small size, a distance that may be chance. */
  readonly matters: boolean;
  /** What else the method gives, by name: `alone`, `mean`, `spread`, `passing` … */
  readonly details: Readonly<Record<string, number>>;
  readonly sentence: string;
}

/** How much rests on values that nobody published. */
export interface UnsourcedResult {
  readonly factors: number;
  readonly of: number;
  /** Shares of the variance; absent where the method gives none. */
  readonly alone?: number;
  readonly total?: number;
  readonly low?: number;
  readonly high?: number;
  readonly sentence: string;
}

/** Points that fared alike. */
export interface PointWithout {
  readonly points: number;
  readonly problem: Problem;
}
