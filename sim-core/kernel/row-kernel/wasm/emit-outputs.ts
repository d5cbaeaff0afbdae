import type { ColumnType } from '../../../contract/columns.ts';
import type { Output } from '../graph.ts';
import type { Vector } from './code.ts';
import type { FourRows, Writing } from './four-rows.ts';

type Narrow = Exclude<ColumnType, 'f64'>;

const halves = [0, 1] as const;
/** Of two vectors: the first halves beside each other. */
const firstHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
/** Of two masks of two rows: one of four. */
const joinedMasks = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

/**
 * Writes what four rows give: new values of columns, sums in the order of rows, counts. Values are known before the first is stored.
 */
export function emitOutputs(writing: Writing, rows: FourRows): void {
  const { code, graph, reach, bases, declared, whole, totals } = writing;
  const stores = graph.sets.map(prepared);
  for (const [i, { node }] of graph.sums.entries()) addInOrder(totals[i], node);
  for (const [i, { node }] of graph.counts.entries()) count(totals[graph.sums.length + i], node);
  for (const store of stores) store();

  function oldOf(name: string): number {
    return graph.nodes.findIndex((each) => each.kind === 'column' && each.name === name);
  }

  /** Computes the new values of a column; what is returned stores them. */
  function prepared({ name, node }: Output): () => void {
    const type = declared.columns[name];
    if (type !== 'f64') return preparedNarrow(name, type, node);
    const values = halves.map((half) => {
      value(half, name, node);
      return code.keep('v128');
    });
    return () => {
      for (const half of halves) reach.storePair(code, bases[name], half, values[half]);
    };
  }

  function preparedNarrow(name: string, type: Narrow, node: number): () => void {
    if (type !== 'f32' && isWhole(node)) wholeValue(name, node);
    else {
      const [first, second] = halves.map((half) => {
        value(half, name, node);
        return code.vector(narrowed[type]).keep('v128');
      });
      code.get(first).get(second).shuffle(firstHalves);
    }
    const bytes = type === 'u8' ? 1 : type === 'u16' ? 2 : 4;
    if (bytes < 4) packed('i16x8.narrow_i32x4_u');
    if (bytes === 1) packed('i8x16.narrow_i16x8_u');
    const four = code.keep('v128');
    return () => reach.storeFour(code, bases[name], bytes, four);
  }

  /** Leaves the new value of two rows on the stack; who takes no part keeps the old one. */
  function value(half: 0 | 1, name: string, node: number): void {
    const taking = rows.taking(half);
    const now = rows.two(half, node);
    if (taking === undefined) code.get(now);
    else {
      const old = rows.two(half, oldOf(name));
      code.get(now).get(old).get(taking).vector('v128.bitselect');
    }
  }

  /** The same for four rows whose values are whole numbers, chosen by flags. */
  function wholeValue(name: string, node: number): void {
    const now = wholeLocal(node);
    const [first, second] = halves.map((half) => rows.taking(half));
    if (first === undefined || second === undefined) {
      code.get(now);
      return;
    }
    const old = rows.four(oldOf(name));
    code.get(now).get(old).get(first).get(second).shuffle(joinedMasks).vector('v128.bitselect');
  }

  function isWhole(place: number): boolean {
    const node = graph.nodes[place];
    if (node.kind === 'constant') return whole.has(place);
    if (node.kind === 'column') return !['f64', 'f32'].includes(declared.columns[node.name]);
    return node.kind === 'choose' && isWhole(node.of[1]) && isWhole(node.of[2]);
  }

  function wholeLocal(place: number): number {
    const node = graph.nodes[place];
    if (node.kind !== 'choose') return whole.get(place) ?? rows.four(place);
    const [flag, yes, no] = node.of;
    const [first, second] = halves.map((half) => rows.two(half, flag));
    const chosen = [wholeLocal(yes), wholeLocal(no)];
    for (const local of [...chosen, first, second]) code.get(local);
    return code.shuffle(joinedMasks).vector('v128.bitselect').keep('v128');
  }

  function packed(instruction: Vector): void {
    const wide = code.keep('v128');
    code.get(wide).get(wide).vector(instruction);
  }

  /** Leaves a node on the stack, nothing of it for who takes no part. */
  function masked(half: 0 | 1, node: number): void {
    const taking = rows.taking(half);
    code.get(rows.two(half, node));
    if (taking !== undefined) code.get(taking).vector('v128.and');
  }

  function addInOrder(total: number, node: number): void {
    for (const half of halves) {
      masked(half, node);
      const both = code.keep('v128');
      for (const lane of [0, 1])
        code.get(total).get(both).pick('f64x2.extract_lane', lane).do('f64.add').set(total);
    }
  }

  /** A mask is -1 where it holds. */
  function count(total: number, node: number): void {
    for (const half of halves) {
      masked(half, node);
      const mask = code.keep('v128');
      code.get(total).get(mask).vector('i64x2.sub').set(total);
    }
  }
}

const narrowed: Readonly<Record<Narrow, Vector>> = {
  f32: 'f32x4.demote_f64x2_zero',
  i32: 'i32x4.trunc_sat_f64x2_s_zero',
  u32: 'i32x4.trunc_sat_f64x2_u_zero',
  u16: 'i32x4.trunc_sat_f64x2_s_zero',
  u8: 'i32x4.trunc_sat_f64x2_s_zero',
};
