/** A measure over two parameters. */
export interface HeatmapSubject {
  /** Of the measure. */
  readonly title: string;
  readonly unit: string;
  readonly x: GridAxis;
  readonly y: GridAxis;
  /** y.values x x.values, the row of the first y before all; NaN where a case has none. */
  readonly values: Float64Array;
  /** Share of the seeds in which a verdict holds, in the same order; its boundary at one half is drawn. */
  readonly verdict?: { readonly title: string; readonly shares: Float64Array };
}

/** One parameter, at the values that were tried, in rising order or as listed. */
export interface GridAxis {
  readonly label: string;
  readonly unit: string;
  /** As they are written: numbers, or names of mechanisms. */
  readonly values: readonly string[];
  /** Index of the value that the scenario has, if it is among them. */
  readonly base?: number;
}
