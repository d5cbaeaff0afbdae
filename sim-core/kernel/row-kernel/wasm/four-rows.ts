import type { ColumnType } from '../../../contract/columns.ts';
import type { Declaration } from '../declaration.ts';
import type { Graph, Node } from '../graph.ts';
import type { Code, Vector } from './code.ts';
import { emitUniform, type Luck } from './emit-uniform.ts';
import type { Reach } from './reach.ts';

/** Everything that the parts of a pass need while it is written; numbers are locals. */
export interface Writing {
  readonly code: Code;
  readonly graph: Graph;
  readonly declared: Declaration;
  readonly reach: Reach;
  /** Addresses of columns and tables. */
  readonly bases: Readonly<Record<string, number>>;
  /** Nodes that are the same for all rows. */
  readonly same: ReadonlyMap<number, number>;
  /** Constants as four whole numbers. */
  readonly whole: ReadonlyMap<number, number>;
  readonly luck: Luck;
  readonly totals: readonly number[];
}

/** The first two of four rows, or the other two. */
type Half = 0 | 1;

/** The other two of four, where the first two stand. */
const upper = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

/** The four rows in hand: what is asked of them is written where it is first asked, and known from there on. */
export class FourRows {
  readonly #writing: Writing;
  /** Of those that are passed over, where some may not be. */
  readonly #mask: number | undefined;
  /** Nodes as four whole numbers, or four floats of 32 bits, before they are widened. */
  readonly #fours = new Map<number, number>();
  /** Nodes as two numbers or two masks, for each half. */
  readonly #twos: readonly [Map<number, number>, Map<number, number>];
  readonly #taking: [number | undefined, number | undefined] = [undefined, undefined];

  constructor(writing: Writing, mask: number | undefined) {
    this.#writing = writing;
    this.#mask = mask;
    this.#twos = [new Map(writing.same), new Map(writing.same)];
  }

  /** The local with a column's or a draw's four numbers. */
  four(place: number): number {
    const known = this.#fours.get(place);
    if (known !== undefined) return known;
    const { code, graph, luck } = this.#writing;
    const node = graph.nodes[place];
    const local =
      node.kind === 'uniform'
        ? emitUniform(code, luck, node.draw, this.#agents())
        : this.#loadFour(node.kind === 'lookup' ? node.column : node.kind === 'column' ? node.name : '');
    this.#fours.set(place, local);
    return local;
  }

  /** The local with a node's value for two of the rows. */
  two(half: Half, place: number): number {
    const known = this.#twos[half].get(place);
    if (known !== undefined) return known;
    this.#emit(half, place, this.#writing.graph.nodes[place]);
    const local = this.#writing.code.keep('v128');
    this.#twos[half].set(place, local);
    return local;
  }

  /** The mask of those of two rows that take part; absent: both do. */
  taking(half: Half): number | undefined {
    const { code, graph } = this.#writing;
    const { only } = graph;
    if (this.#mask === undefined) return only === undefined ? undefined : this.two(half, only);
    const known = this.#taking[half];
    if (known !== undefined) return known;
    const flag = only === undefined ? undefined : this.two(half, only);
    code.get(this.#mask).vector(half === 0 ? 'i64x2.extend_low_i32x4_s' : 'i64x2.extend_high_i32x4_s');
    if (flag !== undefined) code.get(flag).vector('v128.and');
    const local = code.keep('v128');
    this.#taking[half] = local;
    return local;
  }

  #emit(half: Half, place: number, node: Node): void {
    const { code, reach, bases, declared, luck } = this.#writing;
    const two = (input: number): number => this.two(half, input);
    switch (node.kind) {
      case 'column': {
        const type = declared.columns[node.name];
        if (type === 'f64') reach.loadPair(code, bases[node.name], half);
        else this.#widened(half, place).vector(widen[type]);
        return;
      }
      case 'uniform':
        this.#widened(half, place).vector('f64x2.convert_low_i32x4_u').get(luck.step).vector('f64x2.mul');
        return;
      case 'lookup':
        this.#emitLookup(half, node.table, this.four(place));
        return;
      case 'choose': {
        const [flag, yes, no] = node.of;
        // Beside 0 a mask is enough.
        if (this.#isZero(no)) emitted(code, [two(yes), two(flag)], 'v128.and');
        else if (this.#isZero(yes)) emitted(code, [two(no), two(flag)], 'v128.andnot');
        else emitted(code, [two(yes), two(no), two(flag)], 'v128.bitselect');
        return;
      }
      case 'and':
        this.#emitAnd(half, node.of);
        return;
      case 'constant':
      case 'scalar':
        return;
      default:
        emitted(code, node.of.map(two), instruction[node.kind]);
    }
  }

  #isZero(place: number): boolean {
    const node = this.#writing.graph.nodes[place];
    return node.kind === 'constant' && Object.is(node.value, 0);
  }

  #emitAnd(half: Half, [first, second]: readonly [number, number]): void {
    const { code, graph } = this.#writing;
    const other = graph.nodes[second];
    if (other.kind === 'not')
      emitted(code, [this.two(half, first), this.two(half, other.of[0])], 'v128.andnot');
    else emitted(code, [this.two(half, first), this.two(half, second)], 'v128.and');
  }

  /** Each of the two reads its own place of the table. */
  #emitLookup(half: Half, table: string, points: number): void {
    const { code, bases, declared } = this.#writing;
    const type = declared.tables?.[table] ?? 'f64';
    for (const lane of [0, 1]) {
      code.get(points).pick('i32x4.extract_lane', 2 * half + lane);
      if (type === 'f64') code.integer(3).do('i32.shl');
      code.get(bases[table]).do('i32.add');
      if (type === 'f64') code.reach('f64.load');
      else code.reach('i32.load8_u').do('f64.convert_i32_u');
      if (lane === 0) code.vector('f64x2.splat');
      else code.pick('f64x2.replace_lane', 1);
    }
  }

  /** Leaves the half of four numbers where an instruction that widens looks for it. */
  #widened(half: Half, place: number): Code {
    const { code } = this.#writing;
    const four = this.four(place);
    return half === 0 ? code.get(four) : code.get(four).get(four).shuffle(upper);
  }

  #loadFour(column: string): number {
    const { code, declared, reach, bases } = this.#writing;
    const type = declared.columns[column];
    const bytes = type === 'u8' ? 1 : type === 'u16' ? 2 : 4;
    reach.loadFour(code, bases[column], bytes);
    if (bytes === 1) code.vector('i16x8.extend_low_i8x16_u');
    if (bytes < 4) code.vector('i32x4.extend_low_i16x8_u');
    return code.keep('v128');
  }

  /** Ids of the agents that luck goes by. */
  #agents(): number {
    const { code, declared, reach } = this.#writing;
    if (declared.agent !== undefined) return this.#loadFour(declared.agent);
    reach.rows(code);
    return code.keep('v128');
  }
}

/** Writes an instruction over these locals. */
function emitted(code: Code, locals: readonly number[], name: Vector): void {
  for (const local of locals) code.get(local);
  code.vector(name);
}

const signedWide = 'f64x2.convert_low_i32x4_s';

const widen: Readonly<Record<Exclude<ColumnType, 'f64'>, Vector>> = {
  f32: 'f64x2.promote_low_f32x4',
  i32: signedWide,
  u32: 'f64x2.convert_low_i32x4_u',
  u16: signedWide,
  u8: signedWide,
};

const instruction = {
  add: 'f64x2.add',
  subtract: 'f64x2.sub',
  multiply: 'f64x2.mul',
  divide: 'f64x2.div',
  min: 'f64x2.min',
  max: 'f64x2.max',
  sqrt: 'f64x2.sqrt',
  abs: 'f64x2.abs',
  below: 'f64x2.lt',
  above: 'f64x2.gt',
  atMost: 'f64x2.le',
  atLeast: 'f64x2.ge',
  equal: 'f64x2.eq',
  or: 'v128.or',
  not: 'v128.not',
} as const satisfies Readonly<Record<string, Vector>>;
