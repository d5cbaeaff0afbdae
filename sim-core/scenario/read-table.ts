import type { TableParameter, TableValue } from '../contract/parameter.ts';
import type { DataTables } from './data-tables.ts';
import type { Field } from './entry.ts';
import { columnOf, readNumberColumn } from './read-column.ts';
import { type Reading, required } from './reading.ts';

/** The columns that a table parameter declares, from a data file; other columns of the file are for people. */
export function readTable(
  reading: Reading,
  tables: DataTables,
  fields: ReadonlyMap<string, Field>,
  parameter: TableParameter,
  path: string,
  where: string,
): TableValue | undefined {
  const names = Object.keys(parameter.columns);
  const hint = `Name a CSV file with the columns ${names.join(', ')}.`;
  const file = required(reading, fields, 'file', { path, where, hint });
  const table = file === undefined ? undefined : tables.table(reading, file.value);
  if (table === undefined || file === undefined) return undefined;
  const value: Record<string, readonly string[] | readonly number[]> = {};
  for (const [name, column] of Object.entries(parameter.columns)) {
    const at = file.value.where;
    const cells =
      column.kind === 'text'
        ? columnOf(reading, table, name, at)
        : readNumberColumn(reading, table, name, column, at);
    if (cells !== undefined) value[name] = cells;
  }
  return Object.keys(value).length === names.length ? value : undefined;
}
