import { clamp } from '../../kernel/math.ts';
import type { Coordinates, ErrorSearch, TriedPoint } from './error-search.ts';

/** Change of each error by coordinate; one array a parameter. */
export type Slopes = readonly Float64Array[];

/** Slopes around a point, and the points that were tried for them. */
export interface FoundSlopes {
  readonly slopes: Slopes;
  readonly tried: readonly { readonly at: Coordinates; readonly errors: Float64Array }[];
}

/**
 * Central differences around a point, each parameter by its own half-width; one-sided at an end of the range, or where one side
 * cannot be run. A width over which luck averages out gives better slopes of a noisy model than a small one.
 */
export function* slopesAt(
  { at, errors }: Pick<TriedPoint, 'at' | 'errors'>,
  widths: readonly number[],
): ErrorSearch<FoundSlopes> {
  const probes = at.flatMap((_, k) => [moved(at, k, widths[k]), moved(at, k, -widths[k])]);
  const answers = yield probes;
  const slopes = at.map((middle, k) => {
    const [up, down] = [2 * k, 2 * k + 1].map((i) => answers[i]);
    const high = up === undefined ? middle : probes[2 * k][k];
    const low = down === undefined ? middle : probes[2 * k + 1][k];
    const [above, below] = [up ?? errors, down ?? errors];
    const wide = high - low;
    return above.map((error, i) => (wide === 0 ? 0 : (error - below[i]) / wide));
  });
  const tried = probes.flatMap((probe, i) => {
    const found = answers[i];
    return found === undefined ? [] : [{ at: probe, errors: found }];
  });
  return { slopes, tried };
}

const moved = (at: Coordinates, k: number, by: number): Coordinates =>
  at.map((part, i) => (i === k ? clamp(part + by, 0, 1) : part));
