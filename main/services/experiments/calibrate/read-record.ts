import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import type { Problem } from '../../../../sim-core/contract/errors.ts';
import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { type CsvRows, csvRows } from './csv-rows.ts';
import { type ColumnMapping, type KnownMetric, mapColumns } from './map-columns.ts';
import { type DateOrder, type PlacedCell, readDates } from './read-dates.ts';
import { type Decimal, decimalOf, isMissing, numberIn } from './read-numbers.ts';
import { type Row, sortedRows, spacingOf } from './record-rows.ts';

/** What a person says of a file that it does not say itself. */
export interface RecordOptions {
  /** None: columns are known by the names of metrics. */
  readonly said: readonly ColumnMapping[];
  readonly date?: string;
  readonly dates?: DateOrder;
  readonly decimal?: Decimal;
}

export type RecordRead =
  | { readonly ok: true; readonly observed: readonly ObservedColumn[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostProblems = 20;

/**
 * Observations from the text of a CSV file: which column is which metric, dates and numbers as spreadsheets write them. What is handled
 * (empty cells, gaps, rows twice, a decimal comma) is told in the notes; what can be read in two ways is refused with its line and column.
 */
export function readRecord(
  file: string,
  text: string,
  metrics: readonly KnownMetric[],
  options: RecordOptions,
): RecordRead {
  const read = csvRows(file, text);
  if (!read.ok) return read;
  const { table } = read;
  const columns = mapColumns(table, metrics, options);
  if (!columns.ok) return columns;
  const dates = readDates(cellsIn(table, columns.date), options.dates);
  if (!dates.ok) return dates;
  const given = columns.mapped.map(({ index }) => cellsIn(table, index));
  const present = given.flat().filter((cell) => !isMissing(cell));
  const decimal = decimalOf(present, table.separator, options.decimal);
  if (!decimal.ok) return { ok: false, problems: [decimal.problem] };
  const problems: Problem[] = [];
  const values = given.map((cells) =>
    cells.map((cell) => {
      if (isMissing(cell)) return Number.NaN;
      const value = numberIn(cell, decimal.decimal);
      if (typeof value === 'number') return value;
      problems.push(value);
      return Number.NaN;
    }),
  );
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
  const rows = table.rows.map(
    ({ line }, i): Row => ({
      line,
      day: dates.days[i] ?? 0,
      values: values.map((column) => column[i] ?? Number.NaN),
    }),
  );
  const sorted = sortedRows(file, rows);
  if (!sorted.ok) return sorted;
  const spacing = spacingOf(sorted.rows);
  const notes = [
    ...(dates.note === undefined ? [] : [dates.note]),
    ...(decimal.decimal === 'comma' ? ['Numbers are read with a decimal comma.'] : []),
    ...sorted.notes,
    ...spacing.notes,
    ...columns.mapped.flatMap(({ column }, c) => emptyNote(column, given[c] ?? [])),
    ...(columns.unused.length === 0 ? [] : [`Not used: ${columns.unused.join(', ')}.`]),
  ];
  const observed = columns.mapped.map(
    ({ column, metric, how }, c): ObservedColumn => ({
      column,
      metric,
      how,
      observations: sorted.rows.flatMap(({ day, line, values: row }, i) => {
        const value = row[c] ?? Number.NaN;
        const days = how === 'at' ? 1 : (spacing.days[i] ?? 1);
        return Number.isNaN(value) ? [] : [{ day, days, value, line }];
      }),
    }),
  );
  return { ok: true, observed, notes };
}

function cellsIn({ file, header, rows }: CsvRows, index: number): readonly PlacedCell[] {
  const name = header.cells[index] ?? '';
  return rows.map(({ line, cells }) => ({
    text: cells[index] ?? '',
    line,
    where: `${file}:${line}, column ${name}`,
  }));
}

function emptyNote(column: string, cells: readonly PlacedCell[]): readonly string[] {
  const empty = cells.filter(isMissing);
  const [first] = empty;
  if (first === undefined) return [];
  const cellsText = empty.length === 1 ? '1 cell is empty' : `${empty.length} cells are empty`;
  return [`${column}: ${cellsText} (the first on line ${first.line}), and passed over.`];
}

/** `2020-10-15 to 2021-12-29` of all columns; undefined where there is no observation. */
export function spanOf(
  observed: readonly ObservedColumn[],
): { readonly first: number; readonly last: number } | undefined {
  const all = observed.flatMap(({ observations }) => observations);
  if (all.length === 0) return undefined;
  const first = Math.min(...all.map(({ day }) => day));
  return { first, last: Math.max(...all.map(({ day, days }) => day + days - 1)) };
}

export const datesText = (first: number, last: number): string => `${isoDate(first)} to ${isoDate(last)}`;
