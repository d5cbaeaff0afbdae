import { blockRows } from './sum.ts';

const none = new Uint8Array(0);
const noWords = new Int32Array(0);

/**
 * Rows in which a byte differs from what was last seen of it. Few rows change on a day, and whoever looks at those alone is
 * spared a pass over all. The rows of block `b` (of `blockRows` rows of the table) stand, ascending, from `b * blockRows` up
 * to, not including, `ends[b]`.
 */
export class Changes {
  rows = new Int32Array(0);
  ends = new Uint32Array(0);
  /** How many rows changed. */
  count = 0;
  #now: Uint8Array = none;
  #seen: Uint8Array = none;
  #nowWords: Int32Array = noWords;
  #seenWords: Int32Array = noWords;

  /** Lists the rows in which the two columns, of equal length, differ. Changes neither. */
  find(now: Uint8Array, seen: Uint8Array): this {
    this.#watch(now, seen);
    const { ends } = this;
    this.count = 0;
    for (let block = 0; block < ends.length; block++) {
      const from = block * blockRows;
      ends[block] = this.#findFrom(from);
      this.count += ends[block] - from;
    }
    // A column holds the memory of its whole world, which may be over before the next look.
    this.#now = none;
    this.#seen = none;
    this.#nowWords = noWords;
    this.#seenWords = noWords;
    return this;
  }

  /** Looks at one block, four rows at a time. */
  #findFrom(from: number): number {
    const { rows } = this;
    const now = this.#now;
    const seen = this.#seen;
    const nowWords = this.#nowWords;
    const seenWords = this.#seenWords;
    const last = from + blockRows < now.length ? from + blockRows : now.length;
    const lastWord = last >>> 2;
    let end = from;
    for (let word = from >>> 2; word < lastWord; word++) {
      if (nowWords[word] === seenWords[word]) continue;
      for (let i = 4 * word; i < 4 * word + 4; i++) if (now[i] !== seen[i]) rows[end++] = i;
    }
    for (let i = 4 * lastWord; i < last; i++) if (now[i] !== seen[i]) rows[end++] = i;
    return end;
  }

  #watch(now: Uint8Array, seen: Uint8Array): void {
    if (this.rows.length !== now.length) {
      this.rows = new Int32Array(now.length);
      this.ends = new Uint32Array((now.length + blockRows - 1) / blockRows);
    }
    this.#now = now;
    this.#seen = seen;
    this.#nowWords = wordsOf(now);
    this.#seenWords = wordsOf(seen);
  }
}

/** The same bytes, four at a time; up to three at the end are left out. Columns begin at a multiple of 64 bytes. */
const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Int32Array =>
  new Int32Array(buffer, byteOffset, (length - (length % 4)) / 4);
