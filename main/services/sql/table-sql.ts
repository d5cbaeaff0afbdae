import { textLiteral } from '../../ports/text-literal.ts';

/** A cell of a small table; undefined is null. */
export type Cell = string | number | boolean | undefined;

/** Rows that one statement inserts. */
const atOnce = 500;

/** Statements that make a small table with these rows; `columns` are types by name. */
export function tableSql(
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
): readonly string[] {
  const header = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const parts = Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
    rows.slice(part * atOnce, (part + 1) * atOnce),
  );
  return [
    `create table ${name} (${header.join(', ')})`,
    ...parts.map((part) => `insert into ${name} values ${part.map(rowLiteral).join(', ')}`),
  ];
}

const rowLiteral = (row: readonly Cell[]): string => `(${row.map(literal).join(', ')})`;

function literal(cell: Cell): string {
  if (cell === undefined) return 'null';
  if (typeof cell === 'string') return textLiteral(cell);
  return typeof cell === 'number' && !Number.isFinite(cell) ? textLiteral(`${cell}`) : `${cell}`;
}
