import { bareQuantity, quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { DataTable } from '../data-table.ts';
import { bareSigned, counted, listed, signed, unstopped, withUnit } from '../parts/words.ts';
import { lastOf } from '../series-labels.ts';
import type { DifferenceFansSubject, ScenarioFan, ScenarioFansSubject } from './scenario-fans-subject.ts';

/** Median and 90 % band on the last day that has a number. */
export function endOf({ fan }: ScenarioFan) {
  const last = (values: Float64Array) => lastOf(values, values.length);
  const [low, median, high] = [last(fan.p5), last(fan.median), last(fan.p95)];
  return low === undefined || median === undefined || high === undefined ? undefined : { low, median, high };
}

/** Of the scenario that ends highest: "Active providers end highest with earlier halving: 184k units". */
export function overlaidFinding({ title, unit, scenarios }: ScenarioFansSubject): string {
  const ends = scenarios
    .flatMap((one) => {
      const end = endOf(one);
      return end === undefined ? [] : [{ label: one.label, median: end.median }];
    })
    .sort((a, b) => b.median - a.median);
  const [highest, next] = [ends[0], ends.at(-1)];
  if (highest === undefined || next === undefined) return title;
  if (ends.length === 1)
    return `${title} at the end: ${quantity(highest.median, unit)} with ${highest.label}`;
  if (nearlyEqual(highest.median, next.median))
    return `${title} alike at the end: ${quantity(highest.median, unit)}`;
  return `${title} at the end: ${bareQuantity(highest.median, unit)} with ${highest.label}, ${quantity(next.median, unit)} with ${next.label}`;
}

const nearlyEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));

/** Of each difference whether it is clear: "Earlier halving leaves 12k units fewer than the base". */
export function differenceFinding({ title, unit, base, scenarios }: DifferenceFansSubject): string {
  const [only, ...others] = scenarios;
  const end = only && endOf(only);
  if (only === undefined || end === undefined) return `${title} against ${base}`;
  if (others.length > 0) {
    const parts = scenarios.flatMap((one) => {
      const last = endOf(one);
      return last === undefined ? [] : [`${bareSigned(last.median, unit)} with ${one.label}`];
    });
    return `${title} against ${base} at the end: ${parts.join(', ')}`;
  }
  if (end.low === 0 && end.high === 0) return `${title}: no difference between ${only.label} and ${base}`;
  const change = `${title}: ${signed(end.median, unit)} with ${only.label} at the end`;
  if (end.low > 0) return `${change}, above ${base} in ${nearlyAll(only)}`;
  if (end.high < 0) return `${change}, below ${base} in ${nearlyAll(only)}`;
  return `${change}, but either side of ${base} is possible`;
}

/** What it is to have the 5 % or the 95 % quantile on one side of zero: with few seeds that is an estimate. */
const nearlyAll = ({ fan: { seeds } }: ScenarioFan): string =>
  seeds < 20 ? `nearly all of ${counted(seeds, 'seed')}` : 'at least 19 of 20 seeds';

/** Definition and unit. */
export const fansSubtitle = ({ definition, unit }: ScenarioFansSubject): string =>
  withUnit(unstopped(definition), unit);

export const differenceSubtitle = (subject: DifferenceFansSubject): string =>
  `${fansSubtitle(subject)}. Difference from ${subject.base}, seed by seed; ${bandsDrawn(subject)}`;

/** One fan has room for both bands; several show the middle half. */
export const bandsDrawn = ({ scenarios }: ScenarioFansSubject): string =>
  scenarios.length > 1
    ? 'lines are medians, bands the middle half of the seeds'
    : 'the bands hold 50 % and 90 % of the seeds';

/** Ends of all fans in a sentence. */
export function fansSummary(subject: ScenarioFansSubject, title: string, show = quantity): string {
  const { span, scenarios, unit } = subject;
  const parts = scenarios.flatMap((one) => {
    const end = endOf(one);
    if (end === undefined) return [];
    const seeds = counted(one.fan.seeds, 'seed');
    return [
      `${one.label}: median of ${seeds} ends at ${show(end.median, unit)}, in 9 of 10 between ${bareQuantity(end.low, unit)} and ${quantity(end.high, unit)}`,
    ];
  });
  if (parts.length === 0) return `${title}: nothing simulated yet.`;
  return `${title}. ${isoDay(span.startDay)} to ${isoDay(span.startDay + span.ticks - 1)}; ${listed(parts)}.`;
}

/** Quantiles of every fan, a row a day. */
export function fansTable({ scenarios, span, unit }: ScenarioFansSubject, of = ''): DataTable {
  const columns = scenarios.flatMap(({ label, fan }) =>
    (
      [
        ['median', fan.median],
        ['5 %', fan.p5],
        ['25 %', fan.p25],
        ['75 %', fan.p75],
        ['95 %', fan.p95],
      ] as const
    ).map(([part, values]) => ({
      name: withUnit(`${label}${of}, ${part}`, unit === 'share' ? '1' : unit),
      values,
    })),
  );
  return {
    columns: ['date', ...columns.map(({ name }) => name)],
    rows: Math.max(0, ...columns.map(({ values }) => values.length)),
    row: (tick) => [isoDay(span.startDay + tick), ...columns.map(({ values }) => values[tick] ?? Number.NaN)],
  };
}

/** The values of one day. */
export function fansReadout(
  { scenarios, span, unit }: ScenarioFansSubject,
  tick: number,
  show: typeof quantity,
): string {
  const at = (values: Float64Array) => values[tick] ?? Number.NaN;
  const parts = scenarios.map(
    ({ label, fan }) =>
      `${label} ${show(at(fan.median), unit)} (90 % ${bareQuantity(at(fan.p5), unit)} to ${bareQuantity(at(fan.p95), unit)})`,
  );
  return `${isoDay(span.startDay + tick)}: ${parts.join('; ')}`;
}
