import { percent, quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { DataTable } from '../data-table.ts';
import { listed, signed, withUnit } from '../parts/words.ts';
import type { FlowOverTime, SourcesAndSinksSubject } from './sources-and-sinks-subject.ts';
import { stackFlows, totalOf } from './stack-flows.ts';

const sideTotal = (flows: readonly FlowOverTime[]): number =>
  flows.reduce((sum, { values }) => sum + totalOf(values), 0);

/** Amounts a day add up to amounts: `token/day` over days is `token`. */
const overDays = (unit: string): string => unit.replace(/\/day$/, '');

/** What the sinks take of what the sources give: "Tokens: sinks take back 62 % of 29M tokens". */
export function flowsFinding({ title, unit, sources, sinks }: SourcesAndSinksSubject): string {
  const [given, taken] = [sideTotal(sources), sideTotal(sinks)];
  if (given === 0 && taken === 0) return `${title}: nothing flows`;
  if (given === 0) return `${title}: ${quantity(taken, overDays(unit))} go, none come`;
  const share = taken / given;
  const whole = quantity(given, overDays(unit));
  if (share > 1) return `${title}: sinks take ${percent(share - 1)} more than the ${whole} that come`;
  return `${title}: sinks take back ${percent(share)} of the ${whole} that come`;
}

export function flowsSummary(subject: SourcesAndSinksSubject): string {
  const { span, unit, sources, sinks } = subject;
  const parts = (flows: readonly FlowOverTime[]) =>
    listed(flows.map(({ label, values }) => `${label} ${quantity(totalOf(values), overDays(unit))}`)) ||
    'none';
  const days = `${isoDay(span.startDay)} to ${isoDay(span.startDay + span.ticks - 1)}`;
  return `${flowsFinding(subject)}. ${days}, in all: sources ${parts(sources)}; sinks ${parts(sinks)}.`;
}

/** Every flow and the net, a row a day. */
export function flowsTable(subject: SourcesAndSinksSubject): DataTable {
  const { span, unit, sources, sinks } = subject;
  const { net } = stackFlows(subject);
  const name = (side: string, label: string) => withUnit(`${side} ${label}`, unit);
  return {
    columns: [
      'date',
      ...sources.map(({ label }) => name('source', label)),
      ...sinks.map(({ label }) => name('sink', label)),
      withUnit('net', unit),
    ],
    rows: span.ticks,
    row: (tick) => [
      isoDay(span.startDay + tick),
      ...[...sources, ...sinks].map(({ values }) => values[tick] ?? Number.NaN),
      net[tick] ?? Number.NaN,
    ],
  };
}

export function flowsReadout(subject: SourcesAndSinksSubject, tick: number): string {
  const { span, unit, sources, sinks } = subject;
  const parts = [...sources, ...sinks].map(
    ({ label, values }) => `${label} ${quantity(values[tick] ?? Number.NaN, unit)}`,
  );
  const net = stackFlows(subject).net[tick] ?? Number.NaN;
  return `${isoDay(span.startDay + tick)}: ${parts.join(', ')}; net ${signed(net, unit)}`;
}
