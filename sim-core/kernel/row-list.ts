import { blockRows } from './sum.ts';

/**
 * Some rows of a table in their order, so that a pass over few of many rows touches those alone. The rows of block `b` (of
 * `blockRows` rows of the table) end before `ends[b]`: added block by block, they sum to the bits of a pass over all rows
 * in which the others count nothing.
 */
export class RowList {
  rows = new Int32Array(0);
  ends = new Uint32Array(0);
  /** How many rows are listed. */
  count = 0;

  /** Lists the rows whose status is in `wanted`: bit s for status s. */
  gather(statuses: Uint8Array, wanted: number): this {
    const count = statuses.length;
    if (this.rows.length !== count) {
      this.rows = new Int32Array(count);
      this.ends = new Uint32Array((count + blockRows - 1) / blockRows);
    }
    const { rows, ends } = this;
    let n = 0;
    for (let block = 0; block < ends.length; block++) {
      const from = block * blockRows;
      const to = from + blockRows < count ? from + blockRows : count;
      for (let i = from; i < to; i++) {
        // Every row is written and the next overwrites those that are not wanted: no branch to guess.
        rows[n] = i;
        n += (wanted >>> statuses[i]) & 1;
      }
      ends[block] = n;
    }
    this.count = n;
    return this;
  }
}
