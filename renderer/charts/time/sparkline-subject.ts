import type { Interval } from '../interval.ts';
import type { Fan, Span } from '../plot-data.ts';

/** How it stands with one number now: the course, the last value, how it differs from a base, and what a verdict says. */
export interface SparklineSubject {
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly span: Span;
  readonly fan: Fan;
  /** Difference of the last value from a base, in the same unit, with its 95 % interval. */
  readonly delta?: { readonly base: string; readonly mean: number; readonly interval?: Interval };
  readonly verdict?: { readonly word: 'pass' | 'watch' | 'fail'; readonly rule: string };
}
