import type { Frame } from '../chart.ts';
import type { Plane } from './axes.tsx';
import { type NumberAxis, numberAxis } from './number-axis.ts';

/** Where shares stand against shares, both from 0 to 1. */
export interface SharePlane {
  readonly plane: Plane;
  readonly xAxis: NumberAxis;
  readonly yAxis: NumberAxis;
}

/** Below `top`, in pixels; no wider than `widest` times its height, since a diagonal is read best in a square. */
export function sharePlane(frame: Frame, top: number, widest: number): SharePlane {
  const bottom = frame.height - 38;
  const left = 46;
  const right = Math.min(frame.width - 16, left + (bottom - top) * widest);
  const axis = (range: readonly [number, number], room: number) =>
    numberAxis({ values: [0, 1], unit: 'share', range, room });
  return {
    plane: { left, right, top, bottom },
    xAxis: axis([left, right], 50),
    yAxis: axis([bottom, top], 30),
  };
}
