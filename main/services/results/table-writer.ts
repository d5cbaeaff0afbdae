import type { ResultTable } from '../../../sim-core/results/tables/result-table.ts';
import { tableCsv } from '../../../sim-core/results/write/table-csv.ts';
import { tableJson } from '../../../sim-core/results/write/table-json.ts';
import type { TableFormat } from './formats.ts';

/** Turns a table into the contents of its file, in pieces. */
export type TableWriter = (table: ResultTable) => Iterable<string | Uint8Array>;

/** The writer of a format. Those that need a library are loaded where they are asked for. */
export async function tableWriter(format: TableFormat): Promise<TableWriter> {
  switch (format) {
    case 'csv':
      return tableCsv;
    case 'json':
      return tableJson;
    case 'parquet':
      return (await import('../../../sim-core/results/write/table-parquet.ts')).tableParquet;
    case 'arrow': {
      const { tableArrow } = await import('../../../sim-core/results/write/table-arrow.ts');
      return (table) => [tableArrow(table)];
    }
  }
}
