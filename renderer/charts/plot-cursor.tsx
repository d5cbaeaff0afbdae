import type { ReactElement } from 'react';
import { type ChartTheme, seriesColour } from './chart-theme.ts';
import { mainLine, type PlotSeries } from './plot-data.ts';
import type { PlotLayout } from './plot-layout.ts';

interface PlotCursorProps {
  readonly tick: number;
  readonly series: readonly PlotSeries[];
  readonly layout: PlotLayout;
  readonly theme: ChartTheme;
}

/** A rule at one day, and a dot on each main line. */
export function PlotCursor({ tick, series, layout, theme }: PlotCursorProps): ReactElement {
  const x = layout.x(tick);
  return (
    <g pointerEvents="none">
      <line x1={x} x2={x} y1={layout.top} y2={layout.bottom} stroke={theme.muted} strokeDasharray="2 2" />
      {series.map((one, index) => {
        const line = mainLine(one);
        const value = line !== undefined && tick < line.done ? line.values[tick] : undefined;
        if (value === undefined || !Number.isFinite(value)) return null;
        return (
          <circle key={one.label} cx={x} cy={layout.y(value)} r={3.5} fill={seriesColour(theme, index)} />
        );
      })}
    </g>
  );
}
