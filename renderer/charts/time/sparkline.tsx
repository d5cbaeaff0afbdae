import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { chartTable } from '../chart-table.ts';
import { seriesColour } from '../chart-theme.ts';
import { numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { bareSigned, signed, unstopped, withUnit } from '../parts/words.ts';
import { lastOf } from '../series-labels.ts';
import { bandPath, linePath } from '../svg-path.ts';
import { datedAxis } from './dated-axis.ts';
import type { SparklineSubject } from './sparkline-subject.ts';

/** How healthy now? The course of one number in a card, without axes: the words of the card say value, change and verdict. */
export function sparkline(subject: SparklineSubject): Chart {
  const { definition, unit, fan, span } = subject;
  const title = finding(subject);
  const words = {
    title,
    subtitle: withUnit(unstopped(definition), unit),
    summary: summaryOf(subject, title),
  };
  return {
    id: 'sparkline',
    ...words,
    table: () => chartTable({ span, series: [{ label: '', fan, paths: [] }] }),
    heightAt: () => 32,
    draw: (frame) => <Sparkline subject={subject} words={words} frame={frame} />,
    items: span.ticks,
    readout: (tick) => `${isoDay(span.startDay + tick)}: ${quantity(fan.median[tick] ?? Number.NaN, unit)}`,
    itemAt: (frame, x) => datedAxis(span, margin, frame.width - margin).tickAt(x),
  };
}

const margin = 4;

/** "Active providers at 184k units, −12k against base: watch". */
function finding({ title, unit, fan, delta, verdict }: SparklineSubject): string {
  const value = lastOf(fan.median, fan.median.length);
  if (value === undefined) return `${title}: no value yet`;
  const change = delta === undefined ? '' : `, ${bareSigned(delta.mean, unit)} against ${delta.base}`;
  return `${title} at ${quantity(value, unit)}${change}${verdict === undefined ? '' : `: ${verdict.word}`}`;
}

function summaryOf({ unit, delta, verdict, fan }: SparklineSubject, title: string): string {
  const [low, high] = [lastOf(fan.p5, fan.p5.length), lastOf(fan.p95, fan.p95.length)];
  const spread =
    low === undefined || high === undefined || fan.seeds < 2
      ? []
      : [`In 9 of 10 seeds between ${bareQuantity(low, unit)} and ${quantity(high, unit)}`];
  const { interval } = delta ?? {};
  const sure =
    interval === undefined
      ? []
      : [`The change lies between ${signed(interval.low, unit)} and ${signed(interval.high, unit)} (95 %)`];
  const rule = verdict === undefined ? [] : [`Rule: ${unstopped(verdict.rule)}`];
  return `${[title, ...spread, ...sure, ...rule].join('. ')}.`;
}

interface SparklineProps {
  readonly subject: SparklineSubject;
  readonly words: Pick<Chart, 'title' | 'subtitle' | 'summary'>;
  readonly frame: Frame;
}

function Sparkline({ subject, words, frame }: SparklineProps): ReactElement {
  const { fan, span, unit, verdict } = subject;
  const { theme, width, height, cursor } = frame;
  const colour = seriesColour(theme, 0);
  const dates = datedAxis(span, margin, width - margin);
  const top = bodyTop(words, frame) + margin;
  const { at } = numberAxis({
    values: [...fan.median, ...fan.p25, ...fan.p75],
    unit,
    range: [height - margin, top],
    tight: true,
  });
  const scales = { left: margin, right: width - margin, x: dates.x, y: at };
  const shown = cursor ?? span.ticks - 1;
  const value = fan.median[shown] ?? Number.NaN;
  return (
    <Picture words={words} frame={frame}>
      <path d={bandPath(fan.p25, fan.p75, scales)} fill={colour} fillOpacity={0.2} />
      <path
        d={linePath(fan.median, fan.median.length, scales)}
        fill="none"
        stroke={colour}
        strokeWidth={1.5}
      />
      {Number.isFinite(value) && (
        <circle
          cx={px(dates.x(shown))}
          cy={px(at(value))}
          r={3}
          fill={verdict === undefined ? colour : theme.verdict[verdict.word]}
          data-part="now"
        />
      )}
    </Picture>
  );
}
