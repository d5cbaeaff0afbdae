import type { ReactElement } from 'react';
import type { ChartTheme } from './chart-theme.ts';
import type { PlotLayout } from './plot-layout.ts';

/** Grid, numbers at the left, dates below. */
export function PlotAxes({
  layout,
  theme,
}: {
  readonly layout: PlotLayout;
  readonly theme: ChartTheme;
}): ReactElement {
  const { left, right, bottom, xTicks, yTicks } = layout;
  return (
    <g fill={theme.muted}>
      {yTicks.map(({ at, text }) => (
        <g key={at}>
          <line x1={left} x2={right} y1={at} y2={at} stroke={theme.grid} />
          <text x={left - 6} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={theme.muted} />
      {xTicks.map(({ at, text }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={bottom} y2={bottom + 4} stroke={theme.muted} />
          <text x={at} y={bottom + 16} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
