import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { spreadLabels } from '../direct-labels.ts';
import { fitText } from '../parts/fit-text.ts';
import { halo } from '../parts/halo.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { bareSigned, signed } from '../parts/words.ts';
import { PlotAxes } from '../plot-axes.tsx';
import type { PlotSeries } from '../plot-data.ts';
import { layoutPlot, type PlotLayout } from '../plot-layout.ts';
import { bandPath, linePath } from '../svg-path.ts';
import type { DifferenceFansSubject, ScenarioFansSubject } from './scenario-fans-subject.ts';
import {
  bandsDrawn,
  differenceFinding,
  differenceSubtitle,
  endOf,
  fansReadout,
  fansSubtitle,
  fansSummary,
  fansTable,
  overlaidFinding,
} from './scenario-fans-words.ts';
import { styleColour, styleDash } from './scenario-style.ts';

/** Which future is better? The same metric of two or three scenarios over each other; the base is grey. */
export function overlaidFans(subject: ScenarioFansSubject): Chart {
  const title = overlaidFinding(subject);
  return chartOf(subject, {
    id: 'overlaid-fans',
    title,
    subtitle: `${fansSubtitle(subject)}; ${bandsDrawn(subject)}`,
    summary: fansSummary(subject, title),
    show: quantity,
    bare: bareQuantity,
    of: '',
  });
}

/** How much better? Differences from the base seed by seed, around a line labelled "no difference". */
export function differenceFans(subject: DifferenceFansSubject): Chart {
  const title = differenceFinding(subject);
  return chartOf(subject, {
    id: 'difference-fans',
    title,
    subtitle: differenceSubtitle(subject),
    summary: fansSummary(subject, `${title}. Difference from ${subject.base}`, signed),
    show: signed,
    bare: bareSigned,
    of: ` less ${subject.base}`,
  });
}

interface Kind extends Pick<Chart, 'id' | 'title' | 'subtitle' | 'summary'> {
  readonly show: typeof quantity;
  readonly bare: typeof bareQuantity;
  /** Follows the name of a scenario in the table; not empty where values are differences. */
  readonly of: string;
}

function chartOf(subject: ScenarioFansSubject, kind: Kind): Chart {
  return {
    ...kind,
    table: () => fansTable(subject, kind.of),
    heightAt: () => 240,
    draw: (frame) => <ScenarioFans subject={subject} kind={kind} frame={frame} />,
    items: subject.span.ticks,
    readout: (tick) => fansReadout(subject, tick, kind.show),
    itemAt: (frame, x) => layoutOf(subject, kind, frame).tickAt(x),
  };
}

/** The part of the width that names at the right end may take. */
const labelShare = 0.36;

function labelsOf({ scenarios, unit }: ScenarioFansSubject, { bare }: Kind, { width }: Frame) {
  return scenarios.flatMap((one) => {
    const end = endOf(one);
    if (end === undefined) return [];
    const number = bare(end.median, unit);
    const text = fitText(one.label, 11, width * labelShare - number.length * 7, 600);
    return [{ text: `${text} ${number}`, value: end.median, style: one.style }];
  });
}

function layoutOf(subject: ScenarioFansSubject, kind: Kind, frame: Frame): PlotLayout {
  const { span, unit, scenarios } = subject;
  const differences = kind.of !== '';
  const series: PlotSeries[] = scenarios.map(({ label, fan }) => ({
    label,
    paths: [],
    // Zero is one of the series, and several show their middle half: one alone says that its middle is all of it.
    fan: differences && scenarios.length === 1 ? { ...fan, p25: fan.p5, p75: fan.p95 } : fan,
  }));
  const zeros = { seed: '', values: new Float64Array(span.ticks), done: span.ticks };
  return layoutPlot({
    width: frame.width,
    height: frame.height,
    top: bodyTop(kind, frame),
    series: differences ? [...series, { label: '', paths: [zeros] }] : series,
    span,
    unit,
    labels: labelsOf(subject, kind, frame).map(({ text }) => text),
  });
}

interface ScenarioFansProps {
  readonly subject: ScenarioFansSubject;
  readonly kind: Kind;
  readonly frame: Frame;
}

function ScenarioFans({ subject, kind, frame }: ScenarioFansProps): ReactElement {
  const { theme, cursor } = frame;
  const { scenarios } = subject;
  const layout = layoutOf(subject, kind, frame);
  const labels = spreadLabels(
    labelsOf(subject, kind, frame).map(({ text, value, style }) => ({
      text,
      y: layout.y(value),
      colour: styleColour(theme, style),
      bold: true,
    })),
    layout.top + 4,
    layout.bottom - 2,
  );
  return (
    <Picture words={kind} frame={frame}>
      <PlotAxes layout={layout} theme={theme} />
      {scenarios.map(({ label, fan, style }) => (
        <g key={label} fill={styleColour(theme, style)} fillOpacity={0.2} data-part="bands">
          {scenarios.length === 1 && <path d={bandPath(fan.p5, fan.p95, layout)} />}
          <path d={bandPath(fan.p25, fan.p75, layout)} />
        </g>
      ))}
      {kind.of !== '' && (
        <line
          x1={layout.left}
          x2={layout.right}
          y1={px(layout.y(0))}
          y2={px(layout.y(0))}
          stroke={theme.text}
          strokeWidth={1.25}
          data-part="zero"
        />
      )}
      {scenarios.map(({ label, fan, style }) => (
        <path
          key={label}
          d={linePath(fan.median, fan.median.length, layout)}
          fill="none"
          stroke={styleColour(theme, style)}
          strokeWidth={2}
          strokeDasharray={styleDash(style)}
          strokeLinejoin="round"
          data-part="median"
        />
      ))}
      {labels.map(({ text, y, colour }) => (
        <text key={text} x={px(layout.right + 6)} y={px(y + 4)} fill={colour} fontWeight={600}>
          {text}
        </text>
      ))}
      {kind.of !== '' && <ZeroName subject={subject} layout={layout} theme={theme} />}
      {cursor !== undefined && <Cursor subject={subject} layout={layout} frame={frame} tick={cursor} />}
    </Picture>
  );
}

/** Named at the end where the lines are farther from it, and on the side where they are not. */
function ZeroName({ subject, layout, theme }: ZeroNameProps): ReactElement {
  const { scenarios, span } = subject;
  const mediansAt = (share: number) =>
    scenarios.map(({ fan }) => fan.median[Math.floor(span.ticks * share)] ?? 0);
  const nearest = (medians: readonly number[]) => Math.min(...medians.map(Math.abs));
  const [begin, end] = [mediansAt(0.12), mediansAt(0.88)];
  const onTheLeft = nearest(begin) > nearest(end);
  const above = (onTheLeft ? begin : end).filter((median) => median > 0).length > scenarios.length / 2;
  const y = layout.y(0);
  const below = (above && layout.bottom - y > 16) || y - layout.top < 16;
  return (
    <text
      x={px(onTheLeft ? layout.left + 4 : layout.right - 4)}
      y={px(y + (below ? 13 : -5))}
      textAnchor={onTheLeft ? 'start' : 'end'}
      fill={theme.text}
      {...halo(theme)}
      data-part="zero-name"
    >
      no difference
    </text>
  );
}

interface ZeroNameProps {
  readonly subject: ScenarioFansSubject;
  readonly layout: PlotLayout;
  readonly theme: ChartTheme;
}

interface CursorProps {
  readonly subject: ScenarioFansSubject;
  readonly layout: PlotLayout;
  readonly frame: Frame;
  readonly tick: number;
}

function Cursor({ subject, layout, frame, tick }: CursorProps): ReactElement {
  const x = px(layout.x(tick));
  return (
    <g pointerEvents="none" data-part="cursor">
      <line
        x1={x}
        x2={x}
        y1={layout.top}
        y2={layout.bottom}
        stroke={frame.theme.muted}
        strokeDasharray="2 2"
      />
      {subject.scenarios.map(({ label, fan, style }) => {
        const value = fan.median[tick];
        if (value === undefined || !Number.isFinite(value)) return null;
        return (
          <circle
            key={label}
            cx={x}
            cy={px(layout.y(value))}
            r={3.5}
            fill={styleColour(frame.theme, style)}
          />
        );
      })}
    </g>
  );
}
