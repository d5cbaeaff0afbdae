import type { Point } from '../../../sim-core/contract/design.ts';

/** A case of a sweep: what differs from the scenario, and what each measure came to. A row of a sweep's table is one. */
export interface SweptCase {
  readonly point: Point;
  /** In the order of the measures. */
  readonly cells: readonly SweptCell[];
}

/** A metric's quantiles over seeds, or a verdict's probability with its 95 % interval; NaN where there is no number. */
export type SweptCell =
  | { readonly kind: 'metric'; readonly p5: number; readonly p50: number; readonly p95: number }
  | { readonly kind: 'verdict'; readonly probability: number; readonly low: number; readonly high: number };

/** The number of a cell that people compare: the median of a metric, the probability of a verdict. */
export function middleOf(cell: SweptCell | undefined): number {
  if (cell === undefined) return Number.NaN;
  return cell.kind === 'metric' ? cell.p50 : cell.probability;
}

/** What a sweep varies, or what it measures, as people call it. */
export interface Named {
  readonly label: string;
  readonly unit: string;
}
