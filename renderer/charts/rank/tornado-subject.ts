import type { SensitivityMethod } from '../../../sim-core/contract/sensitivity-method.ts';

/** Which parameters matter for a measure. A result of `sensitivity` is one. */
export interface TornadoSubject {
  /** Of the measure, such as "Active providers on 2026-04-23". */
  readonly title: string;
  /** Of the measure. */
  readonly unit: string;
  readonly method: SensitivityMethod;
  /** What `effect` and its interval are. */
  readonly effectMeans: string;
  readonly intervalMethod: string;
  readonly points: number;
  readonly factors: readonly TornadoFactor[];
  /** How much rests on values that nobody published, in a sentence. */
  readonly unsourced: { readonly sentence: string };
}

export interface TornadoFactor {
  readonly path: string;
  readonly label: string;
  /** What was tried, in words such as `250 to 1,000 USD`. */
  readonly range: string;
  /** True where the scenario's value is an assumption; its bar is hatched. */
  readonly unsourced: boolean;
  /** At least 0, but for noise: a share of the variance, a size in the unit of the measure, or a distance from 0 to 1. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly matters: boolean;
  /** Such as `mean` (of the elementary effects, whose sign is the direction) of Morris' screening. */
  readonly details: Readonly<Record<string, number>>;
  readonly sentence: string;
}
