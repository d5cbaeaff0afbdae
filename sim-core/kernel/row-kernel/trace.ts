import type { Declaration } from './declaration.ts';
import type { Graph, Output } from './graph.ts';
import { type Flag, Nodes, Term } from './terms.ts';

/** Asks a row function once, with names in the place of numbers, and keeps what it does with them. */
export function trace(declared: Declaration): Graph {
  const nodes = new Nodes();
  const { columns, tables = {}, agent } = declared;
  for (const [name, type] of Object.entries(tables)) {
    if (type !== 'f64' && type !== 'u8')
      throw new TypeError(`A row kernel looks up f64 or u8; the table ${name} is ${type}.`);
    if (Object.hasOwn(columns, name)) throw new TypeError(`${name} is a column and a table of a row kernel.`);
  }
  const pointing = (name: string): string => {
    if (columns[name] !== 'f64' && columns[name] !== 'f32') return name;
    throw new TypeError(
      `The column ${name} of a row kernel has to hold whole numbers: it is ${columns[name]}.`,
    );
  };
  if (agent !== undefined) pointing(agent);
  const named = (names: readonly string[], kind: 'column' | 'scalar'): Record<string, Term> =>
    Object.fromEntries(names.map((name) => [name, new Term(nodes, { kind, name })]));
  const draws = (declared.luck ?? []).map(
    (draw) => [draw, new Term(nodes, { kind: 'uniform', draw })] as const,
  );
  const { only, set, sum, count } = declared.row({
    column: named(Object.keys(declared.columns), 'column'),
    scalar: named(declared.scalars ?? [], 'scalar'),
    luck: Object.fromEntries(draws),
    number: (value) => new Term(nodes, { kind: 'constant', value }),
    lookup: (table, column) => new Term(nodes, { kind: 'lookup', table, column: pointing(column) }),
  });
  return {
    nodes: nodes.list,
    ...(only ? { only: only.place } : {}),
    sets: outputs(set),
    sums: outputs(sum),
    counts: outputs(count),
  };
}

const outputs = (named: Readonly<Partial<Record<string, Term | Flag>>> = {}): readonly Output[] =>
  Object.entries(named).flatMap(([name, value]) => (value ? [{ name, node: value.place }] : []));
