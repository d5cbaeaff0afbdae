import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { BottomAxis, type Plane } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { hatchPath } from '../parts/hatch.ts';
import { MarkedRow } from '../parts/marked-row.tsx';
import { rowAt } from '../parts/nearest-point.ts';
import { type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { Whisker } from '../parts/whisker.tsx';
import type { TornadoFactor, TornadoSubject } from './tornado-subject.ts';
import {
  directionOf,
  effectUnit,
  ranked,
  tornadoFinding,
  tornadoSubtitle,
  tornadoSummary,
  tornadoTable,
} from './tornado-words.ts';

/** Which assumption matters? Bars of effects with their intervals, the greatest first; an item is a bar, in this order. */
export function tornado(subject: TornadoSubject): Chart {
  const words = {
    title: tornadoFinding(subject),
    subtitle: tornadoSubtitle(subject),
    summary: tornadoSummary(subject),
  };
  const shown = ranked(subject).slice(0, mostBars);
  return {
    id: 'tornado',
    ...words,
    table: () => tornadoTable(subject),
    heightAt: (width) => shown.length * (width < sideBySide ? 40 : 32) + 44,
    draw: (frame) => <Tornado subject={subject} shown={shown} words={words} frame={frame} />,
    items: shown.length,
    readout: (item) => readout(shown[item], effectUnit(subject)),
    itemAt(frame, _x, y) {
      const { plane, rowHeight } = layoutOf(subject, shown, words, frame);
      return rowAt(y, plane.top, rowHeight, shown.length);
    },
  };
}

/** More bars than this nobody reads; the table has them all. */
const mostBars = 20;

/** From this width on names stand beside their bars, else above them. */
const sideBySide = 520;

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

function readout(factor: TornadoFactor | undefined, unit: string): string {
  if (factor === undefined) return '';
  const { label, range, effect, low, high, unsourced, sentence } = factor;
  const source = unsourced ? ', without a source' : '';
  return `${label} (tried ${range}${source}): ${quantity(effect, unit)}, 95 % ${bareQuantity(low, unit)} to ${bareQuantity(high, unit)}. ${sentence}`;
}

interface Layout {
  readonly plane: Plane;
  readonly axis: NumberAxis;
  readonly rowHeight: number;
  readonly beside: boolean;
}

function layoutOf(
  subject: TornadoSubject,
  shown: readonly TornadoFactor[],
  words: Words,
  frame: Frame,
): Layout {
  const beside = frame.width >= sideBySide;
  const left = beside ? Math.round(frame.width * 0.34) : 10;
  const top = bodyTop(words, frame) + 4;
  const bottom = frame.height - 24 - (subject.factors.length > shown.length ? 14 : 0);
  const right = frame.width - 62;
  const values = shown.flatMap(({ effect, low, high }) => [effect, low, high]);
  const axis = numberAxis({
    values,
    unit: effectUnit(subject),
    range: [left, right],
    zero: true,
    room: 64,
    tight: true,
  });
  return {
    plane: { left, right, top, bottom },
    axis,
    rowHeight: (bottom - top) / Math.max(1, shown.length),
    beside,
  };
}

interface TornadoProps {
  readonly subject: TornadoSubject;
  readonly shown: readonly TornadoFactor[];
  readonly words: Words;
  readonly frame: Frame;
}

function Tornado({ subject, shown, words, frame }: TornadoProps): ReactElement {
  const { theme, width, height } = frame;
  const layout = layoutOf(subject, shown, words, frame);
  const { plane, axis, rowHeight } = layout;
  const more = subject.factors.length - shown.length;
  return (
    <Picture words={words} frame={frame}>
      <BottomAxis plane={plane} ticks={axis.ticks} theme={theme} grid />
      <MarkedRow frame={frame} rows={shown.length} top={plane.top} rowHeight={rowHeight} />
      {shown.map((factor, row) => (
        <Row
          key={factor.path}
          factor={factor}
          layout={layout}
          top={plane.top + row * rowHeight}
          theme={theme}
          unit={effectUnit(subject)}
        />
      ))}
      <line
        x1={px(axis.at(0))}
        x2={px(axis.at(0))}
        y1={plane.top}
        y2={px(plane.bottom)}
        stroke={theme.text}
      />
      {more > 0 && (
        <text x={10} y={height - 2} fill={theme.muted}>
          {fitText(`and ${more} smaller: the table has them`, 11, width - 20)}
        </text>
      )}
    </Picture>
  );
}

interface RowProps {
  readonly factor: TornadoFactor;
  readonly layout: Layout;
  /** Px. */
  readonly top: number;
  readonly theme: ChartTheme;
  readonly unit: string;
}

function Row({ factor, layout, top, theme, unit }: RowProps): ReactElement {
  const { plane, axis, rowHeight, beside } = layout;
  const { effect, low, high, unsourced, matters, label, range } = factor;
  const barTop = beside ? top + rowHeight * 0.2 : top + rowHeight * 0.45;
  const barHeight = rowHeight * (beside ? 0.6 : 0.45);
  const [from, to] = [axis.at(0), axis.at(Number.isNaN(effect) ? 0 : effect)];
  const rect = { x: Math.min(from, to), y: barTop, width: Math.abs(to - from), height: barHeight };
  const colour = matters ? seriesColour(theme, 0) : theme.base;
  const number = `${bareQuantity(effect, unit)} ${directionOf(factor)}`.trim();
  const end = Math.max(from, to, Number.isFinite(high) ? axis.at(high) : 0);
  return (
    <g data-part="bar">
      <rect
        x={px(rect.x)}
        y={px(rect.y)}
        width={px(rect.width)}
        height={px(rect.height)}
        fill={colour}
        fillOpacity={unsourced ? 0.18 : 0.7}
        stroke={unsourced ? colour : 'none'}
      />
      {unsourced && <path d={hatchPath(rect)} stroke={colour} strokeWidth={1} data-part="unsourced" />}
      {Number.isFinite(low) && Number.isFinite(high) && (
        <Whisker from={axis.at(low)} to={axis.at(high)} at={barTop + barHeight / 2} colour={theme.text} />
      )}
      <text x={px(end + 6)} y={px(barTop + barHeight / 2 + 4)} fill={theme.text} fontWeight={600}>
        {number}
      </text>
      {beside ? (
        <>
          <text
            x={px(plane.left - 8)}
            y={px(top + rowHeight / 2 - 1)}
            fill={theme.text}
            textAnchor="end"
            fontSize={12}
          >
            {fitText(label, 12, plane.left - 14)}
          </text>
          <text
            x={px(plane.left - 8)}
            y={px(top + rowHeight / 2 + 11)}
            fill={theme.muted}
            textAnchor="end"
            fontSize={10}
          >
            {fitText(range, 10, plane.left - 14)}
          </text>
        </>
      ) : (
        <NameAbove
          label={label}
          range={range}
          width={plane.right + 50 - plane.left}
          x={plane.left}
          y={barTop - 4}
          theme={theme}
        />
      )}
    </g>
  );
}

interface NameAboveProps {
  readonly label: string;
  readonly range: string;
  readonly width: number;
  readonly x: number;
  readonly y: number;
  readonly theme: ChartTheme;
}

const NameAbove = ({ label, range, width, x, y, theme }: NameAboveProps): ReactElement => (
  <text x={px(x)} y={px(y)} fill={theme.text}>
    {fitText(label, 11, width * 0.6)}
    <tspan dx={6} fill={theme.muted} fontSize={10}>
      {fitText(range, 10, width * 0.36)}
    </tspan>
  </text>
);
