import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { datesText, spanOf } from '../../experiments/calibrate/read-record.ts';

export interface DataOnRun {
  /** On the days of the run, which begins where the scenario says. */
  readonly observed: readonly ObservedColumn[];
  readonly notes: readonly string[];
}

/**
 * Real data on the days of a run. `dayOne` is the date on which the first day of the run came true; the scenario's own where it is absent.
 * What lies outside is passed over and told. Throws `outcome.no-overlap` where nothing is left.
 */
export function dataOnRun(
  observed: readonly ObservedColumn[],
  { spec: { startDay, ticks } }: Pick<ScenarioDocument, 'spec'>,
  dayOne: number | undefined,
): DataOnRun {
  const moved = startDay - (dayOne ?? startDay);
  const isInside = ({ day, days }: { readonly day: number; readonly days: number }): boolean =>
    day >= startDay && day + days <= startDay + ticks;
  const columns = observed.map((column) => ({
    ...column,
    observations: column.observations.map((each) => ({ ...each, day: each.day + moved })).filter(isInside),
  }));
  const count = (of: readonly ObservedColumn[]): number =>
    of.reduce((sum, { observations }) => sum + observations.length, 0);
  const [all, left] = [count(observed), count(columns)];
  const first = dayOne ?? startDay;
  const run = datesText(first, first + ticks - 1);
  if (left === 0) throw noOverlap(observed, run);
  return {
    observed: columns.filter(({ observations }) => observations.length > 0),
    notes:
      left === all
        ? []
        : [`${all - left} of ${all} values lie outside the forecast (${run}) and are passed over.`],
  };
}

function noOverlap(observed: readonly ObservedColumn[], run: string): StudioError {
  const span = spanOf(observed);
  const data = span === undefined ? 'holds no value' : `covers ${datesText(span.first, span.last)}`;
  return new StudioError({
    code: 'outcome.no-overlap',
    message: `The data ${data}, and the forecast ${run}: no day is in both.`,
    hint: 'Say on which date the first day of the forecast came true, such as --day-one 2026-03-01.',
    where: '--data',
  });
}
