import { type DescribedBatch, dictionaryTable } from './tables/dictionary-table.ts';
import { tableCsv } from './write/table-csv.ts';

/** `dictionary.csv`, in chunks. */
export const dictionaryCsv = (batch: DescribedBatch): Generator<string> => tableCsv(dictionaryTable(batch));
