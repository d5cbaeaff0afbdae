/** Many parameters and what they lead to: one line a case, one axis a parameter or measure. */
export interface ParallelSubject {
  /** What the cases are, such as "64 points of a Latin hypercube". */
  readonly title: string;
  readonly axes: readonly ParallelAxis[];
  readonly lines: readonly ParallelLine[];
  /** Part of an axis that is kept, in its unit; one an axis, undefined where nothing is brushed. */
  readonly brushes?: readonly (Brush | undefined)[];
}

export interface ParallelAxis {
  /** Each has its own. */
  readonly label: string;
  readonly unit: string;
  readonly scale: 'linear' | 'log';
  /** Words of the values 0, 1, 2 …, where they are no numbers. */
  readonly words?: readonly string[];
}

export interface ParallelLine {
  /** Each has its own. */
  readonly label: string;
  /** One an axis; NaN where there is none. */
  readonly values: readonly number[];
  /** Told by dash as by colour. */
  readonly verdict?: 'pass' | 'watch' | 'fail';
}

export interface Brush {
  readonly low: number;
  readonly high: number;
}
