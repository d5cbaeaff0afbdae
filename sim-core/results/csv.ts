import type { MetricDescription } from '../contract/metric.ts';
import type { BatchResult } from '../contract/run.ts';
import { isoDate } from '../kernel/calendar.ts';

/** Characters gathered before a chunk is handed on: large enough to be fast, small enough for any file. */
const chunkLength = 1 << 16;

/**
 * `metrics.csv`: one row a seed and tick (seeds in the order of the batch, then ticks), one column a metric. The one writer
 * of every door, so its bytes are the same wherever a file is saved; docs/reference/files.md gives the spelling. Yields
 * chunks, since a file of many seeds is larger than any one string should be.
 */
export function* metricsCsv(
  batch: Pick<BatchResult, 'metrics' | 'seeds' | 'startDay' | 'ticks'>,
): Generator<string> {
  yield row(['tick', 'date', 'seed', ...batch.metrics.map((metric) => metric.id)].map(textCell));
  const heads = Array.from(
    { length: batch.ticks },
    (_, tick) => `${tick},${isoDate(batch.startDay + tick)},`,
  );
  let chunk = '';
  for (const { seed, columns } of batch.seeds) {
    const seedCell = textCell(seed);
    for (let tick = 0; tick < batch.ticks; tick++) {
      chunk += heads[tick] + seedCell;
      for (const column of columns) chunk += `,${numberCell(column[tick])}`;
      chunk += '\n';
      if (chunk.length >= chunkLength) {
        yield chunk;
        chunk = '';
      }
    }
  }
  if (chunk !== '') yield chunk;
}

/** `dictionary.csv`: what each column of `metrics.csv` is. */
export function* dictionaryCsv(metrics: readonly MetricDescription[]): Generator<string> {
  yield row(['column', 'unit', 'title', 'definition', 'source', 'empty_when']);
  const studio = 'DePIN Studio';
  yield row(
    ['tick', 'day', 'Tick', 'Days since the start of the run; the first is 0.', studio, ''].map(textCell),
  );
  yield row(['date', 'date', 'Date', 'Calendar day of the tick (ISO 8601).', studio, ''].map(textCell));
  yield row(
    ['seed', 'text', 'Seed', 'Text from which all the luck of the run follows.', studio, ''].map(textCell),
  );
  for (const { id, unit, title, definition, source, gaps = '' } of metrics) {
    yield row([id, unit, title, definition, source, gaps].map(textCell));
  }
}

/** The whole of a file in one string; for files that are known to be small, and for a browser's download. */
export const joined = (chunks: Iterable<string>): string => [...chunks].join('');

const row = (cells: readonly string[]): string => `${cells.join(',')}\n`;

/** The shortest digits that read back as the same number (ECMAScript Number::toString); nothing where there is none. */
export function numberCell(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : `${value}`;
}

/** RFC 4180, and an apostrophe before what a spreadsheet would run as a formula. */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
