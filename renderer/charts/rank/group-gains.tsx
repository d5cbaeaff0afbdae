import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { type DataTable, tableOf } from '../data-table.ts';
import { BottomAxis, type Plane } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { MarkedRow } from '../parts/marked-row.tsx';
import { rowAt } from '../parts/nearest-point.ts';
import { type NumberAxis, numberAxis } from '../parts/number-axis.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { Whisker } from '../parts/whisker.tsx';
import { bareSigned, counted, listed, plural, signed, unstopped, withUnit } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import type { GroupGain, GroupGainsSubject } from './group-gains-subject.ts';

/** Who gains and who loses? Bars of the difference of each group with its interval, the largest gain first. */
export function groupGains(subject: GroupGainsSubject): Chart {
  const { quantity: what, base, other, by } = subject;
  const shown = ranked(subject);
  const words = {
    title: finding(subject, shown),
    subtitle: `${withUnit(what.title, what.unit)} by ${by}: ${other} less ${base}, seed by seed, with 95 % intervals. ${unstopped(what.definition)}`,
    summary: summaryOf(subject, shown),
  };
  return {
    id: `gains-by-${by}`,
    ...words,
    table: () => tableFor(subject, shown),
    heightAt: () => Math.max(90, shown.length * 26 + 40),
    draw: (frame) => <GroupGains subject={subject} shown={shown} words={words} frame={frame} />,
    items: shown.length,
    readout: (item) => readout(subject, shown[item]),
    itemAt(frame, _x, y) {
      const { plane, rowHeight } = layoutOf(subject, shown, words, frame);
      return rowAt(y, plane.top, rowHeight, shown.length);
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

/** The largest gain first; groups without a number are left out of the picture. */
const ranked = ({ groups }: GroupGainsSubject): readonly GroupGain[] =>
  groups
    .filter(({ difference }) => !Number.isNaN(difference.mean))
    .sort((a, b) => b.difference.mean - a.difference.mean);

/** 1 where the interval leaves no doubt of a gain, -1 of a loss, else 0. */
export const sureSign = ({ difference: { interval } }: GroupGain): -1 | 0 | 1 =>
  interval === undefined ? 0 : interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;

/** "Profit: of 8 regions 3 surely gain and 2 surely lose; most: Germany +1.2k USD/day". */
function finding({ by, quantity: { title, unit } }: GroupGainsSubject, shown: readonly GroupGain[]): string {
  if (shown.length === 0) return `${title} by ${by}: nothing to compare`;
  const gain = shown.filter((group) => sureSign(group) > 0).length;
  const lose = shown.filter((group) => sureSign(group) < 0).length;
  if (gain === 0 && lose === 0) return `${title}: no ${by} surely gains or loses`;
  const farthest = shown.reduce((a, b) =>
    Math.abs(b.difference.mean) > Math.abs(a.difference.mean) ? b : a,
  );
  const most = `${farthest.group} ${signed(farthest.difference.mean, unit)}`;
  const who = (count: number) => (count === 0 ? 'none' : count === shown.length ? 'all' : String(count));
  return `${title}: of ${shown.length} ${plural(by)} ${who(gain)} surely gain and ${who(lose)} surely lose; most: ${most}`;
}

function summaryOf(subject: GroupGainsSubject, shown: readonly GroupGain[]): string {
  const { unit } = subject.quantity;
  const ends = shown.length <= 6 ? shown : [...shown.slice(0, 3), ...shown.slice(-3)];
  const parts = ends.map(({ group, difference }) => `${group} ${signed(difference.mean, unit)}`);
  const which =
    ends.length < shown.length ? 'The three that gain most and the three that lose most' : 'In order';
  return `${finding(subject, shown)}. ${which}: ${listed(parts)}.`;
}

function tableFor(
  { quantity: { unit }, by, base, other }: GroupGainsSubject,
  shown: readonly GroupGain[],
): DataTable {
  const number = (name: string) => withUnit(name, unit === 'share' ? '1' : unit);
  return tableOf(
    [by, number(base), number(`${other} less ${base}`), number('low'), number('high'), 'seeds', 'units'],
    shown.map(({ group, base: before, difference, agents }) => [
      ...[group, before, difference.mean],
      ...[difference.interval?.low ?? Number.NaN, difference.interval?.high ?? Number.NaN],
      ...[difference.pairs, agents ?? Number.NaN],
    ]),
  );
}

function readout({ quantity: { unit }, base }: GroupGainsSubject, gain: GroupGain | undefined): string {
  if (gain === undefined) return '';
  const { group, difference, agents, base: before } = gain;
  const { interval } = difference;
  const sure =
    interval === undefined
      ? ''
      : `, 95 % ${bareSigned(interval.low, unit)} to ${bareSigned(interval.high, unit)}`;
  const who = agents === undefined ? '' : `, ${quantity(agents, 'unit')}`;
  return `${group}${who}: ${signed(difference.mean, unit)}${sure}; ${quantity(before, unit)} in ${base}; ${counted(difference.pairs, 'seed')}`;
}

/** With the number of its agents where there is room for both. */
function nameOf({ group, agents }: GroupGain, width: number): string {
  const whole = agents === undefined ? group : `${group} · ${bareQuantity(agents, 'unit')}`;
  return textWidth(whole, 11) <= width ? whole : fitText(group, 11, width);
}

interface Layout {
  readonly plane: Plane;
  readonly axis: NumberAxis;
  readonly rowHeight: number;
}

function layoutOf(
  { quantity: { unit } }: GroupGainsSubject,
  shown: readonly GroupGain[],
  words: Words,
  frame: Frame,
): Layout {
  const top = bodyTop(words, frame) + 4;
  const bottom = frame.height - 24;
  const names = shown.map((gain) => textWidth(nameOf(gain, frame.width * 0.32), 11));
  const left = 14 + Math.ceil(Math.max(0, ...names));
  const numbers = shown.map(({ difference }) => textWidth(bareSigned(difference.mean, unit), 11, 600));
  const right = frame.width - 12 - Math.ceil(Math.max(20, ...numbers));
  const values = shown.flatMap(({ difference: { mean, interval } }) => [
    mean,
    interval?.low ?? mean,
    interval?.high ?? mean,
  ]);
  const axis = numberAxis({ values, unit, range: [left, right], zero: true, room: 70, tight: true });
  return { plane: { left, right, top, bottom }, axis, rowHeight: (bottom - top) / Math.max(1, shown.length) };
}

interface GroupGainsProps {
  readonly subject: GroupGainsSubject;
  readonly shown: readonly GroupGain[];
  readonly words: Words;
  readonly frame: Frame;
}

function GroupGains({ subject, shown, words, frame }: GroupGainsProps): ReactElement {
  const { theme, width } = frame;
  const layout = layoutOf(subject, shown, words, frame);
  const { plane, axis, rowHeight } = layout;
  return (
    <Picture words={words} frame={frame}>
      <BottomAxis plane={plane} ticks={axis.ticks} theme={theme} grid />
      <MarkedRow frame={frame} rows={shown.length} top={plane.top} rowHeight={rowHeight} />
      {shown.map((gain, row) => (
        <Row
          key={gain.group}
          gain={gain}
          layout={layout}
          middle={plane.top + (row + 0.5) * rowHeight}
          theme={theme}
          unit={subject.quantity.unit}
          nameWidth={width * 0.32}
        />
      ))}
      <line
        x1={px(axis.at(0))}
        x2={px(axis.at(0))}
        y1={plane.top}
        y2={px(plane.bottom)}
        stroke={theme.text}
      />
    </Picture>
  );
}

interface RowProps {
  readonly gain: GroupGain;
  readonly layout: Layout;
  readonly middle: number;
  readonly theme: ChartTheme;
  readonly unit: string;
  readonly nameWidth: number;
}

/** A bar from zero; pale where the interval reaches over zero. */
function Row({ gain, layout, middle, theme, unit, nameWidth }: RowProps): ReactElement {
  const { plane, axis, rowHeight } = layout;
  const { mean, interval } = gain.difference;
  const [from, to] = [axis.at(0), axis.at(mean)];
  const colour = mean < 0 ? theme.below : theme.above;
  const thick = Math.min(16, rowHeight * 0.6);
  return (
    <g data-part="bar">
      <rect
        x={px(Math.min(from, to))}
        y={px(middle - thick / 2)}
        width={px(Math.abs(to - from))}
        height={px(thick)}
        fill={colour}
        fillOpacity={sureSign(gain) === 0 ? 0.3 : 0.8}
      />
      {interval !== undefined && (
        <Whisker from={axis.at(interval.low)} to={axis.at(interval.high)} at={middle} colour={theme.text} />
      )}
      <text x={px(plane.left - 8)} y={px(middle + 4)} textAnchor="end" fill={theme.text}>
        {nameOf(gain, nameWidth)}
      </text>
      <text x={px(plane.right + 6)} y={px(middle + 4)} fill={colour} fontWeight={600}>
        {bareSigned(mean, unit)}
      </text>
    </g>
  );
}
