import type { RowList } from './row-list.ts';
import { blockRows } from './sum.ts';

/** 64 bins for each doubling: a value is known to 1.6 %. */
const binsPerDoubling = 64;
const doublings = 128;
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
const high = words[1] === 0x3ff00000 ? 1 : 0;

const bins = binsPerDoubling * doublings;

/** The bin of a value above zero: its exponent and the first six bits of its significand. */
function binOf(value: number): number {
  number[0] = value;
  const bin = (words[high] >>> 14) - (1023 - doublings / 2) * binsPerDoubling;
  return bin < 0 ? 0 : bin >= bins ? bins - 1 : bin;
}

/**
 * How evenly something is spread among holders: adds them one by one, in any number, in fixed memory. HHI is exact; Gini and
 * Nakamoto come from a logarithmic histogram and are within 1 % of the sorted answer. Values from 2^-64 to 2^64.
 */
export class Shares {
  readonly #holders = new Float64Array(bins);
  readonly #sums = new Float64Array(bins);
  #count = 0;
  #total = 0;
  #squares = 0;

  clear(): void {
    this.#holders.fill(0);
    this.#sums.fill(0);
    this.#count = 0;
    this.#total = 0;
    this.#squares = 0;
  }

  /** `holders` who hold `value` each; those who hold nothing count too. */
  add(value: number, holders: number): void {
    this.#count += holders;
    if (!(value > 0)) return;
    const at = binOf(value);
    this.#holders[at] += holders;
    this.#sums[at] += value * holders;
    this.#total += value * holders;
    this.#squares += value * value * holders;
  }

  /** `holders` for each of the rows, who hold its value each. */
  addRows(values: Float64Array, { rows, ends, count }: RowList, holders: number): void {
    this.#count += count * holders;
    for (let block = 0; block < ends.length; block++)
      this.#addBlock(values, rows, block * blockRows, ends[block], holders);
  }

  /** Those that stand from `from` up to, not including, `end`: called often, so that it is compiled soon. */
  #addBlock(values: Float64Array, rows: Int32Array, from: number, end: number, holders: number): void {
    const counted = this.#holders;
    const sums = this.#sums;
    let total = this.#total;
    let squares = this.#squares;
    for (let k = from; k < end; k++) {
      const value = values[rows[k]];
      if (!(value > 0)) continue;
      const at = binOf(value);
      const together = value * holders;
      counted[at] += holders;
      sums[at] += together;
      total += together;
      squares += value * value * holders;
    }
    this.#total = total;
    this.#squares = squares;
  }

  /** Herfindahl-Hirschman index: sum of squared shares, 1/n where all are equal, 1 where one has all. NaN of nothing. */
  hhi(): number {
    return this.#squares / (this.#total * this.#total);
  }

  /** Gini coefficient: 0 where all are equal, towards 1 where one has all. NaN of nothing. */
  gini(): number {
    // Area under the Lorenz curve, bin by bin from the poorest; those with nothing come first.
    let before = 0;
    let area = 0;
    for (let i = 0; i < this.#sums.length; i++) {
      if (this.#holders[i] === 0) continue;
      area += this.#holders[i] * (before + this.#sums[i] / 2);
      before += this.#sums[i];
    }
    return 1 - (2 * area) / (this.#count * this.#total);
  }

  /** Fewest holders who have more than half together. NaN of nothing. */
  nakamoto(): number {
    if (this.#total === 0) return Number.NaN;
    let left = this.#total / 2;
    let holders = 0;
    for (let i = this.#sums.length - 1; i >= 0; i--) {
      if (this.#holders[i] === 0) continue;
      if (this.#sums[i] > left) {
        // Within a bin all hold about the same: as many of them as it takes to pass one half.
        const each = this.#sums[i] / this.#holders[i];
        const some = left / each;
        return holders + (some - (some % 1)) + 1;
      }
      left -= this.#sums[i];
      holders += this.#holders[i];
    }
    return holders;
  }
}
