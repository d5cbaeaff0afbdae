import { floor } from '../../kernel/math.ts';
import type { Axis } from './axis.ts';
import { type NearestFlip, nearestFlip } from './nearest-flip.ts';
import { ask, type Purse, type Search } from './search.ts';
import { beginWalks, type SingleFlip, walkOn } from './single-flips.ts';

export interface FlipResult {
  /** Share of seeds in which the verdict holds in the scenario as it is. */
  readonly base: number;
  /** Two an axis: up and down. */
  readonly singles: readonly SingleFlip[];
  /** Nearer than every single flip; undefined where none was found. */
  readonly nearest: NearestFlip | undefined;
  /** Points that were looked at. */
  readonly points: number;
}

/** What is kept of the budget for moving several numbers at once. */
const shareForAll = 0.25;

/**
 * Distance to flip: the smallest change of each number by itself that turns a verdict in the majority of seeds, and the nearest
 * point in all of them, for at most `points` points. A search: it yields points and is told the shares of seeds.
 */
export function* flipSearch(axes: readonly Axis[], points: number): Search<FlipResult> {
  const all: Purse = { left: points };
  const [base = NaN] = yield* ask(all, [axes.map(() => 0)]);
  const kept = axes.length > 1 ? floor(all.left * shareForAll) : 0;
  const purse: Purse = { left: all.left - kept };
  const walks = beginWalks(axes);
  const singles = yield* walkOn(axes, walks, base, purse);
  const rest: Purse = { left: purse.left + kept };
  const nearest = yield* nearestFlip(axes, singles, base, rest);
  // What that did not need goes back to the single numbers.
  const farther = yield* walkOn(axes, walks, base, rest);
  return { base, singles: farther, nearest, points: points - rest.left };
}
