/**
 * Rows are added in blocks of this size and the blocks in order, so that a kernel that works on blocks in parallel adds to
 * the same bits.
 */
export const blockRows = 4096;

/** Sum of the first `count` values, block by block. */
export function sum(values: ArrayLike<number>, count: number): number {
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) block += values[i];
    total += block;
  }
  return total;
}
