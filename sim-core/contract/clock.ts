/** Time as every step sees it. A tick is one day. */
export interface Clock {
  /** 0 at the first simulated day. */
  readonly tick: number;
  /** Days since 1970-01-01. */
  readonly day: number;
}
