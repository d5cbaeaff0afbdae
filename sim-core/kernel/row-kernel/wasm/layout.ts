import type { Declaration } from '../declaration.ts';
import type { Graph } from '../graph.ts';

/** Where a compiled kernel finds what it is told of a pass: bytes from the beginning of the scratch memory. */
export interface Layout {
  /** Addresses of columns. */
  readonly columns: Readonly<Record<string, number>>;
  /** Addresses of small tables. */
  readonly tables: Readonly<Record<string, number>>;
  /** k0 and k1 of draws, beside each other. */
  readonly luck: Readonly<Record<string, number>>;
  /** 16 bytes, one for each status: all bits where rows that have it are passed over. */
  readonly wanted: number;
  readonly scalars: Readonly<Record<string, number>>;
  /** Sums, then counts: what was there is added to. */
  readonly totals: number;
  /** Where all of this ends, a multiple of 16. */
  readonly end: number;
}

export function layoutOf(declared: Declaration, graph: Graph): Layout {
  let at = 0;
  const placed = (names: readonly string[], bytes: number): Readonly<Record<string, number>> => {
    const places = names.map((name, i) => [name, at + bytes * i] as const);
    at += bytes * names.length;
    return Object.fromEntries(places);
  };
  const columns = placed(Object.keys(declared.columns), 4);
  const tables = placed(Object.keys(declared.tables ?? {}), 4);
  const luck = placed(declared.luck ?? [], 8);
  at += (16 - (at % 16)) % 16;
  const wanted = at;
  at += 16;
  const scalars = placed(declared.scalars ?? [], 8);
  const totals = at;
  at += 8 * (graph.sums.length + graph.counts.length);
  const end = at + ((16 - (at % 16)) % 16);
  return { columns, tables, luck, wanted, scalars, totals, end };
}
