import { select } from './select.ts';

/** 32 bins for each doubling of a size from 2^-32 to 2^32, on either side of zero; the ends hold what lies beyond. */
const binsPerDoubling = 32;
const half = 64 * binsPerDoubling;

const one = new Float64Array([1]);
const high = new Int32Array(one.buffer)[1] === 0x3ff00000 ? 1 : 0;

/**
 * Values of some ranks among many numbers, exact and without sorting: one pass counts bins that are in the order of the
 * numbers, a second gathers the few bins that hold a rank.
 */
export class Ranks {
  /** Room for the numbers, after `reserve`. They stay as they are. */
  values = new Float64Array(0);
  #words = new Int32Array(0);
  #few = new Float64Array(0);
  #bins = new Uint16Array(0);
  readonly #counts = new Uint32Array(2 * half);
  readonly #wanted = new Uint8Array(2 * half);

  reserve(count: number): Float64Array {
    if (this.values.length < count) {
      this.values = new Float64Array(count);
      this.#words = new Int32Array(this.values.buffer);
      this.#few = new Float64Array(count);
      this.#bins = new Uint16Array(count);
    }
    return this.values;
  }

  /** Replaces each of `ranks` (0: smallest; ascending, below `n`) by the value that has it among the first `n` values. */
  find(n: number, ranks: Float64Array): void {
    this.#countBins(n);
    this.#want(ranks);
    const kept = this.#keepWanted(n);
    for (let k = 0; k < ranks.length; k++) ranks[k] = select(this.#few, 0, kept, ranks[k]);
  }

  #countBins(n: number): void {
    const counts = this.#counts;
    const words = this.#words;
    const bins = this.#bins;
    counts.fill(0);
    for (let i = 0; i < n; i++) {
      const bin = binOf(words[2 * i + high]);
      bins[i] = bin;
      counts[bin] += 1;
    }
  }

  /** Marks the bins that hold a rank, and makes each rank that among the values of these bins. */
  #want(ranks: Float64Array): void {
    const counts = this.#counts;
    const wanted = this.#wanted;
    wanted.fill(0);
    let before = 0;
    let left = 0;
    for (let bin = 0, next = 0; next < ranks.length; bin++) {
      const after = before + counts[bin];
      for (; next < ranks.length && ranks[next] < after; next++) {
        wanted[bin] = 1;
        ranks[next] -= left;
      }
      if (wanted[bin] === 0) left += counts[bin];
      before = after;
    }
  }

  /** Gathers the values of these bins; how many they are. */
  #keepWanted(n: number): number {
    const wanted = this.#wanted;
    const values = this.values;
    const few = this.#few;
    const bins = this.#bins;
    let kept = 0;
    for (let i = 0; i < n; i++) if (wanted[bins[i]] === 1) few[kept++] = values[i];
    return kept;
  }
}

/** The bin of a number, from the word that holds its sign, its exponent and the first bits of its significand. */
function binOf(word: number): number {
  const size = ((word & 0x7fffffff) >>> 15) - (1023 - 32) * binsPerDoubling;
  const at = size < 0 ? 0 : size >= half ? half - 1 : size;
  // Below zero the larger size is the smaller number: without a branch, since signs are mixed.
  return half + (at ^ (word >> 31));
}
