import { StudioError } from '../../contract/errors.ts';
import { bootstrap } from '../bootstrap.ts';
import type { Points } from '../designs/points.ts';
import { mostDimensions, sobolSequence } from '../designs/sobol-sequence.ts';
import type { Interval } from '../interval.ts';

/** Factors for which the design has dimensions: each needs two. */
export const mostFactors = mostDimensions / 2;

/** Points for Sobol' indices (A. Saltelli et al. 2010): two even samples A and B, and A with some columns of B, block by block. */
export interface SobolDesign {
  /** A, B, then A with one column of B for each factor, then A with the columns of each group: `rows` points each. */
  readonly points: Points;
  readonly rows: number;
  readonly factors: number;
  readonly groups: readonly (readonly number[])[];
}

/** Shares of the output's variance, each with a 95 % bootstrap interval over rows. */
export interface SobolIndex {
  /** First order: what vanishes on average when the factor (or the whole group) becomes known. */
  readonly alone: number;
  readonly aloneInterval: Interval;
  /** Total: what remains when everything else is known; with interactions, therefore. */
  readonly total: number;
  readonly totalInterval: Interval;
}

export interface SobolIndices {
  readonly factors: readonly SobolIndex[];
  readonly groups: readonly SobolIndex[];
  readonly mean: number;
  /** Variance of the output over the design; 0 where nothing moves it, and all indices are NaN then. */
  readonly variance: number;
  /** Rows of which every point has an output. */
  readonly rows: number;
}

/** `rows` x (2 + factors + groups) points; even where `rows` is a power of two. All from the seed. */
export function sobolDesign(
  factors: number,
  rows: number,
  seed: string,
  groups: readonly (readonly number[])[] = [],
): SobolDesign {
  const both = sobolSequence(rows, 2 * factors, seed);
  const a = both.map((point) => point.subarray(0, factors));
  const b = both.map((point) => point.subarray(factors));
  const swapped = (columns: readonly number[]): Points =>
    a.map((point, row) => {
      const mixed = point.slice();
      for (const column of columns) mixed[column] = b[row][column];
      return mixed;
    });
  const single = Array.from({ length: factors }, (_, factor) => swapped([factor]));
  return { points: [...a, ...b, ...single.flat(), ...groups.flatMap(swapped)], rows, factors, groups };
}

/**
 * Indices from the outputs at the points of a design: first order by A. Saltelli et al. (2010), total by M. J. W. Jansen
 * (1999). A row of which any point failed (NaN) is left out whole. Throws `sensitivity.too-few`.
 */
export function sobolIndices(design: SobolDesign, outputs: ArrayLike<number>, seed: string): SobolIndices {
  const { factors, groups } = design;
  const blocks = wholeRows(design, outputs);
  const rows = blocks[0].length;
  if (rows < 2) {
    throw new StudioError({
      code: 'sensitivity.too-few',
      message: `${rows} of ${design.rows} rows of the design have an output everywhere.`,
      hint: 'Narrow the ranges of the parameters, so that fewer runs fail.',
    });
  }
  const [a, b, ...mixed] = blocks;
  const mean = centre(blocks);
  const every = Uint32Array.from({ length: rows }, (_, i) => i);
  const size = mixed.length * 2;
  const estimate = (chosen: Uint32Array, into: Float64Array): void => indicesOf(a, b, mixed, chosen, into);
  const values = new Float64Array(size);
  estimate(every, values);
  const intervals = bootstrap(rows, estimate, size, { seed });
  const all = mixed.map(
    (_, i): SobolIndex => ({
      alone: values[2 * i],
      aloneInterval: intervals[2 * i],
      total: values[2 * i + 1],
      totalInterval: intervals[2 * i + 1],
    }),
  );
  return {
    factors: all.slice(0, factors),
    groups: all.slice(factors, factors + groups.length),
    mean,
    variance: varianceOf(a, b, every),
    rows,
  };
}

/** The outputs as blocks (A, B, the mixtures), of the rows that are whole. */
function wholeRows({ rows, factors, groups }: SobolDesign, outputs: ArrayLike<number>): Float64Array[] {
  const blocks = 2 + factors + groups.length;
  const whole: number[] = [];
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let block = 0; block < blocks; block++) sum += outputs[block * rows + row];
    if (!Number.isNaN(sum)) whole.push(row);
  }
  return Array.from({ length: blocks }, (_, block) =>
    Float64Array.from(whole, (row) => outputs[block * rows + row]),
  );
}

/** Takes the mean of A and B from all outputs, since products of large numbers would drown the differences. Answers it. */
function centre(blocks: readonly Float64Array[]): number {
  const [a, b] = blocks;
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] + b[i];
  // Of equal outputs exactly that, so that their variance is exactly 0.
  const equal = a.every((value) => value === a[0]) && b.every((value) => value === a[0]);
  const mean = equal ? a[0] : total / (2 * a.length);
  for (const block of blocks) for (let i = 0; i < block.length; i++) block[i] -= mean;
  return mean;
}

/** First order and total of each mixture, one after the other, over the chosen rows. */
function indicesOf(
  a: Float64Array,
  b: Float64Array,
  mixed: readonly Float64Array[],
  chosen: Uint32Array,
  into: Float64Array,
): void {
  const variance = varianceOf(a, b, chosen);
  mixed.forEach((block, i) => {
    let alone = 0;
    let total = 0;
    for (let n = 0; n < chosen.length; n++) {
      const row = chosen[n];
      const change = block[row] - a[row];
      alone += b[row] * change;
      total += change * change;
    }
    into[2 * i] = alone / chosen.length / variance;
    into[2 * i + 1] = total / (2 * chosen.length) / variance;
  });
}

function varianceOf(a: Float64Array, b: Float64Array, chosen: Uint32Array): number {
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < chosen.length; n++) {
    const x = a[chosen[n]];
    const y = b[chosen[n]];
    sum += x + y;
    squares += x * x + y * y;
  }
  const count = 2 * chosen.length;
  const mean = sum / count;
  return squares / count - mean * mean;
}
