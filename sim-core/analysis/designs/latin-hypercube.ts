import { stream } from '../../kernel/random.ts';
import type { Points } from './points.ts';
import { shuffled } from './shuffled.ts';

/**
 * `count` points in [0, 1)^dimensions of which each dimension has exactly one in each of `count` equal slices, at a random
 * place in it (M. D. McKay, R. J. Beckman, W. J. Conover 1979). All from the seed.
 */
export function latinHypercube(count: number, dimensions: number, seed: string): Points {
  const luck = stream(seed, 'design.latin-hypercube');
  const points = Array.from({ length: count }, () => new Float64Array(dimensions));
  for (let d = 0; d < dimensions; d++) {
    luck.turn(d, 0);
    const slices = shuffled(count, luck);
    luck.turn(d, 1);
    for (let i = 0; i < count; i++) points[i][d] = (slices[i] + luck.uniform(i)) / count;
  }
  return points;
}
