import { isoDay } from '../ui/time-format.ts';
import type { DataTable } from './data-table.ts';
import type { ChartSubject } from './plot-data.ts';

/** The numbers behind a chart over time, one row a day: median, quantiles and paths of each series; NaN where there is none. */
export function chartTable({ series, span }: Pick<ChartSubject, 'series' | 'span'>): DataTable {
  const columns = series.flatMap(({ label, fan, paths }) => {
    const name = (part: string) => (series.length > 1 ? `${label}, ${part}` : part);
    const quantiles =
      fan === undefined
        ? []
        : (
            [
              ['median', fan.median],
              ['5 %', fan.p5],
              ['25 %', fan.p25],
              ['75 %', fan.p75],
              ['95 %', fan.p95],
            ] as const
          ).map(([part, values]) => ({ name: name(part), values, done: values.length }));
    return [
      ...quantiles,
      ...paths.map(({ seed, values, done }) => ({ name: name(`seed ${seed}`), values, done })),
    ];
  });
  return {
    columns: ['date', ...columns.map(({ name }) => name)],
    rows: Math.max(0, ...columns.map(({ done }) => done)),
    row: (tick) => [
      isoDay(span.startDay + tick),
      ...columns.map(({ values, done }) => (tick < done ? (values[tick] ?? Number.NaN) : Number.NaN)),
    ],
  };
}
