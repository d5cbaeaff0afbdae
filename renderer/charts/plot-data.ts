/** How the seeds of a run spread, day by day. All arrays have one value per tick; NaN where no seed has one. */
export interface Fan {
  /** Seeds in it. */
  readonly seeds: number;
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly median: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

/** One seed's own path. Rows 0 .. done-1 are filled. */
export interface Path {
  readonly seed: string;
  readonly values: Float64Array;
  readonly done: number;
}

/** One quantity in a chart: how all seeds spread, some real paths, or both. */
export interface PlotSeries {
  /** Direct label, such as "minted". */
  readonly label: string;
  readonly fan?: Fan;
  readonly paths: readonly Path[];
}

/** The days a chart spans. */
export interface Span {
  /** Days since 1970-01-01 of tick 0. */
  readonly startDay: number;
  readonly ticks: number;
}

/** The line a reader follows: the median of all seeds, or the only path there is. */
export function mainLine(series: PlotSeries): Path | undefined {
  const { fan, paths } = series;
  if (fan === undefined) return paths[0];
  return { seed: '', values: fan.median, done: fan.median.length };
}

/** What a chart shows, before any picture: enough for its words and its table. */
export interface ChartSubject {
  /** What is measured, such as "Active providers". */
  readonly title: string;
  /** Formula or rule in words. */
  readonly definition: string;
  readonly unit: string;
  readonly series: readonly PlotSeries[];
  readonly span: Span;
}
