import type { Measure } from '../measure.ts';

/** How the numbers of seeds become one. */
export type Statistic =
  | { readonly kind: 'mean' }
  /** 0.5 is the median, 0 the least. */
  | { readonly kind: 'quantile'; readonly p: number };

/** What is to be as large, or as small, as can be. */
export interface Goal {
  readonly sense: 'maximise' | 'minimise';
  readonly statistic: Statistic;
  readonly measure: Measure;
  /** The part of the sentence that names it, such as `median of providers.active@36mo`. */
  readonly written: string;
}

/** What has to hold whatever the goals say. */
export interface Constraint {
  readonly measure: Measure;
  /** Absent for a verdict, which holds or does not. */
  readonly bound?: Bound;
  /** In at least this share of seeds; absent: for the mean over seeds. */
  readonly probability?: number;
  readonly written: string;
}

export interface Bound {
  readonly comparison: '<' | '<=' | '>' | '>=';
  /** In the unit of the measure; what was written in percent is a share. */
  readonly limit: number;
  /** As written behind the number, to be held against the measure's; absent where there was none, or percent. */
  readonly unit?: string;
}

export interface Goals {
  readonly goals: readonly Goal[];
  readonly constraints: readonly Constraint[];
}

/** Whether a number keeps to a bound; not where there is no number. */
export function keeps(value: number, { comparison, limit }: Bound): boolean {
  switch (comparison) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}
