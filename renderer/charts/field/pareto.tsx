import type { ReactElement } from 'react';
import type { Chart, Frame } from '../chart.ts';
import { seriesColour } from '../chart-theme.ts';
import { BottomAxis, LeftAxis, type Plane } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { hatchPath } from '../parts/hatch.ts';
import { nearestPoint } from '../parts/nearest-point.ts';
import { axisWidth, type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { textWidth } from '../text-width.ts';
import { ParetoPoint } from './pareto-point.tsx';
import type { ParetoLimit, ParetoSubject } from './pareto-subject.ts';
import {
  frontier,
  goalName,
  paretoFinding,
  paretoReadout,
  paretoSubtitle,
  paretoSummary,
  paretoTable,
} from './pareto-words.ts';

/** What trade-offs exist? Two goals against each other; items are the candidates in order, and last the scenario as it is. */
export function pareto(subject: ParetoSubject): Chart {
  const words = {
    title: paretoFinding(subject),
    subtitle: paretoSubtitle(subject),
    summary: paretoSummary(subject),
  };
  return {
    id: 'pareto',
    ...words,
    table: () => paretoTable(subject),
    heightAt: (width) => Math.round(Math.min(380, Math.max(240, width * 0.6))),
    draw: (frame) => <Pareto subject={subject} words={words} frame={frame} />,
    items: subject.candidates.length + 1,
    readout: (item) => paretoReadout(subject, item),
    itemAt(frame, x, y) {
      const { xAxis, yAxis } = layoutOf(subject, words, frame);
      const places = [...subject.candidates, subject.asItIs].map((each) =>
        Number.isFinite(each.x.value + each.y.value)
          ? { x: xAxis.at(each.x.value), y: yAxis.at(each.y.value) }
          : undefined,
      );
      return nearestPoint(places, x, y);
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

interface Layout {
  readonly plane: Plane;
  readonly xAxis: NumberAxis;
  readonly yAxis: NumberAxis;
}

function layoutOf({ x, y, candidates, asItIs, limits }: ParetoSubject, words: Words, frame: Frame): Layout {
  const top = bodyTop(words, frame) + 24;
  const bottom = frame.height - 38;
  const valuesOf = (axis: 'x' | 'y') => [
    ...[...candidates, asItIs].flatMap((each) => [
      each[axis].value,
      each[axis].interval?.low ?? Number.NaN,
      each[axis].interval?.high ?? Number.NaN,
    ]),
    ...limits.filter((limit) => limit.axis === axis).map(({ value }) => value),
  ];
  const yAxis = numberAxis({ values: valuesOf('y'), unit: y.unit, range: [bottom - 6, top + 6] });
  const left = axisWidth(yAxis);
  const right = frame.width - 12;
  const xAxis = numberAxis({ values: valuesOf('x'), unit: x.unit, range: [left + 6, right - 6], room: 64 });
  return { plane: { left, right, top, bottom }, xAxis, yAxis };
}

interface ParetoProps {
  readonly subject: ParetoSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function Pareto({ subject, words, frame }: ParetoProps): ReactElement {
  const { theme, cursor, selected } = frame;
  const { candidates, asItIs, limits } = subject;
  const layout = layoutOf(subject, words, frame);
  const { plane, xAxis, yAxis } = layout;
  const front = frontier(subject);
  const line = front.map(
    ({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(xAxis.at(x.value))},${px(yAxis.at(y.value))}`,
  );
  const all = [...candidates, asItIs];
  return (
    <Picture words={words} frame={frame}>
      <LeftAxis plane={plane} ticks={yAxis.ticks} theme={theme} name={goalName(subject.y)} />
      <BottomAxis plane={plane} ticks={xAxis.ticks} theme={theme} name={goalName(subject.x)} grid />
      {limits.map((limit) => (
        <Beyond key={limit.written} limit={limit} layout={layout} frame={frame} />
      ))}
      {line.length > 1 && (
        <path
          d={line.join('')}
          fill="none"
          stroke={seriesColour(theme, 0)}
          strokeWidth={1.5}
          strokeOpacity={0.6}
          data-part="frontier"
        />
      )}
      {all.map((each, item) => {
        if (!Number.isFinite(each.x.value + each.y.value)) return null;
        return (
          <ParetoPoint
            key={each === asItIs ? '' : each.label}
            candidate={each}
            base={each === asItIs}
            marked={item === cursor ? 'cursor' : item === selected ? 'selected' : 'no'}
            xAxis={xAxis}
            yAxis={yAxis}
            theme={theme}
          />
        );
      })}
      <Names subject={subject} layout={layout} frame={frame} />
    </Picture>
  );
}

interface PartProps {
  readonly layout: Layout;
  readonly frame: Frame;
}

/** The part of the plane that a constraint rules out. */
function Beyond({ limit, layout, frame }: PartProps & { readonly limit: ParetoLimit }): ReactElement {
  const { plane, xAxis, yAxis } = layout;
  const { theme } = frame;
  const { left, right, top, bottom } = plane;
  const at = limit.axis === 'x' ? xAxis.at(limit.value) : yAxis.at(limit.value);
  const low = limit.keep === 'above';
  const [x1, x2, y1, y2] =
    limit.axis === 'x'
      ? low
        ? [left, at, top, bottom]
        : [at, right, top, bottom]
      : low
        ? [left, right, at, bottom]
        : [left, right, top, at];
  const rect = { x: x1, y: y1, width: Math.max(0, x2 - x1), height: Math.max(0, y2 - y1) };
  const room = limit.axis === 'x' ? Math.max(rect.width, 0) - 8 : right - left - 8;
  const text = room > 60 ? fitText(`not ${limit.written}`, 11, room) : '';
  return (
    <g data-part="beyond">
      <rect
        x={px(rect.x)}
        y={px(rect.y)}
        width={px(rect.width)}
        height={px(rect.height)}
        fill={theme.base}
        fillOpacity={0.1}
      />
      <path d={hatchPath(rect, 9)} stroke={theme.base} strokeOpacity={0.45} strokeWidth={0.75} />
      {text !== '' && rect.height > 16 && (
        <text
          x={px(rect.x + 4)}
          y={px(limit.axis === 'y' && low ? rect.y + rect.height - 5 : rect.y + 12)}
          fill={theme.muted}
          stroke={theme.background}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {text}
        </text>
      )}
    </g>
  );
}

/** Names what can be told by no legend: the scenario, and the frontier at its end that has more room. */
function Names({ subject, layout, frame }: PartProps & { readonly subject: ParetoSubject }): ReactElement {
  const { theme } = frame;
  const { plane, xAxis, yAxis } = layout;
  const front = frontier(subject);
  const label = (x: number, y: number, text: string, colour: string) => {
    const onTheRight = x + 8 + textWidth(text, 11, 600) > plane.right;
    return (
      <text
        key={text}
        x={px(onTheRight ? x - 8 : x + 8)}
        y={px(Math.max(plane.top + 10, y - 7))}
        textAnchor={onTheRight ? 'end' : 'start'}
        fill={colour}
        fontWeight={600}
        stroke={theme.background}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {text}
      </text>
    );
  };
  const base = { x: xAxis.at(subject.asItIs.x.value), y: yAxis.at(subject.asItIs.y.value) };
  const ends = [front.at(-1), front[0]].flatMap((each) =>
    each === undefined ? [] : [{ x: xAxis.at(each.x.value), y: yAxis.at(each.y.value) }],
  );
  const far = [...ends].sort(
    (a, b) => Math.hypot(b.x - base.x, b.y - base.y) - Math.hypot(a.x - base.x, a.y - base.y),
  )[0];
  return (
    <g data-part="names" pointerEvents="none">
      {far !== undefined && label(far.x, far.y, 'frontier', seriesColour(theme, 0))}
      {Number.isFinite(base.x + base.y) && label(base.x, base.y, 'as it is', theme.muted)}
    </g>
  );
}
