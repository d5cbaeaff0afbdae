import type { Span } from '../plot-data.ts';

/** Amounts a day, one a tick; NaN where there is none. */
export interface FlowOverTime {
  /** Direct label, such as "minted" or "burned for credits". */
  readonly label: string;
  readonly values: Float64Array;
}

/** What comes in and what goes out each day; the net line is their difference. */
export interface SourcesAndSinksSubject {
  /** What flows, such as "Tokens". */
  readonly title: string;
  readonly definition: string;
  /** Of the amounts, such as `token/day`. */
  readonly unit: string;
  readonly span: Span;
  /** Stacked upwards; at most three are told apart, the rest is drawn as one. */
  readonly sources: readonly FlowOverTime[];
  /** Stacked downwards, given as amounts above zero. */
  readonly sinks: readonly FlowOverTime[];
}
