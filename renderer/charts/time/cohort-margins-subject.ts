/** A number of each cohort on days of a run, such as the margin of its providers. */
export interface CohortMarginsSubject {
  /** What is measured, such as "Margin". */
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  /** What divides the providers, such as `cohort`. */
  readonly by: string;
  /** Days since 1970-01-01 on which it was sampled, rising. */
  readonly days: readonly number[];
  readonly cohorts: readonly CohortMargin[];
}

export interface CohortMargin {
  readonly label: string;
  /** One a sample, the median over seeds; NaN where the cohort has none. */
  readonly values: Float64Array;
}
