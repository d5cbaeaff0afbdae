import type { ReactElement } from 'react';
import { bareQuantity, quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { Chart, Frame } from '../chart.ts';
import type { DataTable } from '../data-table.ts';
import { BottomAxis } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { counted, plural, unstopped, withUnit } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import type { CohortMargin, CohortMarginsSubject } from './cohort-margins-subject.ts';
import { type DatedAxis, datedAxis } from './dated-axis.ts';
import { ridgePaths } from './ridge-paths.ts';

/** Do providers earn, and which? A strip for each cohort over time, around its own line of break-even; all on one scale. */
export function cohortMargins(subject: CohortMarginsSubject): Chart {
  const title = finding(subject);
  const words = {
    title,
    subtitle: `${withUnit(unstopped(subject.definition), subject.unit)}, by ${subject.by}; each line is break-even, a row spans ${scaleText(subject)}`,
    summary: summaryOf(subject, title),
  };
  return {
    id: `${subject.by}-margins`,
    ...words,
    table: () => tableOf(subject),
    heightAt: () => Math.max(120, subject.cohorts.length * 36 + 40),
    draw: (frame) => <CohortMargins subject={subject} words={words} frame={frame} />,
    items: subject.days.length,
    readout: (sample) => readout(subject, sample),
    itemAt: (frame, x) => sampleAt(subject, layoutOf(subject, words, frame), x),
  };
}

function scaleText({ cohorts, unit }: CohortMarginsSubject): string {
  const { low, high } = scaleOf(cohorts);
  return `${bareQuantity(low, unit)} to ${bareQuantity(high, unit)}`;
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

const lastOf = ({ values }: CohortMargin): number | undefined => values.findLast(Number.isFinite);

/** "2 of 4 cohorts end below break-even, the lowest year 1 at −12 %". */
function finding({ title, by, unit, cohorts }: CohortMarginsSubject): string {
  const ends = cohorts.flatMap((cohort) => {
    const value = lastOf(cohort);
    return value === undefined ? [] : [{ label: cohort.label, value }];
  });
  const lowest = [...ends].sort((a, b) => a.value - b.value)[0];
  if (lowest === undefined) return `${title} by ${by}: nobody is active`;
  const below = ends.filter(({ value }) => value < 0).length;
  const who = `${lowest.label} at ${quantity(lowest.value, unit)}`;
  if (below === 0) return `${title}: every ${by} ends above break-even, the lowest ${who}`;
  if (below === ends.length) return `${title}: every ${by} ends below break-even, the lowest ${who}`;
  return `${title}: ${below} of ${ends.length} ${plural(by)} end below break-even, the lowest ${who}`;
}

function summaryOf({ days, cohorts, unit }: CohortMarginsSubject, title: string): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return `${title}.`;
  const parts = cohorts.map((cohort) => `${cohort.label} ${quantity(lastOf(cohort) ?? Number.NaN, unit)}`);
  return `${title}. ${isoDay(first)} to ${isoDay(last)}, at the end: ${parts.join(', ')}.`;
}

function tableOf({ days, cohorts, unit }: CohortMarginsSubject): DataTable {
  return {
    columns: ['date', ...cohorts.map(({ label }) => withUnit(label, unit === 'share' ? '1' : unit))],
    rows: days.length,
    row: (sample) => [
      isoDay(days[sample] ?? 0),
      ...cohorts.map(({ values }) => values[sample] ?? Number.NaN),
    ],
  };
}

function readout({ days, cohorts, unit }: CohortMarginsSubject, sample: number): string {
  const known = cohorts.filter(({ values }) => Number.isFinite(values[sample]));
  const parts = known.map(({ label, values }) => `${label} ${quantity(values[sample] ?? 0, unit)}`);
  return `${isoDay(days[sample] ?? 0)}: ${parts.length === 0 ? 'nobody is active' : parts.join(', ')}`;
}

interface Layout {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly rowHeight: number;
  readonly dates: DatedAxis;
  /** Px of the line of break-even of a row. */
  lineOf(row: number): number;
  /** Height in px of a value above its row's line; the scale is the same in all rows. */
  heightOf(value: number): number;
}

function layoutOf(subject: CohortMarginsSubject, words: Words, frame: Frame): Layout {
  const { cohorts, days, unit } = subject;
  const top = bodyTop(words, frame) + 8;
  const bottom = frame.height - 22;
  const left =
    10 + Math.ceil(Math.max(0, ...cohorts.map(({ label }) => textWidth(fitLabel(label, frame.width), 11))));
  const ends = cohorts.map((cohort) => bareQuantity(lastOf(cohort) ?? Number.NaN, unit));
  const right = frame.width - 12 - Math.ceil(Math.max(20, ...ends.map((text) => textWidth(text, 11, 600))));
  const rowHeight = (bottom - top) / Math.max(1, cohorts.length);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const { low, high } = scaleOf(cohorts);
  const perValue = (rowHeight - 2 * rowGap) / (high - low);
  return {
    ...{ top, bottom, left, right, rowHeight },
    dates: datedAxis({ startDay: first, ticks: last - first + 1 }, left, right),
    lineOf: (row) => top + row * rowHeight + rowGap + high * perValue,
    heightOf: (value) => Math.max(low, Math.min(high, value)) * perValue,
  };
}

/** Px above and below what a row shows. */
const rowGap = 3;

const fitLabel = (label: string, width: number): string => fitText(label, 11, width * 0.25);

/** What a row spans, break-even always in it: all values, unless rare ones are so far out that nothing else could be read. */
function scaleOf(cohorts: readonly CohortMargin[]): { readonly low: number; readonly high: number } {
  const sorted = cohorts.flatMap(({ values }) => [...values].filter(Number.isFinite)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const bound = (end: number, usual: number) => (Math.abs(end) > tooFar * Math.abs(usual) ? usual : end);
  const low = Math.min(0, bound(at(0), Math.min(at(0.05), -at(0.95))));
  const high = Math.max(0, bound(at(1), Math.max(at(0.95), -at(0.05))));
  return low === high ? { low: 0, high: 1 } : { low, high };
}

const tooFar = 3;

function sampleAt({ days }: CohortMarginsSubject, { dates }: Layout, x: number): number | undefined {
  const [first] = days;
  if (first === undefined) return undefined;
  const day = first + dates.tickAt(x);
  let nearest = 0;
  for (const [index, each] of days.entries())
    if (Math.abs(each - day) < Math.abs((days[nearest] ?? 0) - day)) nearest = index;
  return nearest;
}

interface CohortMarginsProps {
  readonly subject: CohortMarginsSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function CohortMargins({ subject, words, frame }: CohortMarginsProps): ReactElement {
  const { theme, cursor } = frame;
  const { days, cohorts, unit } = subject;
  const layout = layoutOf(subject, words, frame);
  const { top, bottom, left, right, rowHeight, dates, lineOf, heightOf } = layout;
  const x = (sample: number) => dates.x((days[sample] ?? 0) - (days[0] ?? 0));
  return (
    <Picture words={words} frame={frame}>
      <BottomAxis plane={{ left, right, top, bottom }} ticks={dates.ticks} theme={theme} grid />
      {cohorts.map((cohort, row) => {
        const zero = lineOf(row);
        const middle = top + (row + 0.5) * rowHeight;
        const { above, below, line } = ridgePaths(cohort.values, x, (value) => zero - heightOf(value), zero);
        const last = lastOf(cohort);
        return (
          <g key={cohort.label} data-part="cohort">
            <path d={above} fill={theme.above} fillOpacity={0.6} />
            <path d={below} fill={theme.below} fillOpacity={0.6} />
            <line x1={px(left)} x2={px(right)} y1={px(zero)} y2={px(zero)} stroke={theme.muted} />
            <path d={line} fill="none" stroke={theme.text} strokeWidth={1.25} />
            <text x={px(left - 6)} y={px(middle + 4)} fill={theme.text} textAnchor="end">
              {fitLabel(cohort.label, frame.width)}
            </text>
            <text
              x={px(right + 6)}
              y={px(middle + 4)}
              fill={last !== undefined && last < 0 ? theme.below : theme.above}
              fontWeight={600}
            >
              {last === undefined ? 'none' : bareQuantity(last, unit)}
            </text>
          </g>
        );
      })}
      {cursor !== undefined && (
        <line
          x1={px(x(cursor))}
          x2={px(x(cursor))}
          y1={top}
          y2={bottom}
          stroke={theme.text}
          strokeDasharray="2 2"
          pointerEvents="none"
          data-part="cursor"
        />
      )}
      {cohorts.length === 0 && (
        <text x={left} y={top + 20} fill={theme.muted}>
          {counted(0, 'cohort')}
        </text>
      )}
    </Picture>
  );
}
