import type { ReactElement } from 'react';
import type { ChartTheme } from '../chart-theme.ts';
import { textWidth } from '../text-width.ts';
import { fitText } from './fit-text.ts';
import type { AxisTick } from './number-axis.ts';
import { px } from './px.ts';

/** The plane of a chart, in px. */
export interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface AxisProps {
  readonly plane: Plane;
  readonly ticks: readonly AxisTick[];
  readonly theme: ChartTheme;
  /** What the axis shows, with its unit. */
  readonly name?: string;
  /** Lines across the plane. */
  readonly grid?: boolean;
}

/** Numbers below a plane; those that would touch the one before are left out. */
export function BottomAxis({ plane, ticks, theme, name, grid = false }: AxisProps): ReactElement {
  const { left, right, top, bottom } = plane;
  return (
    <g fill={theme.muted} data-part="x-axis">
      {apart(ticks).map(({ at, text }) => (
        <g key={`${text} ${at}`}>
          <line
            x1={px(at)}
            x2={px(at)}
            y1={px(grid ? top : bottom)}
            y2={px(bottom + 4)}
            stroke={grid ? theme.grid : theme.muted}
          />
          <text x={px(held(at, text, right))} y={px(bottom + 16)} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <line x1={px(left)} x2={px(right)} y1={px(bottom)} y2={px(bottom)} stroke={theme.muted} />
      {name !== undefined && (
        <text x={px(right)} y={px(bottom + 30)} textAnchor="end">
          {fitText(name, 11, right)}
        </text>
      )}
    </g>
  );
}

/** Numbers at the left of a plane, and lines across it. */
export function LeftAxis({ plane, ticks, theme, name, grid = true }: AxisProps): ReactElement {
  const { left, right, top } = plane;
  return (
    <g fill={theme.muted} data-part="y-axis">
      {ticks.map(({ at, text }) => (
        <g key={`${text} ${at}`}>
          {grid && <line x1={px(left)} x2={px(right)} y1={px(at)} y2={px(at)} stroke={theme.grid} />}
          <text x={px(left - 6)} y={px(at + 4)} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {name !== undefined && (
        <text x={4} y={px(top - 9)}>
          {fitText(name, 11, right - 4)}
        </text>
      )}
    </g>
  );
}

/** A number that would hang far over the edge is moved in. */
const held = (at: number, text: string, right: number): number => {
  const half = textWidth(text, 11) / 2;
  return Math.min(right + 8 - half, Math.max(2 + half, at));
};

/** From the left, those ticks whose texts do not touch. */
function apart(ticks: readonly AxisTick[]): readonly AxisTick[] {
  let end = -Infinity;
  return [...ticks]
    .sort((a, b) => a.at - b.at)
    .filter(({ at, text }) => {
      const half = textWidth(text, 11) / 2;
      if (at - half < end + 4) return false;
      end = at + half;
      return true;
    });
}
