import type { Metric } from '../contract/metric.ts';
import type { World } from '../contract/vocabulary.ts';

/** A metric of the DePIN world. */
export type WorldMetric = Metric<World>;
