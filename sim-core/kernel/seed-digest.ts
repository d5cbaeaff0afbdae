import type { BreakdownDescription } from '../contract/breakdown.ts';
import type { MetricDescription } from '../contract/metric.ts';
import { canonicalJson, columnBytes, digestOf } from './canonical.ts';

/** What the columns of a seed are: part of its digest, so that the same numbers under other names differ. */
export interface DigestedModel {
  readonly id: string;
  readonly startDay: number;
  readonly metrics: readonly Pick<MetricDescription, 'id' | 'unit'>[];
  readonly breakdowns?: readonly Pick<BreakdownDescription, 'id' | 'unit' | 'by' | 'groups'>[];
}

/**
 * `sha256:` and 64 hexadecimal digits over what a seed came to: the names of its columns, then their canonical bytes.
 * @param digest sha256 of the parts one after another; a faster one than ours where there is one
 */
export function seedDigest(
  model: DigestedModel,
  columns: readonly Float64Array[],
  samples: readonly Float64Array[],
  digest: typeof digestOf = digestOf,
): string {
  return digest(headerOf(model), ...[...columns, ...samples].map(columnBytes));
}

function headerOf(model: DigestedModel): string {
  const metrics = model.metrics.map(({ id, unit }) => ({ id, unit }));
  const sampled = (model.breakdowns ?? []).map(({ id, unit, by, groups }) => ({ id, unit, by, groups }));
  const breakdowns = sampled.length > 0 ? sampled : undefined;
  return `${canonicalJson({ model: model.id, startDay: model.startDay, metrics, breakdowns })}\n`;
}
