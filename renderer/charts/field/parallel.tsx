import type { ReactElement } from 'react';
import type { Chart, Frame } from '../chart.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { fitText } from '../parts/fit-text.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { withUnit } from '../parts/words.ts';
import { isKept, lineAt, type ParallelLayout, type PlacedAxis, parallelLayout } from './parallel-layout.ts';
import type { Brush, ParallelLine, ParallelSubject } from './parallel-subject.ts';
import {
  parallelFinding,
  parallelReadout,
  parallelSummary,
  parallelTable,
  spelled,
} from './parallel-words.ts';

/** How do many parameters relate? A line a case across one axis a parameter or measure; an item is a line. */
export function parallel(subject: ParallelSubject): Chart {
  const { axes, lines } = subject;
  const told = lines.some(({ verdict }) => verdict !== undefined)
    ? '; solid lines pass, dashed watch, dotted fail'
    : '';
  const words = {
    title: parallelFinding(subject),
    subtitle: `${subject.title}: one line a case${told}`,
    summary: parallelSummary(subject),
  };
  const layoutOf = (frame: Frame) => parallelLayout({ axes, lines }, frame, bodyTop(words, frame));
  return {
    id: 'parallel',
    ...words,
    table: () => parallelTable(subject),
    heightAt: () => 300,
    draw: (frame) => <Parallel subject={subject} words={words} frame={frame} layout={layoutOf(frame)} />,
    items: lines.length,
    readout: (item) => parallelReadout(subject, item),
    itemAt: (frame, x, y) => lineAt(subject, layoutOf(frame), x, y),
  };
}

interface ParallelProps {
  readonly subject: ParallelSubject;
  readonly words: Pick<Chart, 'title' | 'subtitle' | 'summary'>;
  readonly frame: Frame;
  readonly layout: ParallelLayout;
}

const dashes = { pass: 'none', watch: '7 3', fail: '1.5 3' } as const;

function colourOf(theme: ChartTheme, { verdict }: ParallelLine): string {
  if (verdict === undefined) return seriesColour(theme, 0);
  return seriesColour(theme, { pass: 0, watch: 4, fail: 1 }[verdict]);
}

function Parallel({ subject, words, frame, layout }: ParallelProps): ReactElement {
  const { theme, cursor, selected } = frame;
  const { lines, brushes = [] } = subject;
  const marked = [selected, cursor].flatMap((item) => lines[item ?? -1] ?? []);
  const opacity = Math.max(0.25, Math.min(0.8, 20 / Math.max(1, lines.length)));
  return (
    <Picture words={words} frame={frame}>
      {lines.map((line) => {
        if (isKept(line, subject)) return null;
        return (
          <path
            key={line.label}
            d={lineOf(line, layout)}
            fill="none"
            stroke={theme.grid}
            data-part="left-out"
          />
        );
      })}
      {lines.map((line) => {
        if (!isKept(line, subject)) return null;
        return (
          <path
            key={line.label}
            d={lineOf(line, layout)}
            fill="none"
            stroke={colourOf(theme, line)}
            strokeOpacity={opacity}
            strokeWidth={1.5}
            strokeDasharray={dashes[line.verdict ?? 'pass']}
            data-part="line"
          />
        );
      })}
      {marked.map((line, index) => (
        <path
          key={`${line.label} ${index === 0 ? 'selected' : 'cursor'}`}
          d={lineOf(line, layout)}
          fill="none"
          stroke={theme.text}
          strokeWidth={2.5}
          strokeDasharray={dashes[line.verdict ?? 'pass']}
          pointerEvents="none"
          data-part="cursor"
        />
      ))}
      {layout.axes.map((placed, index) => (
        <Axis
          key={placed.axis.label}
          placed={placed}
          index={index}
          layout={layout}
          frame={frame}
          {...(brushes[index] === undefined ? {} : { brush: brushes[index] })}
        />
      ))}
    </Picture>
  );
}

/** A value that is not known leaves a gap. */
function lineOf({ values }: ParallelLine, { axes }: ParallelLayout): string {
  let d = '';
  let pen = 'M';
  for (const [index, { x, scale }] of axes.entries()) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      pen = 'M';
      continue;
    }
    d += `${pen}${px(x)},${px(scale.at(value))}`;
    pen = 'L';
  }
  return d;
}

interface AxisProps {
  readonly placed: PlacedAxis;
  readonly index: number;
  readonly layout: ParallelLayout;
  readonly frame: Frame;
  readonly brush?: Brush;
}

/** Names stand in two rows by turns, so that each has the room of two axes; those at the ends share it with one beside them alone. */
function Axis({ placed, index, layout, frame, brush }: AxisProps): ReactElement {
  const { theme, width } = frame;
  const { axis, x, scale } = placed;
  const { top, bottom, step, axes } = layout;
  const last = axes.length - 1;
  const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle';
  const nameAt = index === 0 ? 4 : index === last ? width - 4 : x;
  const ends = index === 0 || index === last;
  const room = Math.max(24, ends ? step + 26 : step * 1.9) - 6;
  const name = withUnit(axis.label, axis.unit) + (axis.scale === 'log' ? ', log' : '');
  return (
    <g data-part="axis">
      <line x1={px(x)} x2={px(x)} y1={px(top)} y2={px(bottom)} stroke={theme.muted} />
      <text x={px(nameAt)} y={px(top - (index % 2 === 0 ? 34 : 20))} fill={theme.text} textAnchor={anchor}>
        {fitText(name, 11, room)}
        <title>{name}</title>
      </text>
      <text x={px(x)} y={px(top - 5)} fill={theme.muted} fontSize={10} textAnchor="middle">
        {fitText(spelled(axis, scale.high, true), 10, Math.max(20, step - 4))}
      </text>
      <text x={px(x)} y={px(bottom + 13)} fill={theme.muted} fontSize={10} textAnchor="middle">
        {fitText(spelled(axis, scale.low, true), 10, Math.max(20, step - 4))}
      </text>
      {brush !== undefined && (
        <rect
          x={px(x - 6)}
          y={px(scale.at(brush.high))}
          width={12}
          height={px(Math.max(2, scale.at(brush.low) - scale.at(brush.high)))}
          fill={theme.text}
          fillOpacity={0.2}
          stroke={theme.text}
          data-part="brush"
        />
      )}
    </g>
  );
}
