/** One number a day, with all a reader needs to judge it. */
export interface Metric<World = never> {
  /** Path-like, such as `providers.active`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Formula or rule in words. */
  readonly definition: string;
  readonly source: string;
  /** When it has no value on a day (then NaN in columns, an empty cell in files); absent: it always has one. */
  readonly gaps?: string;
  /** Ticks from one reading to the next; in between the last one stands. For what is dear to read and slow to change. Absent: 1. */
  readonly every?: number;
  read(world: World): number;
}

/** A metric without its function: what travels with results. */
export type MetricDescription = Omit<Metric, 'read' | 'every'>;
