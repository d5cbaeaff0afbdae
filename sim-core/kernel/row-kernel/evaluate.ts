import type { ArrayOf, ColumnType } from '../../contract/columns.ts';
import { abs, max, min, sqrt } from '../math.ts';
import { uniform } from '../random.ts';
import { blockRows } from '../sum.ts';
import type { Pass } from './declaration.ts';
import { type Graph, type Node, usedNodes } from './graph.ts';

/** Rows that are computed node by node: few enough for what is between to stay in the cache. */
const together = 256;

type Column = ArrayOf[ColumnType];

/** Does what a graph says in JavaScript: a node at a time for some hundred rows. Flags are 0 or 1. */
export class Evaluator {
  readonly #graph: Graph;
  readonly #agent: string | undefined;
  readonly #used: readonly number[];
  readonly #values: readonly Float64Array[];
  readonly #rows = new Int32Array(together);

  constructor(graph: Graph, agent: string | undefined) {
    this.#graph = graph;
    this.#agent = agent;
    this.#used = usedNodes(graph);
    this.#values = graph.nodes.map(() => new Float64Array(together));
  }

  /** Passes over the rows of one block, or those of them that are listed, and adds to sums, then counts. */
  block(pass: Pass, block: number, totals: Float64Array): void {
    const from = block * blockRows;
    const rows = this.#rows;
    const list = pass.rows;
    const end = list ? list.ends[block] : min(from + blockRows, pass.count);
    for (let at = from; at < end; at += together) {
      const some = min(together, end - at);
      for (let k = 0; k < some; k++) rows[k] = list ? list.rows[at + k] : at + k;
      for (const place of this.#used) this.#compute(pass, this.#graph.nodes[place], place, some);
      this.#finish(pass, some, totals);
    }
  }

  #compute(pass: Pass, node: Node, place: number, some: number): void {
    const out = this.#values[place];
    const rows = this.#rows;
    switch (node.kind) {
      case 'constant':
        out.fill(node.value);
        return;
      case 'scalar':
        out.fill(pass.scalars[node.name]);
        return;
      case 'column':
        gather(out, pass.columns[node.name], rows, some);
        return;
      case 'lookup': {
        const points = pass.columns[node.column];
        const values = pass.tables[node.table];
        for (let k = 0; k < some; k++) out[k] = values[points[rows[k]]];
        return;
      }
      case 'uniform': {
        const { k0, k1 } = pass.luck[node.draw];
        const ids = this.#agent === undefined ? undefined : pass.columns[this.#agent];
        for (let k = 0; k < some; k++) out[k] = uniform(k0, k1, ids ? ids[rows[k]] : rows[k]);
        return;
      }
      default: {
        const [a, b, c] = node.of;
        const v = this.#values;
        apply[node.kind](out, v[a], v[b ?? a], v[c ?? a], some);
      }
    }
  }

  #finish(pass: Pass, some: number, totals: Float64Array): void {
    const { sets, sums, counts, only } = this.#graph;
    const taking = only === undefined ? undefined : this.#values[only];
    for (const { name, node } of sets)
      scatter(pass.columns[name], this.#values[node], this.#rows, taking, some);
    for (const [i, { node }] of [...sums, ...counts].entries()) {
      const values = this.#values[node];
      for (let k = 0; k < some; k++) if (taking === undefined || taking[k] === 1) totals[i] += values[k];
    }
  }
}

function gather(out: Float64Array, column: Column, rows: Int32Array, some: number): void {
  for (let k = 0; k < some; k++) out[k] = column[rows[k]];
}

function scatter(
  column: Column,
  values: Float64Array,
  rows: Int32Array,
  taking: Float64Array | undefined,
  some: number,
): void {
  for (let k = 0; k < some; k++) if (taking === undefined || taking[k] === 1) column[rows[k]] = values[k];
}

type Apply = (out: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array, some: number) => void;

const apply: Readonly<Record<Extract<Node, { readonly of: unknown }>['kind'], Apply>> = {
  add: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] + b[k];
  },
  subtract: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] - b[k];
  },
  multiply: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] * b[k];
  },
  divide: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] / b[k];
  },
  min: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = min(a[k], b[k]);
  },
  max: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = max(a[k], b[k]);
  },
  sqrt: (out, a, _, __, some) => {
    for (let k = 0; k < some; k++) out[k] = sqrt(a[k]);
  },
  abs: (out, a, _, __, some) => {
    for (let k = 0; k < some; k++) out[k] = abs(a[k]);
  },
  below: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] < b[k] ? 1 : 0;
  },
  above: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] > b[k] ? 1 : 0;
  },
  atMost: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] <= b[k] ? 1 : 0;
  },
  atLeast: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] >= b[k] ? 1 : 0;
  },
  equal: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] === b[k] ? 1 : 0;
  },
  and: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] * b[k];
  },
  or: (out, a, b, _, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] === 1 ? 1 : b[k];
  },
  not: (out, a, _, __, some) => {
    for (let k = 0; k < some; k++) out[k] = 1 - a[k];
  },
  choose: (out, a, b, c, some) => {
    for (let k = 0; k < some; k++) out[k] = a[k] === 1 ? b[k] : c[k];
  },
};
