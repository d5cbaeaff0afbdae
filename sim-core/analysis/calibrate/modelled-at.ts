import type { Observation, ObservedColumn } from './observed-column.ts';

/** The columns of one seed, and the day of their first row. */
export interface SeedColumns {
  readonly metrics: readonly { readonly id: string }[];
  readonly startDay: number;
  readonly columns: readonly Float64Array[];
}

/** What a seed says in the place of each observation, in their order; NaN where the metric has no value. */
export function modelledAt(
  observed: readonly ObservedColumn[],
  { metrics, startDay, columns }: SeedColumns,
): Float64Array {
  const values: number[] = [];
  for (const { metric, how, observations } of observed) {
    const series = columns[metrics.findIndex(({ id }) => id === metric)];
    for (const observation of observations) {
      const first = observation.day - startDay;
      const last = first + observation.days - 1;
      values.push(how === 'at' ? series[last] : over(series, first, last, how, observation));
    }
  }
  return Float64Array.from(values);
}

function over(
  series: Float64Array,
  first: number,
  last: number,
  how: 'sum' | 'mean',
  { days }: Observation,
): number {
  let total = 0;
  for (let tick = first; tick <= last; tick++) total += series[tick];
  return how === 'sum' ? total : total / days;
}
