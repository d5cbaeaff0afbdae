import type { ColumnType } from '../../../contract/columns.ts';
import { blockRows } from '../../sum.ts';
import { scratch } from '../column-memory.ts';
import type { Code } from './code.ts';
import type { Layout } from './layout.ts';
import type { Pool } from './pool.ts';

const exponentOf: Readonly<Record<ColumnType, number>> = { f64: 3, f32: 2, i32: 2, u32: 2, u16: 1, u8: 0 };

/** Locals of a pass. */
interface Place {
  /** The first row, or the first place of the list. */
  readonly at: number;
  readonly end: number;
  /** Address of what a kernel is told. */
  readonly told: number;
}

/** How a compiled pass reaches rows: four beside each other, or four of a list. */
export interface Reach {
  /** In front of the loop. */
  before(code: Code, pool: Pool, place: Place): void;
  /** Begins a group of four. */
  begin(code: Code): void;
  /** Leaves the rows' numbers on the stack, as four whole numbers. */
  rows(code: Code): void;
  /** Leaves a mask of those of the four that are passed over on the stack; absent: all are. */
  readonly mask?: (code: Code) => void;
  /** Leaves two of a column's numbers (the first two, or the others) on the stack. */
  loadPair(code: Code, base: number, half: number): void;
  /** Leaves four numbers of 1, 2 or 4 bytes on the stack. */
  loadFour(code: Code, base: number, bytes: 1 | 2 | 4): void;
  storePair(code: Code, base: number, half: number, value: number): void;
  storeFour(code: Code, base: number, bytes: 1 | 2 | 4, value: number): void;
}

const loadLane = { 1: 'v128.load8_lane', 2: 'v128.load16_lane', 4: 'v128.load32_lane' } as const;
const storeLane = { 1: 'v128.store8_lane', 2: 'v128.store16_lane', 4: 'v128.store32_lane' } as const;
const exponent = { 1: exponentOf.u8, 2: exponentOf.u16, 4: exponentOf.i32 } as const;

/** Four rows beside each other. With a layout: only those whose status, in the scratch memory, is wanted. */
export function beside(layout?: Layout): Reach {
  let place: Place | undefined;
  let steps = 0;
  let statuses = 0;
  const row = (): number => place?.at ?? 0;
  const address = (code: Code, base: number, shift: number): Code =>
    (shift === 0 ? code.get(row()) : code.get(row()).integer(shift).do('i32.shl')).get(base).do('i32.add');
  const wanted = layout && {
    mask(code: Code): void {
      code.get(statuses);
      // Statuses of a block begin with its first row.
      code
        .get(row())
        .integer(blockRows - 1)
        .do('i32.and')
        .get(place?.told ?? 0)
        .do('i32.add');
      code.reach('v128.load32_zero', scratch.statuses);
      code.vector('i8x16.swizzle').vector('i16x8.extend_low_i8x16_s').vector('i32x4.extend_low_i16x8_s');
    },
  };
  return {
    before(code, pool, of) {
      place = of;
      steps = pool.integers(code, of.told, [0, 1, 2, 3]);
      if (layout) statuses = code.get(of.told).reach('v128.load', layout.wanted).keep('v128');
    },
    begin() {},
    rows(code) {
      code.get(row()).vector('i32x4.splat').get(steps).vector('i32x4.add');
    },
    ...wanted,
    loadPair(code, base, half) {
      address(code, base, 3).reach('v128.load', 16 * half);
    },
    loadFour(code, base, bytes) {
      const load = { 1: 'v128.load32_zero', 2: 'v128.load64_zero', 4: 'v128.load' } as const;
      address(code, base, exponent[bytes]).reach(load[bytes]);
    },
    storePair(code, base, half, value) {
      address(code, base, 3)
        .get(value)
        .reach('v128.store', 16 * half);
    },
    storeFour(code, base, bytes, value) {
      address(code, base, exponent[bytes]).get(value);
      if (bytes === 4) code.reach('v128.store');
      else code.reachLane(bytes === 2 ? 'v128.store64_lane' : 'v128.store32_lane', 0);
    },
  };
}

/** Four rows of the list in the scratch memory, which is filled up to four with a row that is nobody's. */
export function listed(): Reach {
  let place: Place | undefined;
  let [steps, nothing, last] = [0, 0, 0];
  let rows: readonly number[] = [];
  const address = (code: Code, base: number, lane: number, shift: number): Code => {
    code.get(rows[lane]);
    if (shift > 0) code.integer(shift).do('i32.shl');
    return code.get(base).do('i32.add');
  };
  const list = (code: Code): Code =>
    code
      .get(place?.at ?? 0)
      .integer(2)
      .do('i32.shl')
      .get(place?.told ?? 0)
      .do('i32.add');
  return {
    before(code, pool, of) {
      place = of;
      steps = pool.integers(code, of.told, [0, 1, 2, 3]);
      nothing = pool.integers(code, of.told, [0, 0, 0, 0]);
      last = code.get(of.end).vector('i32x4.splat').keep('v128');
    },
    begin(code) {
      rows = [0, 1, 2, 3].map((lane) =>
        list(code)
          .reach('i32.load', scratch.rows + 4 * lane)
          .keep('i32'),
      );
    },
    rows(code) {
      list(code).reach('v128.load', scratch.rows);
    },
    mask(code) {
      code
        .get(place?.at ?? 0)
        .vector('i32x4.splat')
        .get(steps)
        .vector('i32x4.add');
      code.get(last).vector('i32x4.lt_s');
    },
    loadPair(code, base, half) {
      // The address of the second lane has to lie under the vector.
      const first = address(code, base, 2 * half, 3)
        .reach('v128.load64_zero')
        .keep('v128');
      address(code, base, 2 * half + 1, 3)
        .get(first)
        .reachLane('v128.load64_lane', 1);
    },
    loadFour(code, base, bytes) {
      let four = nothing;
      for (const lane of [0, 1, 2, 3])
        four = address(code, base, lane, exponent[bytes])
          .get(four)
          .reachLane(loadLane[bytes], lane)
          .keep('v128');
      code.get(four);
    },
    storePair(code, base, half, value) {
      for (const lane of [0, 1])
        address(code, base, 2 * half + lane, 3)
          .get(value)
          .reachLane('v128.store64_lane', lane);
    },
    storeFour(code, base, bytes, value) {
      for (const lane of [0, 1, 2, 3])
        address(code, base, lane, exponent[bytes]).get(value).reachLane(storeLane[bytes], lane);
    },
  };
}
