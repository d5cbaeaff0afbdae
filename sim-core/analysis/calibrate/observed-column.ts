/** What a figure says of the days that it covers: the metric on its last day, its sum over them, or its mean. */
export type Covering = (typeof coverings)[number];
export const coverings = ['at', 'sum', 'mean'] as const;

/** A figure of a record. */
export interface Observation {
  /** First day it covers, in days since 1970-01-01. */
  readonly day: number;
  /** Days it covers; 1 for what is observed on one day. */
  readonly days: number;
  readonly value: number;
  /** Line of the file it stands on. */
  readonly line: number;
}

/**
 * A column of a record that a metric of the model is held against, in the order of time. Arrays of errors have all observations of all
 * columns, one column after the other.
 */
export interface ObservedColumn {
  readonly column: string;
  readonly metric: string;
  readonly how: Covering;
  readonly observations: readonly Observation[];
}
