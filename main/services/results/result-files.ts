import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { breakdownsTable, tidyBreakdownsTable } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { dictionaryTable, tidyDictionaryTable } from '../../../sim-core/results/tables/dictionary-table.ts';
import { metricsTable, tidyMetricsTable } from '../../../sim-core/results/tables/metrics-table.ts';
import type { Layout, TableFormat } from './formats.ts';
import { tableWriter } from './table-writer.ts';

/** A file of a result: its name, and its contents in pieces. */
export interface ResultFile {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** The tables of a batch as files: metrics, breakdowns and dictionary in each format. */
export async function resultFiles(
  batch: BatchResult,
  formats: readonly TableFormat[],
  layout: Layout = 'wide',
): Promise<readonly ResultFile[]> {
  const written = formats.map(async (format) => {
    const write = await tableWriter(format);
    return tablesOf(batch, format, layout).map((table) => ({
      name: `${table.name}.${format}`,
      chunks: write(table),
    }));
  });
  return (await Promise.all(written)).flat();
}

const tablesOf = (batch: BatchResult, format: TableFormat, layout: Layout) =>
  layout === 'wide'
    ? [metricsTable(batch), breakdownsTable(batch), dictionaryTable(batch, format)]
    : [tidyMetricsTable(batch), tidyBreakdownsTable(batch), tidyDictionaryTable(batch, format)];
