import type { ReactElement } from 'react';
import type { Chart, Frame } from '../chart.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { spreadLabels } from '../direct-labels.ts';
import { BottomAxis, LeftAxis, type Plane } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { axisWidth, type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { unstopped, withUnit } from '../parts/words.ts';
import { bandPath, linePath, type PathScales } from '../svg-path.ts';
import { textWidth } from '../text-width.ts';
import { type DatedAxis, datedAxis } from './dated-axis.ts';
import type { SourcesAndSinksSubject } from './sources-and-sinks-subject.ts';
import { flowsFinding, flowsReadout, flowsSummary, flowsTable } from './sources-and-sinks-words.ts';
import { type StackedLayer, stackFlows } from './stack-flows.ts';

/** Where does the money come from and go? Sources stacked above zero, sinks below, their difference as a line. */
export function sourcesAndSinks(subject: SourcesAndSinksSubject): Chart {
  const words = {
    title: flowsFinding(subject),
    subtitle: `${withUnit(unstopped(subject.definition), subject.unit)}: sources above zero, sinks below`,
    summary: flowsSummary(subject),
  };
  return {
    id: 'sources-and-sinks',
    ...words,
    table: () => flowsTable(subject),
    heightAt: () => 240,
    draw: (frame) => <SourcesAndSinks subject={subject} words={words} frame={frame} />,
    items: subject.span.ticks,
    readout: (tick) => flowsReadout(subject, tick),
    itemAt: (frame, x) => layoutOf(subject, words, frame).dates.tickAt(x),
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

interface Layout {
  readonly plane: Plane;
  readonly dates: DatedAxis;
  readonly axis: NumberAxis;
  readonly layers: readonly StackedLayer[];
  readonly net: Float64Array;
  readonly scales: PathScales;
  readonly labels: readonly string[];
}

const colourOf = (theme: ChartTheme, { side, place }: StackedLayer): string =>
  seriesColour(theme, side === 'source' ? ([3, 0, 5][place] ?? 5) : ([1, 2, 4][place] ?? 4));

function layoutOf(subject: SourcesAndSinksSubject, words: Words, frame: Frame): Layout {
  const { layers, net } = stackFlows(subject);
  const labels = [...layers.map(({ label }) => label), 'net'].map((label) =>
    fitText(label, 11, frame.width * 0.3, 600),
  );
  const top = bodyTop(words, frame) + 10;
  const bottom = frame.height - 22;
  const values = layers.flatMap(({ low, high }) => [...low, ...high]);
  const axis = numberAxis({
    values: [...values, ...net],
    unit: subject.unit,
    range: [bottom, top],
    zero: true,
  });
  const left = axisWidth(axis);
  const right = frame.width - 14 - Math.ceil(Math.max(...labels.map((text) => textWidth(text, 11, 600))));
  const dates = datedAxis(subject.span, left, right);
  const scales = { left, right, x: dates.x, y: axis.at };
  return { plane: { left, right, top, bottom }, dates, axis, layers, net, scales, labels };
}

interface SourcesAndSinksProps {
  readonly subject: SourcesAndSinksSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function SourcesAndSinks({ subject, words, frame }: SourcesAndSinksProps): ReactElement {
  const { theme, cursor } = frame;
  const { plane, dates, axis, layers, net, scales, labels } = layoutOf(subject, words, frame);
  const last = subject.span.ticks - 1;
  const zero = px(axis.at(0));
  const ends = layers.map((layer, index) => ({
    text: labels[index] ?? '',
    y: axis.at(((layer.low[last] ?? 0) + (layer.high[last] ?? 0)) / 2),
    colour: colourOf(theme, layer),
    bold: false,
  }));
  const netEnd = { text: labels.at(-1) ?? 'net', y: axis.at(net[last] ?? 0), colour: theme.text, bold: true };
  return (
    <Picture words={words} frame={frame}>
      <LeftAxis plane={plane} ticks={axis.ticks} theme={theme} />
      <BottomAxis plane={plane} ticks={dates.ticks} theme={theme} />
      {layers.map((layer) => (
        <path
          key={`${layer.side} ${layer.label}`}
          d={bandPath(layer.low, layer.high, scales)}
          fill={colourOf(theme, layer)}
          fillOpacity={0.55}
          stroke={theme.background}
          strokeWidth={0.5}
          data-part={layer.side}
        />
      ))}
      <line x1={plane.left} x2={px(plane.right)} y1={zero} y2={zero} stroke={theme.text} />
      <path
        d={linePath(net, net.length, scales)}
        fill="none"
        stroke={theme.text}
        strokeWidth={2}
        data-part="net"
      />
      {spreadLabels([...ends, netEnd], plane.top + 4, plane.bottom - 2).map(({ text, y, colour, bold }) => (
        <text key={text} x={px(plane.right + 6)} y={px(y + 4)} fill={colour} fontWeight={bold ? 600 : 400}>
          {text}
        </text>
      ))}
      {cursor !== undefined && (
        <g pointerEvents="none" data-part="cursor">
          <line
            x1={px(dates.x(cursor))}
            x2={px(dates.x(cursor))}
            y1={plane.top}
            y2={plane.bottom}
            stroke={theme.muted}
            strokeDasharray="2 2"
          />
          <circle cx={px(dates.x(cursor))} cy={px(axis.at(net[cursor] ?? 0))} r={3.5} fill={theme.text} />
        </g>
      )}
    </Picture>
  );
}
