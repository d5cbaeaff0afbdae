import { signed, unsigned } from './encode.ts';

/** Types of values, as a module spells them. */
const valueType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;

type ValueType = keyof typeof valueType;

/** Instructions that have neither alignment nor other numbers behind them. */
const plain = {
  'i32.add': 0x6a,
  'i32.and': 0x71,
  'i32.shl': 0x74,
  'i32.ge_s': 0x4e,
  'f64.add': 0xa0,
  'f64.convert_i32_u': 0xb8,
  'f64.convert_i64_s': 0xb9,
  'i64.add': 0x7c,
} as const;

/** Those of SIMD, which stand behind a prefix. */
const vector = {
  'i8x16.swizzle': 0x0e,
  'i32x4.splat': 0x11,
  'f64x2.splat': 0x14,
  'i32x4.eq': 0x37,
  'i32x4.lt_s': 0x39,
  'f64x2.eq': 0x47,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'f32x4.demote_f64x2_zero': 0x5e,
  'f64x2.promote_low_f32x4': 0x5f,
  'i8x16.narrow_i16x8_u': 0x66,
  'i16x8.narrow_i32x4_u': 0x86,
  'i16x8.extend_low_i8x16_u': 0x89,
  'i32x4.extend_low_i16x8_s': 0xa7,
  'i16x8.extend_low_i8x16_s': 0x87,
  'i32x4.extend_low_i16x8_u': 0xa9,
  'i32x4.shr_u': 0xad,
  'i32x4.add': 0xae,
  'i32x4.mul': 0xb5,
  'i64x2.extend_low_i32x4_s': 0xc7,
  'i64x2.extend_high_i32x4_s': 0xc8,
  'i64x2.sub': 0xd1,
  'f64x2.abs': 0xec,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
  'i32x4.trunc_sat_f64x2_s_zero': 0xfc,
  'i32x4.trunc_sat_f64x2_u_zero': 0xfd,
  'f64x2.convert_low_i32x4_s': 0xfe,
  'f64x2.convert_low_i32x4_u': 0xff,
} as const;

/** Those that reach memory at the address on the stack: code, and the exponent of the alignment they may count on. */
const memory = {
  'i32.load': [[0x28], 2],
  'i32.load8_u': [[0x2d], 0],
  'f64.load': [[0x2b], 3],
  'f64.store': [[0x39], 3],
  'v128.load': [[0xfd, 0x00], 2],
  'v128.load64_splat': [[0xfd, 0x0a], 3],
  'v128.load32_zero': [[0xfd, 0x5c], 0],
  'v128.load64_zero': [[0xfd, 0x5d], 0],
  'v128.store': [[0xfd, 0x0b], 2],
} as const;

/** Those that reach memory for one lane of a vector. */
const lanes = {
  'v128.load8_lane': 0x54,
  'v128.load16_lane': 0x55,
  'v128.load32_lane': 0x56,
  'v128.load64_lane': 0x57,
  'v128.store8_lane': 0x58,
  'v128.store16_lane': 0x59,
  'v128.store32_lane': 0x5a,
  'v128.store64_lane': 0x5b,
} as const;

/** Those that name a lane. */
const picks = {
  'i32x4.extract_lane': 0x1b,
  'i64x2.extract_lane': 0x1d,
  'f64x2.extract_lane': 0x21,
  'f64x2.replace_lane': 0x22,
} as const;

export type Vector = keyof typeof vector;

/** The body of one function while it is written: instructions, and the locals they use. */
export class Code {
  readonly #bytes: number[] = [];
  readonly #types: ValueType[] = [];
  readonly #parameters: number;

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** A new local. */
  local(type: ValueType): number {
    return this.#parameters + this.#types.push(type) - 1;
  }

  get(local: number): this {
    return this.#add(0x20, ...unsigned(local));
  }

  set(local: number): this {
    return this.#add(0x21, ...unsigned(local));
  }

  /** Sets a new local to what is on the stack. */
  keep(type: ValueType): number {
    const local = this.local(type);
    this.set(local);
    return local;
  }

  integer(value: number): this {
    return this.#add(0x41, ...signed(value));
  }

  do(name: keyof typeof plain): this {
    return this.#add(plain[name]);
  }

  vector(name: Vector): this {
    return this.#add(0xfd, ...unsigned(vector[name]));
  }

  reach(name: keyof typeof memory, offset = 0): this {
    const [code, alignment] = memory[name];
    return this.#add(...code, alignment, ...unsigned(offset));
  }

  reachLane(name: keyof typeof lanes, lane: number): this {
    return this.#add(0xfd, ...unsigned(lanes[name]), 0, 0, lane);
  }

  pick(name: keyof typeof picks, lane: number): this {
    return this.#add(0xfd, ...unsigned(picks[name]), lane);
  }

  /** Of two vectors on the stack: bytes by their numbers, 16 and up of the second. */
  shuffle(bytes: readonly number[]): this {
    return this.#add(0xfd, 0x0d, ...bytes);
  }

  /** Repeats `body` until `over`, asked first, leaves something but zero on the stack. */
  until(over: () => void, body: () => void): this {
    this.#add(0x02, 0x40, 0x03, 0x40);
    over();
    this.#add(0x0d, 1);
    body();
    return this.#add(0x0c, 0, 0x0b, 0x0b);
  }

  /** Locals and instructions, with their length in front. */
  encoded(): readonly number[] {
    const locals = this.#types.flatMap((type) => [1, valueType[type]]);
    const whole = [...unsigned(this.#types.length), ...locals, ...this.#bytes, 0x0b];
    return [...unsigned(whole.length), ...whole];
  }

  #add(...bytes: readonly number[]): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }
}
