import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { seriesColour } from '../chart-theme.ts';
import { tableOf } from '../data-table.ts';
import { BottomAxis, LeftAxis, type Plane } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { halo } from '../parts/halo.ts';
import { axisWidth, type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { Whisker } from '../parts/whisker.tsx';
import { listed, withUnit } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import { responseFinding } from './response-finding.ts';
import type { ResponseLineSubject, ResponsePoint } from './response-line-subject.ts';

/** What does one parameter do? A measure over the values that were tried, with its interval; an item is a case. */
export function responseLine(subject: ResponseLineSubject): Chart {
  const { x, unit, title, points, intervalMeans } = subject;
  const finding = responseFinding(subject);
  const words = {
    title: finding,
    subtitle: `${withUnit(title, unit)} over ${withUnit(x.label, x.unit)}; the band is ${intervalMeans}`,
    summary: `${finding}. ${listed(endsOf(points).map((point) => wordsOf(subject, point)))}.`,
  };
  const number = (name: string) => withUnit(name, unit === 'share' ? '1' : unit);
  return {
    id: 'response',
    ...words,
    table: () =>
      tableOf(
        [withUnit(x.label, x.unit), number(title), number('low'), number('high')],
        points.map(({ x: at, value, low, high }) => [at, value, low, high]),
      ),
    heightAt: () => 240,
    draw: (frame) => <ResponseLine subject={subject} words={words} frame={frame} />,
    items: points.length,
    readout(item) {
      const point = points[item];
      return point === undefined ? '' : wordsOf(subject, point);
    },
    itemAt(frame, at) {
      const { xAxis } = layoutOf(subject, words, frame);
      return nearestAlong(points, at, xAxis);
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

const wordsOf = ({ x, unit, intervalMeans }: ResponseLineSubject, point: ResponsePoint): string =>
  `${x.label} ${quantity(point.x, x.unit)}: ${quantity(point.value, unit)}, ${intervalMeans} ${bareQuantity(point.low, unit)} to ${bareQuantity(point.high, unit)}`;

const endsOf = (points: readonly ResponsePoint[]): readonly ResponsePoint[] =>
  points.length < 3 ? points : [points[0], points.at(-1)].flatMap((point) => point ?? []);

function nearestAlong(points: readonly ResponsePoint[], at: number, axis: NumberAxis): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  for (const [index, { x }] of points.entries()) {
    const distance = Math.abs(axis.at(x) - at);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

interface Layout {
  readonly plane: Plane;
  readonly xAxis: NumberAxis;
  readonly yAxis: NumberAxis;
}

function layoutOf({ points, unit, x, level, base }: ResponseLineSubject, words: Words, frame: Frame): Layout {
  const top = bodyTop(words, frame) + 22;
  const bottom = frame.height - 38;
  const values = [
    ...points.flatMap(({ value, low, high }) => [value, low, high]),
    level?.value ?? Number.NaN,
  ];
  const share = unit === 'share' ? [0, 1] : [];
  const yAxis = numberAxis({
    values: [...values, ...share],
    unit,
    range: [bottom, top],
    zero: fromZero(values),
  });
  const left = axisWidth(yAxis);
  const right = frame.width - 14;
  const xs = [...points.map((point) => point.x), base ?? Number.NaN];
  const xAxis = numberAxis({
    values: xs,
    unit: x.unit,
    range: [left, right],
    scale: x.scale,
    tight: true,
    room: 64,
  });
  return { plane: { left, right, top, bottom }, xAxis, yAxis };
}

/** As charts over time do: begins at zero unless that would press the data into a strip at the top. */
function fromZero(values: readonly number[]): boolean {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return low > 0 && low <= 0.6 * high;
}

interface ResponseLineProps {
  readonly subject: ResponseLineSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function ResponseLine({ subject, words, frame }: ResponseLineProps): ReactElement {
  const { theme, cursor, selected, width } = frame;
  const { plane, xAxis, yAxis } = layoutOf(subject, words, frame);
  const known = subject.points.filter(({ value }) => Number.isFinite(value));
  const colour = seriesColour(theme, 0);
  const at = (x: number, y: number) => `${px(xAxis.at(x))},${px(yAxis.at(y))}`;
  const band = known.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const upper = band.map(({ x, high }) => at(x, high));
  const lower = band.map(({ x, low }) => at(x, low)).reverse();
  const name = withUnit(subject.x.label, subject.x.unit) + (subject.x.scale === 'log' ? ', log' : '');
  return (
    <Picture words={words} frame={frame}>
      <LeftAxis plane={plane} ticks={yAxis.ticks} theme={theme} />
      <BottomAxis plane={plane} ticks={xAxis.ticks} theme={theme} name={name} />
      {band.length > 1 && (
        <path d={`M${[...upper, ...lower].join('L')}Z`} fill={colour} fillOpacity={0.18} data-part="band" />
      )}
      <Rules subject={subject} plane={plane} xAxis={xAxis} yAxis={yAxis} frame={frame} />
      <path
        d={known.map(({ x, value }, index) => `${index === 0 ? 'M' : 'L'}${at(x, value)}`).join('')}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        data-part="line"
      />
      {subject.points.map(({ x, value, low, high }, index) => {
        if (!Number.isFinite(value)) return null;
        const marked = index === cursor || index === selected;
        const [from, to] = [yAxis.at(low), yAxis.at(high)];
        const whole = Number.isFinite(from) && Number.isFinite(to);
        return (
          <g key={x} data-part="point">
            {whole && <Whisker from={from} to={to} at={xAxis.at(x)} colour={colour} vertical />}
            <circle cx={px(xAxis.at(x))} cy={px(yAxis.at(value))} r={marked ? 5 : 3} fill={colour} />
          </g>
        );
      })}
      {known.length === 0 && (
        <text x={plane.left + 8} y={plane.top + 16} fill={theme.muted}>
          {fitText('No case has a number.', 11, width - plane.left)}
        </text>
      )}
    </Picture>
  );
}

interface RulesProps extends Layout {
  readonly subject: ResponseLineSubject;
  readonly frame: Frame;
}

/** The scenario as it is, and the level that is asked about. */
function Rules({ subject, plane, xAxis, yAxis, frame }: RulesProps): ReactElement {
  const { theme } = frame;
  const { base, level } = subject;
  const width = plane.right - plane.left;
  const baseAt = base === undefined ? 0 : xAxis.at(base);
  const baseText = fitText(`as it is, ${bareQuantity(base ?? 0, subject.x.unit)}`, 11, width);
  const half = textWidth(baseText, 11) / 2;
  const levelAt = yAxis.at(level?.value ?? 0);
  // At the end where the line is farther from it.
  const far = (point: ResponsePoint | undefined) => Math.abs(yAxis.at(point?.value ?? 0) - levelAt);
  const onTheLeft = far(subject.points[0]) > far(subject.points.at(-1));
  return (
    <>
      {base !== undefined && (
        <g data-part="base">
          <line
            x1={px(baseAt)}
            x2={px(baseAt)}
            y1={px(plane.top - 4)}
            y2={px(plane.bottom)}
            stroke={theme.base}
            strokeWidth={1.5}
          />
          <text
            x={px(Math.min(plane.right - half, Math.max(plane.left + half, baseAt)))}
            y={px(plane.top - 8)}
            fill={theme.muted}
            textAnchor="middle"
          >
            {baseText}
          </text>
        </g>
      )}
      {level !== undefined && (
        <g data-part="level">
          <line
            x1={px(plane.left)}
            x2={px(plane.right)}
            y1={px(levelAt)}
            y2={px(levelAt)}
            stroke={theme.text}
            strokeDasharray="2 2"
          />
          <text
            x={px(onTheLeft ? plane.left + 4 : plane.right - 4)}
            y={px(levelAt - 4)}
            fill={theme.text}
            textAnchor={onTheLeft ? 'start' : 'end'}
            {...halo(theme)}
          >
            {fitText(level.label, 11, width * 0.8)}
          </text>
        </g>
      )}
    </>
  );
}
