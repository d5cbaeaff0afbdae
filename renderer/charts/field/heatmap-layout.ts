import type { Frame } from '../chart.ts';
import { fitText } from '../parts/fit-text.ts';
import { textWidth } from '../text-width.ts';
import type { HeatmapSubject } from './heatmap-subject.ts';

/** Px; the first row of the subject is the lowest. */
export interface HeatmapLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Px below the name of the horizontal axis. */
export const legendHeight = 34;

/** Cells of equal size; `above` is what a heading takes. */
export function heatmapLayout({ x, y }: HeatmapSubject, above: number, frame: Frame): HeatmapLayout {
  const widest = Math.max(
    ...y.values.map((text) => textWidth(fitText(text, 11, frame.width * 0.22), 11)),
    16,
  );
  const left = Math.ceil(widest) + 12;
  const right = frame.width - 8;
  const top = above + 18;
  const bottom = frame.height - 36 - legendHeight;
  return {
    ...{ left, right, top, bottom },
    cellWidth: (right - left) / Math.max(1, x.values.length),
    cellHeight: (bottom - top) / Math.max(1, y.values.length),
  };
}
