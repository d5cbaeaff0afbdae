import type { ReactElement } from 'react';
import type { ChartTheme } from '../chart-theme.ts';
import { fitText } from '../parts/fit-text.ts';
import { px } from '../parts/px.ts';
import { withUnit } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import type { HeatmapLayout } from './heatmap-layout.ts';
import type { HeatmapSubject } from './heatmap-subject.ts';

interface HeatmapAxesProps {
  readonly subject: HeatmapSubject;
  readonly layout: HeatmapLayout;
  readonly theme: ChartTheme;
  readonly width: number;
}

/** The values that were tried, at the middle of their cells: as many as there is room for, always every nth. */
export function HeatmapAxes({ subject, layout, theme, width }: HeatmapAxesProps): ReactElement {
  const { x, y } = subject;
  const { left, right, top, bottom, cellWidth, cellHeight } = layout;
  const widest = Math.max(...x.values.map((text) => textWidth(text, 11)), 1) + 6;
  const everyColumn = Math.max(1, Math.ceil(Math.min(widest, 90) / cellWidth));
  const everyRow = Math.max(1, Math.ceil(13 / cellHeight));
  return (
    <g fill={theme.muted} data-part="axes">
      {x.values.map((text, column) => {
        if (column % everyColumn !== 0) return null;
        const middle = left + (column + 0.5) * cellWidth;
        return (
          <text key={text} x={px(middle)} y={px(bottom + 14)} textAnchor="middle">
            {fitText(text, 11, Math.min(cellWidth * everyColumn, 2 * (width - middle)))}
          </text>
        );
      })}
      {y.values.map((text, row) =>
        row % everyRow === 0 ? (
          <text key={text} x={px(left - 6)} y={px(bottom - (row + 0.5) * cellHeight + 4)} textAnchor="end">
            {fitText(text, 11, width * 0.22)}
          </text>
        ) : null,
      )}
      <text x={px(right)} y={px(bottom + 29)} textAnchor="end">
        {fitText(withUnit(x.label, x.unit), 11, right - 8)}
      </text>
      <text x={4} y={px(top - 6)}>
        {fitText(withUnit(y.label, y.unit), 11, right - 8)}
      </text>
    </g>
  );
}
