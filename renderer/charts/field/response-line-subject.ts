/** A measure over one parameter. */
export interface ResponseLineSubject {
  /** Of the measure. */
  readonly title: string;
  readonly unit: string;
  /** What `low` to `high` is, such as "9 of 10 seeds" or "95 % interval". */
  readonly intervalMeans: string;
  readonly x: { readonly label: string; readonly unit: string; readonly scale: 'linear' | 'log' };
  /** In rising order of x. */
  readonly points: readonly ResponsePoint[];
  /** What the scenario has for the parameter, if known. */
  readonly base?: number;
  /** A level that the reader asks about, such as one half for a verdict. */
  readonly level?: { readonly value: number; readonly label: string };
}

export interface ResponsePoint {
  readonly x: number;
  /** NaN where the case has no number. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
