import type { ReactElement } from 'react';
import { bareQuantity } from '../../ui/number-format.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { px } from '../parts/px.ts';
import type { MapColours } from './map-colours.ts';

interface MapLegendProps {
  readonly colours: MapColours;
  readonly unit: string;
  readonly theme: ChartTheme;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Steps of a scale of colours, with numbers at the ends and in the middle. */
export function MapLegend({ colours, unit, theme, left, top, width }: MapLegendProps): ReactElement {
  const { steps, colourOf, logarithmic } = colours;
  const each = width / steps.length;
  const middle = (steps.length - 1) / 2;
  return (
    <g fill={theme.muted} data-part="legend">
      {steps.map((value, index) => (
        <rect
          key={value}
          x={px(left + index * each)}
          y={px(top)}
          width={px(each)}
          height={8}
          fill={colourOf(value)}
        />
      ))}
      {steps.map((value, index) => {
        if (index !== 0 && index !== middle && index !== steps.length - 1) return null;
        const anchor = index === 0 ? 'start' : index === middle ? 'middle' : 'end';
        const x = index === 0 ? left : index === middle ? left + width / 2 : left + width;
        return (
          <text key={value} x={px(x)} y={px(top + 20)} textAnchor={anchor}>
            {bareQuantity(value, unit) + (logarithmic && index === middle ? ' (log)' : '')}
          </text>
        );
      })}
    </g>
  );
}
