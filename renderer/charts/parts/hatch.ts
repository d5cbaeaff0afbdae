import { px } from './px.ts';

/** A rectangle in px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `d` of slanted lines that fill a rectangle: a hatching without a pattern, whose id would have to be unique on a page. */
export function hatchPath({ x, y, width, height }: Rect, gap = 5): string {
  let d = '';
  for (let start = gap / 2; start < width + height; start += gap) {
    // From the lower left to the upper right, at 45 degrees, held inside.
    const fromX = Math.max(0, start - height);
    const toX = Math.min(width, start);
    if (toX <= fromX) continue;
    d += `M${px(x + fromX)},${px(y + start - fromX)}L${px(x + toX)},${px(y + start - toX)}`;
  }
  return d;
}
