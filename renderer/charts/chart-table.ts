import { isoDay } from '../ui/time-format.ts';
import type { ChartSubject } from './plot-data.ts';

/** The numbers behind a chart, one row a day. */
export interface ChartTable {
  /** Names of the columns after the date. */
  readonly columns: readonly string[];
  readonly days: number;
  /** Date of a row. */
  date(row: number): string;
  /** Values of a row; NaN where there is none. */
  values(row: number): readonly number[];
}

/** Median, quantiles and paths of each series. */
export function chartTable({ series, span }: ChartSubject): ChartTable {
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
    columns: columns.map(({ name }) => name),
    days: Math.max(0, ...columns.map(({ done }) => done)),
    date: (row) => isoDay(span.startDay + row),
    values: (row) =>
      columns.map(({ values, done }) => (row < done ? (values[row] ?? Number.NaN) : Number.NaN)),
  };
}

/** The whole table as text, cells parted by `separator`: a comma for CSV, a tab for the clipboard. */
export function tableText(table: ChartTable, separator: ',' | '\t'): string {
  const cell = (text: string) => (text.includes(separator) ? `"${text}"` : text);
  const lines = [['date', ...table.columns].map(cell).join(separator)];
  for (let row = 0; row < table.days; row += 1) {
    const numbers = table.values(row).map((value) => (Number.isNaN(value) ? '' : String(value)));
    lines.push([table.date(row), ...numbers].join(separator));
  }
  return `${lines.join('\n')}\n`;
}
