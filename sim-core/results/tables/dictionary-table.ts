import type { BreakdownDescription } from '../../contract/breakdown.ts';
import type { BatchResult } from '../../contract/run.ts';
import { quantitiesOf } from './breakdowns-table.ts';
import { column, type ResultTable } from './result-table.ts';

const studio = 'DePIN Studio';

/** Columns that say which row it is; the last two only where there are groups. */
const keys = [
  ['tick', 'day', 'Tick', 'Days since the start of the run; the first is 0.'],
  ['date', 'date', 'Date', 'Calendar day of the tick (ISO 8601).'],
  ['seed', 'text', 'Seed', 'Text from which all the luck of the run follows.'],
  ['by', 'text', 'By', 'What divides into groups, such as region, class of hardware or cohort.'],
  ['group', 'text', 'Group', 'The region, the class, or the year of the run in which they joined.'],
] as const;

const header = ['file', 'column', 'unit', 'title', 'definition', 'source', 'empty_when'];

/** What `dictionary` is made of. */
export type DescribedBatch = Pick<BatchResult, 'metrics' | 'breakdowns'>;

/**
 * `dictionary`: what each column of `metrics` and `breakdowns` is, all of it text.
 * @param ending of the files it speaks of, such as `csv`
 */
export const dictionaryTable = (batch: DescribedBatch, ending = 'csv'): ResultTable =>
  tableOf('dictionary', batch, `metrics.${ending}`, `breakdowns.${ending}`);

/** The same for tidy files, whose columns `metric` and `quantity` hold the names. */
export const tidyDictionaryTable = (batch: DescribedBatch, ending = 'csv'): ResultTable =>
  tableOf('dictionary-tidy', batch, `metrics-tidy.${ending}`, `breakdowns-tidy.${ending}`);

const tableOf = (
  name: string,
  batch: DescribedBatch,
  ofMetrics: string,
  ofBreakdowns: string,
): ResultTable => ({
  name,
  columns: header.map(column.text),
  *blocks() {
    const rows = [...rowsOf(batch, ofMetrics, ofBreakdowns)];
    const cells = header.map(
      (_, index) => ({ kind: 'text', values: rows.map((row) => row[index] ?? '') }) as const,
    );
    yield { rows: rows.length, cells };
  },
});

function* rowsOf(
  { metrics, breakdowns }: DescribedBatch,
  ofMetrics: string,
  ofBreakdowns: string,
): Generator<readonly string[]> {
  yield* keys.slice(0, 3).map((key) => [ofMetrics, ...key, studio, '']);
  for (const { id, unit, title, definition, source, gaps = '' } of metrics)
    yield [ofMetrics, id, unit, title, definition, source, gaps];
  if (breakdowns.length === 0) return;
  yield* keys.map((key) => [ofBreakdowns, ...key, studio, '']);
  for (const quantity of quantitiesOf(breakdowns)) {
    const { id, unit, title, definition, source } = quantity;
    yield [ofBreakdowns, id, unit, title, definition, source, emptyWhen(quantity, breakdowns)];
  }
}

/** Its gaps, and the ways in which others are broken down and it is not. */
function emptyWhen({ id, gaps }: BreakdownDescription, all: readonly BreakdownDescription[]): string {
  const ways = (quantities: readonly BreakdownDescription[]): readonly string[] => [
    ...new Set(quantities.map(({ by }) => by)),
  ];
  const own = ways(all.filter((each) => each.id === id));
  const others = ways(all).filter((by) => !own.includes(by));
  return [gaps, others.length > 0 ? `by is ${others.join(' or ')}` : undefined]
    .filter((part) => part !== undefined)
    .join('; or ');
}
