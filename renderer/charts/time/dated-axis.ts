import type { AxisTick } from '../parts/number-axis.ts';
import type { Span } from '../plot-data.ts';
import { dateTicks } from '../plot-layout.ts';

/** Days along the bottom of a plane. */
export interface DatedAxis {
  x(tick: number): number;
  /** The nearest day to a place in px. */
  tickAt(px: number): number;
  readonly ticks: readonly AxisTick[];
}

/** Between two places in px. */
export function datedAxis(span: Span, left: number, right: number): DatedAxis {
  const last = Math.max(1, span.ticks - 1);
  const perTick = (right - left) / last;
  return {
    x: (tick) => left + tick * perTick,
    tickAt: (px) => Math.min(last, Math.max(0, Math.round((px - left) / perTick))),
    ticks: dateTicks(span, left, right),
  };
}
