import { type Covering, coverings } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import { type Problem, StudioError } from '../../../../sim-core/contract/errors.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { CsvRows } from './csv-rows.ts';
import { isDate } from './read-dates.ts';

/** What a person says a column is. */
export interface ColumnMapping {
  readonly column: string;
  readonly metric: string;
  readonly how: Covering;
  /** Where it was said. */
  readonly where: string;
}

/** A metric as messages name it. */
export interface KnownMetric {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
}

export type ColumnsMapped =
  | {
      readonly ok: true;
      readonly date: number;
      readonly mapped: readonly (ColumnMapping & { readonly index: number })[];
      /** Columns that nothing is made of. */
      readonly unused: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const dateNames = ['date', 'day', 'time', 'timestamp', 'datetime', 'week', 'month', 'period', 'block_date'];

/** `metric`, `sum(metric)` or `mean(metric)`. Throws `record.mapping`. */
export function parseMapping(column: string, written: string, where: string): ColumnMapping {
  const [, call, inner] = /^(?:([a-z]+)\(\s*)?([a-z0-9.-]+)\s*\)?$/.exec(written.trim()) ?? [];
  const how = call === undefined ? 'at' : coverings.find((each) => each === call);
  const closed = written.trim().endsWith(')') === (call !== undefined);
  if (column !== '' && inner !== undefined && how !== undefined && closed)
    return { column, metric: inner, how, where };
  throw new StudioError({
    code: 'record.mapping',
    message: `The column "${column}" is mapped to "${written.slice(0, 60)}", which cannot be read.`,
    hint: 'Write column=metric for what stands on one day, column=sum(metric) or column=mean(metric) for what covers the days up to the next row.',
    where,
  });
}

/** Which column has the dates, and which metric each of the others is: as it was said, otherwise by name. */
export function mapColumns(
  { file, header, rows }: CsvRows,
  metrics: readonly KnownMetric[],
  { said, date }: { readonly said: readonly ColumnMapping[]; readonly date?: string },
): ColumnsMapped {
  const names = header.cells;
  const where = `${file}:${header.line}`;
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const dateIndex = date === undefined ? guessedDate(names, rows[0]?.cells ?? []) : names.indexOf(date);
  if (dateIndex < 0)
    report(date === undefined ? noDate(names, where) : noColumn(date, names, '--date-column'));
  const mapped = said.flatMap((each) => {
    const index = names.indexOf(each.column);
    if (index < 0) report(noColumn(each.column, names, each.where));
    if (names.indexOf(each.column, index + 1) >= 0) report(twice(each.column, where));
    if (!metrics.some(({ id }) => id === each.metric)) report(noMetric(each, metrics));
    return index < 0 ? [] : [{ ...each, index }];
  });
  if (said.length === 0) {
    for (const [index, column] of names.entries()) {
      const metric = index === dateIndex ? undefined : guessedMetric(column, metrics);
      if (metric !== undefined) mapped.push({ column, metric: metric.id, how: 'at', where, index });
    }
  }
  const again = mapped.find(({ metric, how }, i) =>
    mapped.some((other, j) => j < i && other.metric === metric && other.how === how),
  );
  if (again !== undefined) report(twoColumns(again.column, again.metric, where));
  if (mapped.length === 0 && problems.length === 0) report(nothingMapped(names, dateIndex, metrics, where));
  if (problems.length > 0) return { ok: false, problems };
  const used = [dateIndex, ...mapped.map(({ index }) => index)];
  return { ok: true, date: dateIndex, mapped, unused: names.filter((_, i) => !used.includes(i)) };
}

/** By its name, otherwise the first column that begins with a date. */
function guessedDate(names: readonly string[], first: readonly string[]): number {
  const named = names.findIndex((name) => dateNames.includes(name.toLowerCase()));
  return named >= 0 ? named : first.findIndex((cell) => !/^\d+$/.test(cell.trim()) && isDate(cell));
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.');

function guessedMetric(column: string, metrics: readonly KnownMetric[]): KnownMetric | undefined {
  const named = metrics.find(({ id }) => plain(id) === plain(column));
  const titled = metrics.filter(({ title }) => plain(title) === plain(column));
  return named ?? (titled.length === 1 ? titled[0] : undefined);
}

const mostNames = 20;
const mostLetters = 60;

/** What a header names, as far as a person reads it. */
const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).map((name) => name.slice(0, mostLetters));
  return [...shown, ...(names.length > mostNames ? [`and ${names.length - mostNames} more`] : [])].join(', ');
};

const noDate = (names: readonly string[], where: string): Problem => ({
  code: 'record.no-date-column',
  message: `No column holds dates: there are ${listed(names)}.`,
  hint: 'Name one "date", or say which: --date-column <name>.',
  where,
});

const noColumn = (column: string, names: readonly string[], where: string): Problem => ({
  code: 'record.unknown-column',
  message: `The file has no column "${column.slice(0, 60)}".`,
  hint: suggestion(column, names),
  where,
});

const noMetric = ({ metric, where }: ColumnMapping, metrics: readonly KnownMetric[]): Problem => ({
  code: 'record.unknown-metric',
  message: `The scenario reports no metric "${metric}".`,
  hint: suggestion(
    metric,
    metrics.map(({ id }) => id),
  ),
  where,
});

const twice = (column: string, where: string): Problem => ({
  code: 'record.header',
  message: `Two columns are called "${column}".`,
  hint: 'Give each its own name.',
  where,
});

const twoColumns = (column: string, metric: string, where: string): Problem => ({
  code: 'record.mapped-twice',
  message: `"${column}" is a second column of ${metric}.`,
  hint: 'Say which to take: --map <column>=<metric>.',
  where,
});

const nothingMapped = (
  names: readonly string[],
  date: number,
  metrics: readonly KnownMetric[],
  where: string,
): Problem => ({
  code: 'record.nothing-mapped',
  message: `No column has the name of a metric: there are ${listed(names.filter((_, i) => i !== date))}.`,
  hint: `Say what a column is: --map ${(names.find((_, i) => i !== date) ?? 'column').slice(0, mostLetters)}=<metric>, or =sum(<metric>) for what covers the days up to the next row. Metrics: ${metrics.map(({ id }) => id).join(', ')}.`,
  where,
});
