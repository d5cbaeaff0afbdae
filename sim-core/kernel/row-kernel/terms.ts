import type { Binary, Node } from './graph.ts';

/** Nodes of one graph; what is computed twice is listed once. */
export class Nodes {
  readonly list: Node[] = [];
  readonly #places = new Map<string, number>();

  /** The place of this node, which is added where it is not there yet. */
  place(node: Node): number {
    const key = JSON.stringify(node, (_, value) => (typeof value === 'number' ? spelled(value) : value));
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push(node) - 1;
  }
}

/** A number of a row: what is written of it is recorded, not computed. */
export class Term {
  readonly nodes: Nodes;
  readonly place: number;

  constructor(nodes: Nodes, node: Node) {
    this.nodes = nodes;
    this.place = nodes.place(node);
  }

  plus(other: Term | number): Term {
    return this.#with('add', other);
  }
  minus(other: Term | number): Term {
    return this.#with('subtract', other);
  }
  times(other: Term | number): Term {
    return this.#with('multiply', other);
  }
  over(other: Term | number): Term {
    return this.#with('divide', other);
  }
  min(other: Term | number): Term {
    return this.#with('min', other);
  }
  max(other: Term | number): Term {
    return this.#with('max', other);
  }
  sqrt(): Term {
    return new Term(this.nodes, { kind: 'sqrt', of: [this.place] });
  }
  abs(): Term {
    return new Term(this.nodes, { kind: 'abs', of: [this.place] });
  }

  below(other: Term | number): Flag {
    return this.#is('below', other);
  }
  above(other: Term | number): Flag {
    return this.#is('above', other);
  }
  atMost(other: Term | number): Flag {
    return this.#is('atMost', other);
  }
  atLeast(other: Term | number): Flag {
    return this.#is('atLeast', other);
  }
  is(other: Term | number): Flag {
    return this.#is('equal', other);
  }

  #with(kind: Binary, other: Term | number): Term {
    return new Term(this.nodes, { kind, of: [this.place, placeOf(this.nodes, other)] });
  }

  #is(kind: Binary, other: Term | number): Flag {
    return new Flag(this.nodes, { kind, of: [this.place, placeOf(this.nodes, other)] });
  }
}

/** Something that holds for a row or does not. */
export class Flag {
  readonly nodes: Nodes;
  readonly place: number;

  constructor(nodes: Nodes, node: Node) {
    this.nodes = nodes;
    this.place = nodes.place(node);
  }

  and(other: Flag): Flag {
    return this.#with({ kind: 'and', of: [this.place, other.place] });
  }
  or(other: Flag): Flag {
    return this.#with({ kind: 'or', of: [this.place, other.place] });
  }
  not(): Flag {
    return this.#with({ kind: 'not', of: [this.place] });
  }

  /** `yes` where it holds, otherwise `no`. Both are computed: neither may be what must not be looked at. */
  choose(yes: Term | number, no: Term | number): Term {
    const of = [this.place, placeOf(this.nodes, yes), placeOf(this.nodes, no)] as const;
    return new Term(this.nodes, { kind: 'choose', of });
  }

  #with(node: Node): Flag {
    return new Flag(this.nodes, node);
  }
}

const placeOf = (nodes: Nodes, value: Term | number): number =>
  typeof value === 'number' ? nodes.place({ kind: 'constant', value }) : value.place;

/** JSON has no -0, NaN or infinity. */
const spelled = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
