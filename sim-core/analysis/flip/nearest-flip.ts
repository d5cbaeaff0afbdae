import { abs, clamp, sqrt } from '../../kernel/math.ts';
import type { Axis } from './axis.ts';
import { ask, type Coordinates, holds, type Purse, type Search } from './search.ts';
import type { SingleFlip } from './single-flips.ts';

/** A change of several numbers at once that turns the verdict. */
export interface NearestFlip {
  readonly at: Coordinates;
  /** Length of `at`. */
  readonly distance: number;
  readonly share: number;
}

/** Steps of the ray in units of the distance at which the verdict is expected to turn. */
const ray = [0.75, 1, 1.25, 1.5, 2];
const halvings = 4;
const smallestCut = 0.2;

/**
 * The nearest point in all numbers that was found: along the direction in which the verdict should turn soonest if each number
 * worked by itself (the normal of the plane through the single flips), and from there by taking back what is not needed. Undefined
 * where nothing nearer than the nearest single flip was found. Not proven to be the nearest of all.
 */
export function* nearestFlip(
  axes: readonly Axis[],
  singles: readonly SingleFlip[],
  base: number,
  purse: Purse,
): Search<NearestFlip | undefined> {
  const normal = normalOf(axes.length, singles);
  const used = normal.filter((part) => part !== 0).length;
  if (used < 2) return undefined;
  const limit = leastSingle(singles);
  const expected = 1 / lengthOf(normal);
  const along = (distance: number): Coordinates =>
    normal.map((part, i) => clamp((part / lengthOf(normal)) * distance, axes[i].low, axes[i].high));
  const distances = ray.map((times) => times * expected).filter((distance) => distance < limit);
  const shares = yield* ask(purse, distances.map(along));
  const first = shares.findIndex((share) => turned(share, base));
  if (first < 0) return undefined;
  let best = flipAt(along(distances[first]), shares[first]);
  let near = first === 0 ? 0 : distances[first - 1];
  let far = distances[first];
  for (let round = 0; round < halvings; round++) {
    const middle = (near + far) / 2;
    const [share = NaN] = yield* ask(purse, [along(middle)]);
    if (!turned(share, base)) near = middle;
    else {
      far = middle;
      best = flipAt(along(middle), share);
    }
  }
  return yield* trimmed(best, base, purse);
}

/** Takes back single numbers, by less and less, as long as the verdict stays turned. */
function* trimmed(start: NearestFlip, base: number, purse: Purse): Search<NearestFlip> {
  let best = start;
  let cut = 1;
  while (cut >= smallestCut && purse.left > 0) {
    const candidates = best.at.flatMap((part, i) =>
      part === 0 ? [] : [best.at.map((each, j) => (i === j ? each * (1 - cut) : each))],
    );
    const shares = yield* ask(purse, candidates);
    const better = shares
      .flatMap((share, i) => (turned(share, base) ? [flipAt(candidates[i], share)] : []))
      .sort((a, b) => a.distance - b.distance)[0];
    if (better !== undefined && better.distance < best.distance) best = better;
    else cut /= 2;
  }
  return best;
}

const turned = (share: number, base: number): boolean => !Number.isNaN(share) && holds(share) !== holds(base);

/** One over the distance of the nearer flip on each axis, with its sign; 0 where none is known. */
function normalOf(size: number, singles: readonly SingleFlip[]): Coordinates {
  const normal = new Array<number>(size).fill(0);
  for (const single of singles) {
    if (single.kind === 'stays') continue;
    const part = 1 / single.at;
    if (abs(part) > abs(normal[single.axis])) normal[single.axis] = part;
  }
  return normal;
}

function leastSingle(singles: readonly SingleFlip[]): number {
  let least = Infinity;
  for (const single of singles) if (single.kind === 'flips' && abs(single.at) < least) least = abs(single.at);
  return least;
}

function lengthOf(at: Coordinates): number {
  let squares = 0;
  for (const part of at) squares += part * part;
  return sqrt(squares);
}

const flipAt = (at: Coordinates, share: number): NearestFlip => ({ at, distance: lengthOf(at), share });
