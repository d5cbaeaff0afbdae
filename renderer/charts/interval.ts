/** Between two numbers with a probability that the chart states. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
