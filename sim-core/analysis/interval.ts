/** Between two numbers with a given probability. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
