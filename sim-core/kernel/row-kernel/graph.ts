/** What a row kernel computes for each row: numbers and flags (true or false), each from those before it in the list. */
export type Node =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'column'; readonly name: string }
  /** Uniform in [0, 1) for the row's agent, of a draw of luck. */
  | { readonly kind: 'uniform'; readonly draw: string }
  /** The value that a small table has for the row: of the region it stands in, say. */
  | { readonly kind: 'lookup'; readonly table: string; readonly column: string }
  | { readonly kind: Unary; readonly of: readonly [number] }
  | { readonly kind: Binary; readonly of: readonly [number, number] }
  /** Of a flag: the second where it holds, otherwise the third. Both are computed. */
  | { readonly kind: 'choose'; readonly of: readonly [number, number, number] };

export type Unary = 'sqrt' | 'abs' | 'not';
export type Relation = 'below' | 'above' | 'atMost' | 'atLeast' | 'equal';
export type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | Relation | 'and' | 'or';

/** A row function, traced. Numbers are places in `nodes`. */
export interface Graph {
  readonly nodes: readonly Node[];
  /** The flag of rows that take part; absent: all do. */
  readonly only?: number;
  readonly sets: readonly Output[];
  /** Added up in the order of rows. */
  readonly sums: readonly Output[];
  /** Flags: how many rows have them. */
  readonly counts: readonly Output[];
}

export interface Output {
  readonly name: string;
  readonly node: number;
}

/** Places, ascending, of what has to be computed for outputs. */
export function usedNodes({ nodes, only, sets, sums, counts }: Graph): readonly number[] {
  const used = new Set([...sets, ...sums, ...counts].map(({ node }) => node));
  if (only !== undefined) used.add(only);
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place];
    if (used.has(place) && 'of' in node) for (const input of node.of) used.add(input);
  }
  return [...used].sort((a, b) => a - b);
}
