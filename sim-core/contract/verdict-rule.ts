/** A yes-or-no question about one finished seed. Thresholds are assumptions unless the source says otherwise. */
export interface VerdictRule {
  readonly id: string;
  readonly title: string;
  /** The rule in words, with its thresholds. */
  readonly rule: string;
  readonly source: string;
  /** Shortest run, in days, that can answer it; shorter runs have no such verdict. */
  readonly days: number;
  /** Whether a scenario that reports these metrics can answer it. */
  applies(reports: (metric: string) => boolean): boolean;
  /** `column` gives the values of a metric, one a day. */
  holds(column: (metric: string) => Float64Array, ticks: number): boolean;
}
