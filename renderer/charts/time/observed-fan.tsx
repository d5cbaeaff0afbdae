import type { ReactElement } from 'react';
import type { Chart, Frame } from '../chart.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { spreadLabels } from '../direct-labels.ts';
import { LeftAxis, type Plane } from '../parts/axes.tsx';
import { nearestPoint } from '../parts/nearest-point.ts';
import { axisWidth, type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { PlotAxes } from '../plot-axes.tsx';
import type { PlotSeries } from '../plot-data.ts';
import { layoutPlot, type PlotLayout } from '../plot-layout.ts';
import { SeriesLayer } from '../series-layer.tsx';
import type { ObservedFanSubject } from './observed-fan-subject.ts';
import {
  observedFinding,
  observedReadout,
  observedSubtitle,
  observedSummary,
  observedTable,
  residuals,
} from './observed-fan-words.ts';

/** Does the model match reality? What was observed as dots on the fan, and below how far each lies from the median. */
export function observedFan(subject: ObservedFanSubject): Chart {
  const words = {
    title: observedFinding(subject),
    subtitle: observedSubtitle(subject),
    summary: observedSummary(subject),
  };
  return {
    id: 'calibration',
    ...words,
    table: () => observedTable(subject),
    heightAt: () => 300,
    draw: (frame) => <ObservedFan subject={subject} words={words} frame={frame} />,
    items: subject.observed.length,
    readout: (item) => observedReadout(subject, item),
    itemAt(frame, x, y) {
      const { fan, strip, residual } = layoutOf(subject, words, frame);
      const inStrip = y > strip.top - 8;
      const places = subject.observed.map(({ tick, value }, index) => ({
        x: fan.x(tick),
        y: inStrip ? residual.at(residuals(subject)[index] ?? 0) : fan.y(value),
      }));
      return nearestPoint(places, x, y);
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

interface Layout {
  readonly fan: PlotLayout;
  readonly strip: Plane;
  readonly residual: NumberAxis;
}

/** The strip takes a quarter of the picture, below the fan and its dates. */
function layoutOf(subject: ObservedFanSubject, words: Words, frame: Frame): Layout {
  const { fan, observed, span, unit } = subject;
  const top = bodyTop(words, frame);
  const stripHeight = Math.max(36, (frame.height - top) * 0.22);
  const dots = Float64Array.from({ length: span.ticks }, () => Number.NaN);
  for (const { tick, value } of observed) dots[tick] = value;
  // The dots count for the height of the plot as a path would.
  const series: PlotSeries[] = [{ label: '', fan, paths: [{ seed: '', values: dots, done: span.ticks }] }];
  const bottom = frame.height - 6;
  const stripTop = bottom - stripHeight + 12;
  const far = Math.max(...residuals(subject).filter(Number.isFinite).map(Math.abs), 0);
  const residual = numberAxis({ values: [-far, far], unit, range: [bottom, stripTop], zero: true, room: 30 });
  const layout = layoutPlot({
    width: frame.width,
    height: frame.height - stripHeight - 16,
    ...{ top, series, span, unit },
    labels: ['observed', 'median'],
    left: axisWidth(residual),
  });
  const strip = { left: layout.left, right: layout.right, top: stripTop, bottom };
  return { fan: layout, strip, residual };
}

interface ObservedFanProps {
  readonly subject: ObservedFanSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function ObservedFan({ subject, words, frame }: ObservedFanProps): ReactElement {
  const { theme, cursor } = frame;
  const { fan: layout, strip, residual } = layoutOf(subject, words, frame);
  const colour = seriesColour(theme, 0);
  const zero = px(residual.at(0));
  const distances = residuals(subject);
  return (
    <Picture words={words} frame={frame}>
      <PlotAxes layout={layout} theme={theme} />
      <SeriesLayer
        series={{ label: '', fan: subject.fan, paths: [] }}
        layout={layout}
        colour={colour}
        dash="none"
        pathColour={theme.muted}
        bands={['50', '90']}
      />
      {subject.observed.map(({ tick, value, heldOut = false }, index) =>
        Number.isFinite(value) ? (
          <Dot
            key={tick}
            x={layout.x(tick)}
            y={layout.y(value)}
            hollow={heldOut}
            marked={index === cursor}
            theme={theme}
          />
        ) : null,
      )}
      <EndNames subject={subject} layout={layout} theme={theme} />
      <LeftAxis plane={strip} ticks={residual.ticks} theme={theme} grid={false} />
      <text x={strip.left} y={px(strip.top - 3)} fill={theme.muted}>
        observed less median
      </text>
      <line x1={strip.left} x2={strip.right} y1={zero} y2={zero} stroke={theme.muted} />
      {distances.map((distance, index) => {
        if (!Number.isFinite(distance)) return null;
        const x = px(layout.x(subject.observed[index]?.tick ?? 0));
        return (
          <line
            key={subject.observed[index]?.tick}
            x1={x}
            x2={x}
            y1={zero}
            y2={px(residual.at(distance))}
            stroke={distance < 0 ? theme.below : theme.above}
            strokeWidth={index === cursor ? 4 : 2}
            data-part="residual"
          />
        );
      })}
    </Picture>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
  readonly marked: boolean;
  readonly theme: ChartTheme;
}

/** Filled where the model was fitted to it, hollow where it was held out. */
const Dot = ({ x, y, hollow, marked, theme }: DotProps): ReactElement => (
  <circle
    cx={px(x)}
    cy={px(y)}
    r={marked ? 5 : 2.5}
    fill={hollow ? theme.background : theme.text}
    stroke={theme.text}
    strokeWidth={hollow ? 1.25 : 0}
    data-part={hollow ? 'held-out' : 'observed'}
  />
);

interface EndNamesProps {
  readonly subject: ObservedFanSubject;
  readonly layout: PlotLayout;
  readonly theme: ChartTheme;
}

function EndNames({ subject, layout, theme }: EndNamesProps): ReactElement {
  const label = (text: string, value: number | undefined, colour: string, bold: boolean) =>
    value === undefined ? [] : [{ text, y: layout.y(value), colour, bold }];
  const { observed, fan } = subject;
  const seen = observed.findLast(({ value }) => Number.isFinite(value));
  const labels = [
    ...label('observed', seen?.value, theme.text, false),
    ...label('median', fan.median.findLast(Number.isFinite), seriesColour(theme, 0), true),
  ];
  return (
    <>
      {spreadLabels(labels, layout.top + 4, layout.bottom - 2).map(({ text, y, colour, bold }) => (
        <text key={text} x={px(layout.right + 6)} y={px(y + 4)} fill={colour} fontWeight={bold ? 600 : 400}>
          {text}
        </text>
      ))}
    </>
  );
}
