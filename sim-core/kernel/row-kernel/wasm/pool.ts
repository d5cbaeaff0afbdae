import type { Code } from './code.ts';

/**
 * Constants of a kernel, behind what it is told: read once in front of the loop, since compilers make those that stand in
 * instructions anew in each of its turns.
 */
export class Pool {
  readonly #begin: number;
  readonly #words: number[] = [];
  readonly #places = new Map<string, number>();

  /** `begin` is a multiple of 16. */
  constructor(begin: number) {
    this.#begin = begin;
  }

  /** Two times this number, in a new local; `told` is the address of what is told. */
  number(code: Code, told: number, value: number): number {
    const words = new Uint32Array(Float64Array.of(value, value).buffer);
    return this.#read(code, told, [...words]);
  }

  /** These four whole numbers, or four times the same. */
  integers(code: Code, told: number, values: readonly [number, number, number, number]): number {
    return this.#read(code, told, values);
  }

  /** What has to stand behind what is told. */
  contents(): { readonly at: number; readonly end: number; readonly words: Int32Array } {
    const words = Int32Array.from(this.#words, (word) => word | 0);
    return { at: this.#begin, end: this.#begin + words.byteLength, words };
  }

  #read(code: Code, told: number, words: readonly number[]): number {
    const key = words.join();
    const place = this.#places.get(key) ?? this.#begin + 4 * this.#words.length;
    if (!this.#places.has(key)) this.#words.push(...words);
    this.#places.set(key, place);
    return code.get(told).reach('v128.load', place).keep('v128');
  }
}

export const fourTimes = (value: number): readonly [number, number, number, number] => [
  value,
  value,
  value,
  value,
];
