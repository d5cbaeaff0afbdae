import { type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import type { ParallelAxis, ParallelLine, ParallelSubject } from './parallel-subject.ts';

export interface PlacedAxis {
  readonly axis: ParallelAxis;
  /** Px. */
  readonly x: number;
  readonly scale: NumberAxis;
}

/** Axes at equal distances; px. */
export interface ParallelLayout {
  readonly top: number;
  readonly bottom: number;
  /** Distance of two axes. */
  readonly step: number;
  readonly axes: readonly PlacedAxis[];
}

const side = 34;

/** Places axes in a picture; `above` is what a heading takes. For a page that lets people brush: without a heading it is 0. */
export function parallelLayout(
  { axes, lines }: Pick<ParallelSubject, 'axes' | 'lines'>,
  { width, height }: { readonly width: number; readonly height: number },
  above = 0,
): ParallelLayout {
  const top = above + 48;
  const bottom = height - 24;
  const step = axes.length < 2 ? 0 : (width - 2 * side) / (axes.length - 1);
  return {
    ...{ top, bottom, step },
    axes: axes.map((axis, index) => ({
      axis,
      x: axes.length < 2 ? width / 2 : side + index * step,
      scale: numberAxis({
        values: [
          ...lines.map(({ values }) => values[index] ?? Number.NaN),
          ...(axis.words ?? []).map((_, word) => word),
        ],
        unit: axis.unit,
        range: [bottom, top],
        scale: axis.scale,
        tight: true,
      }),
    })),
  };
}

/** The axis nearest to a place in px, if it is near, and the value there: where a brush begins. */
export function axisAt(
  { axes, step }: ParallelLayout,
  x: number,
  y: number,
): { readonly axis: number; readonly value: number } | undefined {
  const reach = Math.min(16, step / 2 || 16);
  const axis = axes.findIndex((each) => Math.abs(each.x - x) <= reach);
  const placed = axes[axis];
  return placed === undefined ? undefined : { axis, value: placed.scale.valueAt(y) };
}

/** Whether a line passes through all brushes. */
export const isKept = (
  { values }: ParallelLine,
  { brushes = [] }: Pick<ParallelSubject, 'brushes'>,
): boolean =>
  brushes.every((brush, axis) => {
    const value = values[axis] ?? Number.NaN;
    return brush === undefined || (value >= brush.low && value <= brush.high);
  });

/** The kept line that passes nearest to a place in px; undefined where none passes within 10 px. */
export function lineAt(
  subject: ParallelSubject,
  layout: ParallelLayout,
  x: number,
  y: number,
): number | undefined {
  const next = layout.axes.findIndex((axis) => axis.x >= x);
  const after = Math.max(1, next < 0 ? layout.axes.length - 1 : next);
  const [left, right] = [layout.axes[after - 1], layout.axes[after]];
  if (left === undefined || right === undefined) return undefined;
  let nearest: number | undefined;
  let least = 10;
  for (const [index, line] of subject.lines.entries()) {
    if (!isKept(line, subject)) continue;
    const from = left.scale.at(line.values[after - 1] ?? Number.NaN);
    const to = right.scale.at(line.values[after] ?? Number.NaN);
    const share = Math.min(1, Math.max(0, (x - left.x) / (right.x - left.x)));
    const distance = Math.abs(from + share * (to - from) - y);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
