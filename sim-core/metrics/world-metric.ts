import type { Metric } from '../contract/metric.ts';
import type { Path, World } from '../contract/vocabulary.ts';

/** A metric of the DePIN world. */
export interface WorldMetric extends Metric<World> {
  /** Reported only in scenarios in which mechanisms write all of these; absent: always. */
  readonly needs?: readonly Path[];
}
