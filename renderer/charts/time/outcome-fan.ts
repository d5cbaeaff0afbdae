import type { ObservedFanSubject } from './observed-fan-subject.ts';

type Quantiles = Readonly<Record<'p5' | 'p25' | 'median' | 'p75' | 'p95', ArrayLike<number>>>;

/** What came of a forecast: a column of real data, and the fan of the metric that it is of. */
interface Outcome {
  readonly column: string;
  readonly title: string;
  readonly unit: string;
  readonly how: 'at' | 'sum' | 'mean';
  readonly fan: Quantiles;
  /** `tick` is the last day that an observation covers. */
  readonly observations: readonly { readonly tick: number; readonly days: number; readonly value: number }[];
}

/** Of what, and over which days. */
interface OutcomeFrame {
  readonly record: string;
  readonly startDay: number;
  readonly ticks: number;
  readonly seeds: number;
}

/** The data as dots on the forecast. A sum is shown as a day's share of it, beside the metric of a day. */
export function outcomeFan(
  { column, title, unit, how, fan, observations }: Outcome,
  { record, startDay, ticks, seeds }: OutcomeFrame,
): ObservedFanSubject {
  const per = {
    at: '',
    sum: ', a day’s share of each figure',
    mean: ', the mean over the days of each figure',
  };
  return {
    ...{ title, unit, source: record, span: { startDay, ticks } },
    definition: `${column} of ${record}${per[how]}, on the forecast`,
    fan: {
      seeds,
      p5: Float64Array.from(fan.p5),
      p25: Float64Array.from(fan.p25),
      median: Float64Array.from(fan.median),
      p75: Float64Array.from(fan.p75),
      p95: Float64Array.from(fan.p95),
    },
    observed: observations.map(({ tick, days, value }) => ({
      tick,
      value: how === 'sum' ? value / days : value,
    })),
  };
}
