import { interpolateLab, lab } from 'd3';
import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { tableOf } from '../data-table.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { withUnit } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import { HeatmapAxes } from './heatmap-axes.tsx';
import { type HeatmapLayout, heatmapLayout, legendHeight } from './heatmap-layout.ts';
import type { HeatmapSubject } from './heatmap-subject.ts';
import { cellText, heatmapFinding, heatmapSummary } from './heatmap-words.ts';
import { verdictBoundary } from './verdict-boundary.ts';

/** Do two assumptions interact? A measure over both, and the line on which a verdict turns; an item is a cell. */
export function heatmap(subject: HeatmapSubject): Chart {
  const { x, y, title, unit, verdict, values } = subject;
  const turns =
    verdict === undefined
      ? ''
      : `; the line is where "${verdict.title}" holds in half of the seeds, dots where it holds in more`;
  const words = {
    title: heatmapFinding(subject),
    subtitle: `${withUnit(title, unit)} over ${x.label} and ${y.label}${turns}`,
    summary: heatmapSummary(subject),
  };
  return {
    id: 'heatmap',
    ...words,
    table: () =>
      tableOf(
        [
          withUnit(x.label, x.unit),
          withUnit(y.label, y.unit),
          withUnit(title, unit === 'share' ? '1' : unit),
          ...(verdict ? [`${verdict.title} (share of seeds)`] : []),
        ],
        Array.from(values, (value, cell) => [
          x.values[cell % x.values.length] ?? '',
          y.values[Math.floor(cell / x.values.length)] ?? '',
          value,
          ...(verdict ? [verdict.shares[cell] ?? Number.NaN] : []),
        ]),
      ),
    heightAt: (width) => Math.round(Math.min(420, Math.max(220, width * 0.6))),
    draw: (frame) => <Heatmap subject={subject} words={words} frame={frame} />,
    items: values.length,
    readout: (cell) => cellText(subject, cell),
    itemAt(frame, atX, atY) {
      const { left, top, cellWidth, cellHeight } = heatmapLayout(subject, bodyTop(words, frame), frame);
      const column = Math.floor((atX - left) / cellWidth);
      const row = y.values.length - 1 - Math.floor((atY - top) / cellHeight);
      const inside = column >= 0 && column < x.values.length && row >= 0 && row < y.values.length;
      return inside ? row * x.values.length + column : undefined;
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

interface HeatmapProps {
  readonly subject: HeatmapSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function Heatmap({ subject, words, frame }: HeatmapProps): ReactElement {
  const { theme, cursor, selected } = frame;
  const { x, y, values, unit, verdict } = subject;
  const layout = heatmapLayout(subject, bodyTop(words, frame), frame);
  const { left, bottom, cellWidth, cellHeight } = layout;
  const columns = x.values.length;
  const known = values.filter(Number.isFinite);
  const low = known.reduce((a, b) => Math.min(a, b), known[0] ?? 0);
  const high = known.reduce((a, b) => Math.max(a, b), known[0] ?? 1);
  const shareOf = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const colour = interpolateLab(...theme.heat);
  const onCell = (value: number) => readable(colour(shareOf(value)), theme);
  const texts = Array.from(values, (value) => (Number.isFinite(value) ? bareQuantity(value, unit) : ''));
  const numbered = cellHeight >= 18 && texts.every((text) => textWidth(text, 11) < cellWidth - 8);
  const at = (cell: number) => ({
    x: left + (cell % columns) * cellWidth,
    y: bottom - (Math.floor(cell / columns) + 1) * cellHeight,
  });
  const base = x.base === undefined || y.base === undefined ? undefined : y.base * columns + x.base;
  const outlined = [
    { cell: base, colour: theme.base, width: 2.5, part: 'base' },
    { cell: selected, colour: theme.text, width: 2, part: 'selected' },
    { cell: cursor, colour: theme.text, width: 1.5, part: 'cursor' },
  ];
  return (
    <Picture words={words} frame={frame}>
      {Array.from(values, (value, cell) => (
        <rect
          key={`${x.values[cell % columns]} ${y.values[Math.floor(cell / columns)]}`}
          x={px(at(cell).x)}
          y={px(at(cell).y)}
          width={px(cellWidth - 1)}
          height={px(cellHeight - 1)}
          fill={Number.isFinite(value) ? colour(shareOf(value)) : 'none'}
          stroke={Number.isFinite(value) ? 'none' : theme.grid}
          data-part="cell"
        />
      ))}
      {verdict !== undefined && <Boundary subject={subject} layout={layout} onCell={onCell} frame={frame} />}
      {numbered &&
        texts.map((text, cell) => (
          <text
            key={`${x.values[cell % columns]} ${y.values[Math.floor(cell / columns)]}`}
            x={px(at(cell).x + cellWidth / 2)}
            y={px(at(cell).y + cellHeight / 2 + 4)}
            textAnchor="middle"
            fill={onCell(values[cell] ?? 0)}
            stroke={colour(shareOf(values[cell] ?? 0))}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {text}
          </text>
        ))}
      {outlined.map(({ cell, colour: stroke, width, part }) =>
        cell === undefined || cell >= values.length ? null : (
          <rect
            key={part}
            x={px(at(cell).x + 1)}
            y={px(at(cell).y + 1)}
            width={px(cellWidth - 3)}
            height={px(cellHeight - 3)}
            fill="none"
            stroke={stroke}
            strokeWidth={width}
            data-part={part}
          />
        ),
      )}
      <HeatmapAxes subject={subject} layout={layout} theme={theme} width={frame.width} />
      <Legend frame={frame} low={low} high={high} colour={colour} unit={unit} base={base !== undefined} />
    </Picture>
  );
}

/** Whichever of text and background stands out more from a colour: they are alike at a lightness of 50. */
function readable(colour: string, { text, background }: ChartTheme): string {
  const dark = lab(text).l < lab(background).l ? text : background;
  return lab(colour).l > 50 ? dark : dark === text ? background : text;
}

interface BoundaryProps {
  readonly subject: HeatmapSubject;
  readonly layout: HeatmapLayout;
  readonly onCell: (value: number) => string;
  readonly frame: Frame;
}

/** The line on which the verdict turns, with a rim of the background so that it shows on every colour; dots where it holds. */
function Boundary({ subject, layout, onCell, frame }: BoundaryProps): ReactElement {
  const { theme } = frame;
  const { x, y, verdict, values } = subject;
  const { left, bottom, cellWidth, cellHeight } = layout;
  const columns = x.values.length;
  const place = (column: number, row: number) =>
    `${px(left + column * cellWidth)},${px(bottom - row * cellHeight)}`;
  const d = verdictBoundary(verdict?.shares ?? new Float64Array(), columns, y.values.length)
    .map(([from, to]) => `M${place(...from)}L${place(...to)}`)
    .join('');
  return (
    <g data-part="boundary">
      {Array.from(verdict?.shares ?? [], (share, cell) =>
        share >= 0.5 ? (
          <circle
            key={`${x.values[cell % columns]} ${y.values[Math.floor(cell / columns)]}`}
            cx={px(left + ((cell % columns) + 1) * cellWidth - 7)}
            cy={px(bottom - (Math.floor(cell / columns) + 1) * cellHeight + 6)}
            r={2}
            fill={onCell(values[cell] ?? 0)}
          />
        ) : null,
      )}
      <path d={d} fill="none" stroke={theme.background} strokeWidth={5} strokeLinecap="round" />
      <path d={d} fill="none" stroke={theme.below} strokeWidth={2.5} strokeLinecap="round" />
    </g>
  );
}

interface LegendProps {
  readonly frame: Frame;
  readonly low: number;
  readonly high: number;
  readonly colour: (share: number) => string;
  readonly unit: string;
  readonly base: boolean;
}

function Legend({ frame, low, high, colour, unit, base }: LegendProps): ReactElement {
  const { theme, width, height } = frame;
  const steps = 7;
  const span = Math.min(180, width * 0.5);
  const top = height - legendHeight + 10;
  return (
    <g fill={theme.muted} data-part="legend">
      {Array.from({ length: steps }, (_, step) => (
        <rect
          key={colour(step / (steps - 1))}
          x={px(8 + (step * span) / steps)}
          y={px(top)}
          width={px(span / steps)}
          height={8}
          fill={colour(step / (steps - 1))}
        />
      ))}
      <text x={8} y={px(top + 20)}>
        {bareQuantity(low, unit)}
      </text>
      <text x={px(8 + span)} y={px(top + 20)} textAnchor="end">
        {quantity(high, unit)}
      </text>
      {base && (
        <>
          <rect
            x={px(span + 24)}
            y={px(top - 2)}
            width={12}
            height={12}
            fill="none"
            stroke={theme.base}
            strokeWidth={2.5}
          />
          <text x={px(span + 42)} y={px(top + 8)}>
            as it is
          </text>
        </>
      )}
    </g>
  );
}
