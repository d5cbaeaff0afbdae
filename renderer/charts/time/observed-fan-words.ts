import { bareQuantity, percent, quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { DataTable } from '../data-table.ts';
import { counted, signed, unstopped, withUnit } from '../parts/words.ts';
import type { Observation, ObservedFanSubject } from './observed-fan-subject.ts';

/** How many observations lie inside the bands that hold 50 % and 90 % of the seeds. */
export interface Coverage {
  readonly observations: number;
  readonly in50: number;
  readonly in90: number;
}

/** Of all observations that the fan reaches, or of those alone that were held out. */
export function coverageOf({ fan, observed }: ObservedFanSubject, heldOut?: true): Coverage {
  const asked = observed.filter((one) => (heldOut === true ? one.heldOut === true : true));
  const reached = asked.filter(
    ({ tick, value }) => Number.isFinite(value) && Number.isFinite(fan.median[tick]),
  );
  const inside = (low: Float64Array, high: Float64Array) =>
    reached.filter(
      ({ tick, value }) => value >= (low[tick] ?? Number.NaN) && value <= (high[tick] ?? Number.NaN),
    ).length;
  return { observations: reached.length, in50: inside(fan.p25, fan.p75), in90: inside(fan.p5, fan.p95) };
}

/** "Weekly rewards: 47 of 52 observations (90 %) lie inside the 90 % band". */
export function observedFinding(subject: ObservedFanSubject): string {
  const { title } = subject;
  const all = coverageOf(subject);
  if (all.observations === 0) return `${title}: nothing observed in these days`;
  const held = coverageOf(subject, true);
  const [counts, what] = held.observations > 0 ? [held, 'held-out observation'] : [all, 'observation'];
  const share = percent(counts.in90 / counts.observations);
  return `${title}: ${counts.in90} of ${counted(counts.observations, what)} (${share}) lie inside the 90 % band`;
}

export function observedSubtitle({ definition, unit, source, observed }: ObservedFanSubject): string {
  const hollow = observed.some(({ heldOut }) => heldOut === true) ? ', hollow ones were not fitted to' : '';
  return `${withUnit(unstopped(definition), unit)}. Dots are observed (${unstopped(source)})${hollow}; below, observed less median`;
}

export function observedSummary(subject: ObservedFanSubject): string {
  const { fan, span, unit } = subject;
  const { observations, in50 } = coverageOf(subject);
  const last = subject.observed.findLast(({ value }) => Number.isFinite(value));
  const end =
    last === undefined
      ? ''
      : ` The last, on ${isoDay(span.startDay + last.tick)}: ${quantity(last.value, unit)} observed, median ${quantity(fan.median[last.tick] ?? Number.NaN, unit)}.`;
  return `${observedFinding(subject)}; ${in50} of ${observations} inside the 50 % band.${end}`;
}

const residualOf = ({ fan }: ObservedFanSubject, { tick, value }: Observation): number =>
  value - (fan.median[tick] ?? Number.NaN);

/** Observed less median, one an observation, in the unit of the subject. */
export const residuals = (subject: ObservedFanSubject): readonly number[] =>
  subject.observed.map((one) => residualOf(subject, one));

export function observedTable(subject: ObservedFanSubject): DataTable {
  const { fan, observed, span, unit } = subject;
  const columns = ['observed', 'median', '5 %', '25 %', '75 %', '95 %', 'observed less median'];
  return {
    columns: ['date', ...columns.map((name) => withUnit(name, unit === 'share' ? '1' : unit)), 'held out'],
    rows: observed.length,
    row(index) {
      const one = observed[index];
      if (one === undefined) return [];
      const at = (values: Float64Array) => values[one.tick] ?? Number.NaN;
      return [
        isoDay(span.startDay + one.tick),
        ...[
          one.value,
          at(fan.median),
          at(fan.p5),
          at(fan.p25),
          at(fan.p75),
          at(fan.p95),
          residualOf(subject, one),
        ],
        one.heldOut === true ? 'yes' : 'no',
      ];
    },
  };
}

export function observedReadout(subject: ObservedFanSubject, index: number): string {
  const { fan, observed, span, unit } = subject;
  const one = observed[index];
  if (one === undefined) return '';
  const at = (values: Float64Array) => values[one.tick] ?? Number.NaN;
  const held = one.heldOut === true ? ' (held out)' : '';
  return `${isoDay(span.startDay + one.tick)}${held}: observed ${quantity(one.value, unit)}, median ${quantity(at(fan.median), unit)} (${signed(residualOf(subject, one), unit)}), 90 % ${bareQuantity(at(fan.p5), unit)} to ${bareQuantity(at(fan.p95), unit)}`;
}
