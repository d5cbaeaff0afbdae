import type { ReactElement } from 'react';
import { bareQuantity } from '../ui/number-format.ts';
import { type ChartTheme, seriesColour, seriesDash } from './chart-theme.ts';
import { summary } from './chart-words.ts';
import { spreadLabels } from './direct-labels.ts';
import { PlotAxes } from './plot-axes.tsx';
import { PlotCursor } from './plot-cursor.tsx';
import type { ChartSubject } from './plot-data.ts';
import { Heading, headingHeight, headingOf } from './plot-heading.tsx';
import { layoutPlot, type PlotLayout } from './plot-layout.ts';
import { endLabels, placed } from './series-labels.ts';
import { SeriesLayer } from './series-layer.tsx';

/** What every chart over time takes. Sizes in px. */
export interface ChartProps {
  readonly subject: ChartSubject;
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  /** Draws title and subtitle into the picture, for pictures that travel alone. */
  readonly heading?: boolean;
  /** Tick under the pointer. */
  readonly cursor?: number;
}

export interface TimePlotProps extends ChartProps {
  /** Bands to draw of each series. */
  readonly bands: readonly ('50' | '90')[];
}

/** Where a chart puts its parts: what a pointer has to know to find a day. */
export function layoutOf({ subject, theme, width, height, heading = false }: ChartProps): PlotLayout {
  const { series, span, unit } = subject;
  const labels = endLabels(series, unit, theme).map(({ text }) => text);
  const top = heading ? headingHeight(headingOf(subject), width) : 0;
  return layoutPlot({ width, height, top, series, span, unit, labels });
}

/** Lines and bands over days. A pure function of its props: the same picture in the app and headless. */
export function TimePlot(props: TimePlotProps): ReactElement {
  const { subject, theme, width, height, heading = false, cursor, bands } = props;
  const layout = layoutOf(props);
  const labels = spreadLabels(
    placed(endLabels(subject.series, subject.unit, theme), layout),
    layout.top + 4,
    layout.bottom - 2,
  );
  const note = scaleNote(layout, subject.unit);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={summary(subject)}
      fontFamily="system-ui, sans-serif"
      fontSize={11}
    >
      {heading && <rect width={width} height={height} fill={theme.background} />}
      {heading && <Heading words={headingOf(subject)} theme={theme} width={width} />}
      <PlotAxes layout={layout} theme={theme} />
      {subject.series.map((one, index) => (
        <SeriesLayer
          key={one.label}
          series={one}
          layout={layout}
          colour={seriesColour(theme, index)}
          dash={seriesDash(index)}
          pathColour={theme.muted}
          bands={bands}
        />
      ))}
      {labels.map(({ text, y, colour, bold }) => (
        <text key={text} x={layout.right + 6} y={y + 4} fill={colour} fontWeight={bold ? 600 : 400}>
          {text}
        </text>
      ))}
      {note !== '' && (
        <text x={layout.left} y={layout.top - 6} fill={theme.muted}>
          {note}
        </text>
      )}
      {cursor !== undefined && (
        <PlotCursor tick={cursor} series={subject.series} layout={layout} theme={theme} />
      )}
    </svg>
  );
}

/** What a reader must know of the scale. */
function scaleNote({ logarithmic, beyond }: PlotLayout, unit: string): string {
  const cut = beyond === undefined ? '' : `cut: rare values reach ${bareQuantity(beyond, unit)}`;
  return [logarithmic ? 'logarithmic' : '', cut].filter((part) => part !== '').join('; ');
}
