import type { CalibrateView, FanView } from '../../../../../main/api/jobs/job-result.ts';
import type { CoverageCurveSubject } from '../../../../charts/field/coverage-curve-subject.ts';
import type { Fan } from '../../../../charts/plot-data.ts';
import type { ObservedFanSubject } from '../../../../charts/time/observed-fan-subject.ts';

/**
 * A column's figures on the fan of its metric. A figure that covers several days stands on the last of them; a sum is shown as a day's
 * share of it, beside the metric of a day.
 */
export function observedOf(result: CalibrateView, column: string): ObservedFanSubject | undefined {
  const { columns, fans, residuals, startDay, ticks, record, seeds } = result;
  const index = columns.findIndex((each) => each.column === column);
  const [named, fan] = [columns[index], fans[index]];
  if (named === undefined || fan === undefined) return undefined;
  const { how, title, unit } = named;
  const per =
    how === 'sum'
      ? ', a day\u2019s share of each figure'
      : how === 'mean'
        ? ', the mean over the days of each figure'
        : '';
  return {
    title,
    definition: `${column} of ${record}${per}`,
    unit,
    span: { startDay, ticks },
    fan: fanOf(fan, seeds),
    observed: residuals
      .filter((each) => each.column === column)
      .map(({ day, days, value, window }) => ({
        tick: day + days - 1 - startDay,
        value: how === 'sum' ? value / days : value,
        heldOut: window === 'held-out',
      })),
    source: record,
  };
}

const fanOf = ({ p5, p25, median, p75, p95 }: FanView, seeds: number): Fan => ({
  seeds,
  p5: Float64Array.from(p5),
  p25: Float64Array.from(p25),
  median: Float64Array.from(median),
  p75: Float64Array.from(p75),
  p95: Float64Array.from(p95),
});

/** How many figures lie in the bands that hold half and nine tenths of the seeds. */
export function coverageOf(result: CalibrateView): CoverageCurveSubject {
  const { columns, residuals, fans, startDay } = result;
  const inside = (low: keyof FanView, high: keyof FanView): number =>
    residuals.filter(({ column, day, days, value }) => {
      const index = columns.findIndex((each) => each.column === column);
      const fan = fans[index];
      const tick = day + days - 1 - startDay;
      const shown = columns[index]?.how === 'sum' ? value / days : value;
      const [from, to] = [fan?.[low][tick] ?? Number.NaN, fan?.[high][tick] ?? Number.NaN];
      return shown >= from && shown <= to;
    }).length;
  return {
    title: 'Figures inside the bands of the seeds',
    bands: [
      { nominal: 0.5, inside: inside('p25', 'p75') },
      { nominal: 0.9, inside: inside('p5', 'p95') },
    ],
    observations: residuals.length,
  };
}
