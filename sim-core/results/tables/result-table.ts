/** What a column holds: how it is stored, and what a reader of its file gets. */
export type CellKind = 'integer' | 'day' | 'text' | 'number';

/** Some rows of one column. A day is a count of days since 1970-01-01; a number that is NaN is no number. */
export type Cells =
  | { readonly kind: 'integer' | 'day'; readonly values: Int32Array }
  | { readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly values: Float64Array };

export interface TableColumn {
  readonly name: string;
  readonly kind: CellKind;
  /** True where a cell may be empty; numbers only. */
  readonly gaps: boolean;
}

/** Rows that stand together, such as those of a seed: the cells of each column, all as long. */
export interface Block {
  readonly rows: number;
  readonly cells: readonly Cells[];
}

/**
 * A table of a result before it has a format. It comes in blocks, so that a table of any length passes through bounded
 * memory; blocks share the arrays of the result where they can.
 */
export interface ResultTable {
  /** Of its file, without an ending: `metrics`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Said of the table as a whole, in formats that have room for it (Parquet, Arrow). */
  readonly about?: Readonly<Record<string, string>>;
  blocks(): Iterable<Block>;
}

/** Columns by the way they are named in every table. */
export const column = {
  tick: { name: 'tick', kind: 'integer', gaps: false },
  date: { name: 'date', kind: 'day', gaps: false },
  text: (name: string): TableColumn => ({ name, kind: 'text', gaps: false }),
  number: (name: string, gaps: boolean): TableColumn => ({ name, kind: 'number', gaps }),
} as const;

/** Cells that all say the same. */
export const repeated = (text: string, rows: number): Cells => ({
  kind: 'text',
  values: new Array<string>(rows).fill(text),
});
