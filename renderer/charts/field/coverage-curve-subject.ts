/** Whether bands hold as much as they say: of the observations, how many lie inside the band of each width. */
export interface CoverageCurveSubject {
  readonly title: string;
  /** In rising order of `nominal`. */
  readonly bands: readonly {
    /** Share of the seeds that the band holds, such as 0.9. */
    readonly nominal: number;
    /** Observations inside it. */
    readonly inside: number;
  }[];
  readonly observations: number;
}
