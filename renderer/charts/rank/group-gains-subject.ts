import type { Interval } from '../interval.ts';

/** Who gains and who loses in another scenario. One entry of `gains` of a comparison, with the names of the two. */
export interface GroupGainsSubject {
  /** Name of the base, and of the scenario held against it. */
  readonly base: string;
  readonly other: string;
  /** What divides the agents: `region`, `class` or `cohort`. */
  readonly by: string;
  readonly quantity: { readonly title: string; readonly unit: string; readonly definition: string };
  readonly groups: readonly GroupGain[];
}

export interface GroupGain {
  /** Such as `Germany` or `year 2`. */
  readonly group: string;
  /** Mean over seeds in the base. */
  readonly base: number;
  /** Of (other - base), seed by seed. */
  readonly difference: { readonly mean: number; readonly interval?: Interval; readonly pairs: number };
  /** Units of the group in the base, if known. */
  readonly agents?: number;
}
