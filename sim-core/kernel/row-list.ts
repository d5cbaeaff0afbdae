import { Changes } from './changes.ts';
import { blockRows } from './sum.ts';

/** Where one row in so many has changed, blocks are listed anew: that costs less than moving what is listed for each. */
const rowsPerChange = 128;

/**
 * Some rows of a table in their order, so that a pass over few of many rows touches those alone. The rows of block `b` (of
 * `blockRows` rows of the table) stand from `b * blockRows` up to, not including, `ends[b]`: added block by block, they sum
 * to the bits of a pass over all rows in which the others count nothing.
 *
 * The list is kept from one time to the next and mended where a status changed, since few do on a day.
 */
export class RowList {
  rows = new Int32Array(0);
  ends = new Uint32Array(0);
  /** How many rows are listed. */
  count = 0;
  /** The statuses and those wanted that the list was made of. */
  #seen = new Uint8Array(0);
  /** Statuses listed: bit s for status s. */
  wanted = 0;
  readonly #changes = new Changes();

  /** Lists the rows whose status is in `wanted`: bit s for status s. */
  gather(statuses: Uint8Array, wanted: number): this {
    const { length } = statuses;
    if (this.#seen.length !== length || this.wanted !== wanted) {
      this.rows = new Int32Array(length);
      this.ends = new Uint32Array((length + blockRows - 1) / blockRows);
      this.#seen = new Uint8Array(length);
      this.wanted = wanted;
      this.#listAll(statuses);
      return this;
    }
    const { count } = this.#changes.find(statuses, this.#seen);
    if (count * rowsPerChange > length) this.#listAll(statuses);
    else if (count > 0) this.#mend(statuses);
    return this;
  }

  /** Statuses of the rows `from` to `to - 1` when they were listed: who is listed follows from them and `wanted`. */
  statuses(from: number, to: number): Uint8Array {
    return this.#seen.subarray(from, to);
  }

  #listAll(statuses: Uint8Array): void {
    this.#seen.set(statuses);
    const { ends } = this;
    this.count = 0;
    for (let block = 0; block < ends.length; block++) {
      const from = block * blockRows;
      const to = from + blockRows < statuses.length ? from + blockRows : statuses.length;
      ends[block] = listBlock(this.rows, statuses, from, to, this.wanted);
      this.count += ends[block] - from;
    }
  }

  /** Takes out and puts in the rows that changed. */
  #mend(statuses: Uint8Array): void {
    const seen = this.#seen;
    const wanted = this.wanted;
    const changes = this.#changes;
    for (let block = 0; block < this.ends.length; block++) {
      for (let at = block * blockRows; at < changes.ends[block]; at++) {
        const i = changes.rows[at];
        const change = ((wanted >>> statuses[i]) & 1) - ((wanted >>> seen[i]) & 1);
        seen[i] = statuses[i];
        if (change !== 0) this.#move(i, block, change);
      }
    }
  }

  /** Puts in a row (change 1) that is not listed, or takes out one (change -1) that is. */
  #move(row: number, block: number, change: number): void {
    const { rows, ends } = this;
    let low = block * blockRows;
    let high = ends[block];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[middle] < row) low = middle + 1;
      else high = middle;
    }
    if (change > 0) {
      rows.copyWithin(low + 1, low, ends[block]);
      rows[low] = row;
    } else rows.copyWithin(low, low + 1, ends[block]);
    ends[block] += change;
    this.count += change;
  }
}

/** Lists the wanted among the rows `from` to `to - 1`, in `rows` from `from` on; where they end. */
function listBlock(rows: Int32Array, statuses: Uint8Array, from: number, to: number, wanted: number): number {
  let end = from;
  let i = from;
  // Every row is written and the next overwrites those that are not wanted: no branch to guess.
  for (const whole = to - 3; i < whole; i += 4) {
    rows[end] = i;
    end += (wanted >>> statuses[i]) & 1;
    rows[end] = i + 1;
    end += (wanted >>> statuses[i + 1]) & 1;
    rows[end] = i + 2;
    end += (wanted >>> statuses[i + 2]) & 1;
    rows[end] = i + 3;
    end += (wanted >>> statuses[i + 3]) & 1;
  }
  for (; i < to; i++) {
    rows[end] = i;
    end += (wanted >>> statuses[i]) & 1;
  }
  return end;
}
