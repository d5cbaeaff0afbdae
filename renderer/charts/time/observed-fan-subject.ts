import type { Fan, Span } from '../plot-data.ts';

/** What was observed beside what the seeds of a model say. */
export interface ObservedFanSubject {
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly span: Span;
  readonly fan: Fan;
  readonly observed: readonly Observation[];
  /** Where the observations are from. */
  readonly source: string;
}

export interface Observation {
  /** Day of the run, 0 .. ticks - 1; one observation a day. */
  readonly tick: number;
  readonly value: number;
  /** True where the model was not fitted to it. */
  readonly heldOut?: boolean;
}
