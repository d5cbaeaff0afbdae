import { StudioError } from '../../contract/errors.ts';
import { stream } from '../../kernel/random.ts';
import { directionNumbers } from './direction-numbers.ts';
import type { Points } from './points.ts';

/** Dimensions for which there are direction numbers. */
export const mostDimensions = directionNumbers.length + 1;

/** Bits of a coordinate, and so the longest sequence: 2^32 points. */
const bits = 32;

/**
 * The first `count` points of the Sobol' sequence in [0, 1)^dimensions, in the order of Gray code (I. A. Antonov and V. M.
 * Saleev 1979), with the direction numbers of Joe and Kuo (2008). With a `seed` each dimension is shifted digitally: a random
 * number is added to it bit by bit, which keeps its evenness, takes the origin out and makes every point uniform. Even at
 * counts that are powers of two. Throws `design.dimensions`.
 */
export function sobolSequence(count: number, dimensions: number, seed?: string): Points {
  if (dimensions < 1 || dimensions > mostDimensions) {
    throw new StudioError({
      code: 'design.dimensions',
      message: `A Sobol' sequence of ${dimensions} dimensions was asked for.`,
      hint: `There are 1 to ${mostDimensions}: leave parameters out, or use a Latin hypercube.`,
    });
  }
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionsOf(dimension));
  const state = seed === undefined ? new Uint32Array(dimensions) : shiftOf(dimensions, seed);
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) {
      const changed = lowestZero(index - 1);
      for (let d = 0; d < dimensions; d++) state[d] ^= directions[d][changed];
    }
    return Float64Array.from(state, (word) => word * 2.3283064365386963e-10);
  });
}

/** The direction numbers of a dimension as words of 32 bits, the first bit highest. */
function directionsOf(dimension: number): Uint32Array {
  const words = new Uint32Array(bits);
  if (dimension === 0) {
    for (let bit = 0; bit < bits; bit++) words[bit] = 1 << (bits - 1 - bit);
    return words;
  }
  const [a, ...initial] = directionNumbers[dimension - 1];
  const degree = initial.length;
  for (let bit = 0; bit < bits; bit++) {
    if (bit < degree) {
      words[bit] = initial[bit] << (bits - 1 - bit);
      continue;
    }
    let word = words[bit - degree] ^ (words[bit - degree] >>> degree);
    for (let k = 1; k < degree; k++) if ((a >>> (degree - 1 - k)) & 1) word ^= words[bit - k];
    words[bit] = word;
  }
  return words;
}

/** Position of the lowest bit that is zero: which bit of the Gray code changes next. */
function lowestZero(index: number): number {
  let position = 0;
  for (let rest = index; rest & 1; rest >>>= 1) position += 1;
  return position;
}

function shiftOf(dimensions: number, seed: string): Uint32Array {
  const luck = stream(seed, 'design.sobol-sequence');
  luck.turn(0, 0);
  return Uint32Array.from({ length: dimensions }, (_, d) => luck.uniform(d) * 4_294_967_296);
}
