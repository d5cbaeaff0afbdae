import type { TableColumn } from '../../../sim-core/results/tables/result-table.ts';
import { textLiteral } from '../../ports/text-literal.ts';
import type { TableFile } from './result-source.ts';

/**
 * All files of one table under the columns of all; a column that a file lacks is null there. The file's name is asked for as
 * a hidden column: with the option `filename` DuckDB 1.5.5 fails on `select count(*), min(filename)`.
 */
export function viewSql(name: string, files: readonly TableFile[]): string {
  if (files.length === 0)
    return `create table ${name} (run varchar, scenario varchar, tick integer, date date, seed varchar)`;
  const parquet = files.filter(({ kind }) => kind === 'parquet').map(({ file }) => textLiteral(file));
  const reads = [
    ...(parquet.length === 0 ? [] : [`read_parquet([${parquet.join(', ')}], union_by_name = true)`]),
    ...files.flatMap((each) => (each.kind === 'csv' ? [csvRead(each.file, each.columns)] : [])),
  ];
  const all = reads.map((read) => `select *, filename as "file of the table" from ${read}`);
  return `create view ${name} as select files.run, files.scenario, rows.* exclude ("file of the table")
    from (${all.join(' union all by name ')}) rows join files on rows."file of the table" = files.file`;
}

/** As docs/reference/files.md spells it, with nothing left to guess; `cutOff` leaves out what is no whole line. */
export function csvRead(file: string, columns: readonly TableColumn[], cutOff = false): string {
  const types = columns.map(({ name, kind }) => `${textLiteral(name)}: '${csvTypes[kind]}'`);
  return `read_csv(${textLiteral(file)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', columns = {${types.join(', ')}}${cutOff ? ', ignore_errors = true' : ''})`;
}

const csvTypes = { integer: 'INTEGER', day: 'DATE', text: 'VARCHAR', number: 'DOUBLE' } as const;
