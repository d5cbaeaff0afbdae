import { type BreakdownsOfBatch, breakdownsTable } from './tables/breakdowns-table.ts';
import { tableCsv } from './write/table-csv.ts';

/** `breakdowns.csv`, in chunks. */
export const breakdownsCsv = (batch: BreakdownsOfBatch): Generator<string> =>
  tableCsv(breakdownsTable(batch));
