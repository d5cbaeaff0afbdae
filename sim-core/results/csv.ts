import { type MetricsOfBatch, metricsTable } from './tables/metrics-table.ts';
import { tableCsv } from './write/table-csv.ts';

/** `metrics.csv`, in chunks. */
export const metricsCsv = (batch: MetricsOfBatch): Generator<string> => tableCsv(metricsTable(batch));
