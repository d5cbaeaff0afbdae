import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { TableFormat } from './formats.ts';
import type { ReadTable, TableReader } from './kept-table.ts';

/** Reads a table. Throws `result.damaged` where the bytes are not what the ending of the file says. */
export async function readTable(format: TableFormat, bytes: Uint8Array, file: string): Promise<ReadTable> {
  try {
    return await (await readerOf(format))(bytes);
  } catch (error) {
    throw new StudioError({
      code: 'result.damaged',
      message: `${file} cannot be read as ${format}: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Write it again with the command in its manifest.json.',
      where: file,
    });
  }
}

async function readerOf(format: TableFormat): Promise<TableReader> {
  switch (format) {
    case 'csv':
      return (await import('./read-csv-table.ts')).readCsvTable;
    case 'json':
      return (await import('./read-json-table.ts')).readJsonTable;
    case 'parquet':
      return (await import('./read-parquet-table.ts')).readParquetTable;
    case 'arrow':
      return (await import('./read-arrow-table.ts')).readArrowTable;
  }
}
