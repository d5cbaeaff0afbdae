import type { CellKind, Cells } from '../../../sim-core/results/tables/result-table.ts';

/** A table as it was read: its columns by name, each as long as the table has rows. */
export interface ReadTable {
  readonly rows: number;
  readonly cells: ReadonlyMap<string, Cells>;
}

/** Reads the bytes of one format. Throws where they are not that format. */
export type TableReader = (bytes: Uint8Array) => ReadTable | Promise<ReadTable>;

const texts: readonly string[] = ['seed', 'by', 'group'];

/** How a column of `metrics` or `breakdowns` is stored, by its name. */
export function kindOf(name: string): CellKind {
  if (name === 'tick') return 'integer';
  if (name === 'date') return 'day';
  return texts.includes(name) ? 'text' : 'number';
}
