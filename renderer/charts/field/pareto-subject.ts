import type { Interval } from '../interval.ts';

/** What can be had of two goals together. */
export interface ParetoSubject {
  readonly x: ParetoGoal;
  readonly y: ParetoGoal;
  readonly candidates: readonly ParetoCandidate[];
  /** The scenario as it is. */
  readonly asItIs: ParetoCandidate;
  /** As they were written. */
  readonly constraints: readonly string[];
  /** Constraints on what an axis shows: the part of the plane beyond is shaded. */
  readonly limits: readonly ParetoLimit[];
}

export interface ParetoGoal {
  /** As written, such as `median of providers.active@36mo`. */
  readonly written: string;
  readonly sense: 'maximise' | 'minimise';
  readonly unit: string;
}

export interface ParetoCandidate {
  /** What differs from the scenario, in words; each has its own. */
  readonly label: string;
  readonly x: { readonly value: number; readonly interval?: Interval };
  readonly y: { readonly value: number; readonly interval?: Interval };
  /** Keeps to all constraints on the seeds of the check. */
  readonly feasible: boolean;
  /** None of the others is better in one goal and as good in the other. */
  readonly onFront: boolean;
}

export interface ParetoLimit {
  readonly axis: 'x' | 'y';
  /** Which side is kept to. */
  readonly keep: 'below' | 'above';
  readonly value: number;
  readonly written: string;
}
