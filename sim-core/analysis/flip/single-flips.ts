import { abs } from '../../kernel/math.ts';
import { type Axis, between, ladderOf } from './axis.ts';
import { ask, type Coordinates, holds, type Purse, type Search } from './search.ts';

/** How far one number has to go in one direction until the verdict turns, all else being equal. */
export type SingleFlip =
  | {
      readonly kind: 'flips';
      readonly axis: number;
      readonly direction: 1 | -1;
      /** The nearest coordinate at which the verdict was seen to have turned, and the share of seeds in which it holds there. */
      readonly at: number;
      readonly share: number;
      /** The farthest before it at which it was seen not to have; 0 is the scenario as it is. */
      readonly before: number;
      /** False where the budget ended before the two were near each other. */
      readonly exact: boolean;
    }
  | {
      readonly kind: 'stays';
      readonly axis: number;
      readonly direction: 1 | -1;
      /** The farthest coordinate that was looked at. */
      readonly reached: number;
      readonly because: 'end' | 'budget' | 'fails';
    };

/** A way outwards along an axis, as far as it has been gone. */
export interface Walk {
  readonly axis: number;
  readonly direction: 1 | -1;
  readonly ladder: readonly number[];
  rung: number;
  near: number;
  far: number | undefined;
  share: number;
  failed: boolean;
}

/** The beginning of every way: two an axis. */
export const beginWalks = (axes: readonly Axis[]): readonly Walk[] =>
  axes.flatMap((axis, i) => [walkOf(axis, i, 1), walkOf(axis, i, -1)]);

/**
 * Walks outwards along every axis in both directions, all at the same distance before any goes farther, so that what is nearest is
 * found first; where the verdict has turned, halves the step it turned in. It is taken to turn once in such a step: a turn and
 * its return between two looks are not seen. Goes on from where the walks are until the purse is empty or nothing is left to see.
 */
export function* walkOn(
  axes: readonly Axis[],
  walks: readonly Walk[],
  base: number,
  purse: Purse,
): Search<readonly SingleFlip[]> {
  for (;;) {
    // What has turned comes first: an answer is worth more than another look.
    const steps = [...narrowing(axes, walks), ...walking(walks)];
    if (steps.length === 0 || purse.left === 0) return walks.map((walk) => flipOf(axes, walk));
    const shares = yield* ask(
      purse,
      steps.map(({ walk, at }) => pointOn(axes.length, walk.axis, at)),
    );
    for (const [i, share] of shares.entries()) take(steps[i].walk, steps[i].at, share, base);
  }
}

interface Step {
  readonly walk: Walk;
  readonly at: number;
}

const walkOf = (axis: Axis, index: number, direction: 1 | -1): Walk => ({
  ...{ axis: index, direction, ladder: ladderOf(axis, direction), rung: 0 },
  ...{ near: 0, far: undefined, share: NaN, failed: false },
});

function narrowing(axes: readonly Axis[], walks: readonly Walk[]): readonly Step[] {
  return walks
    .flatMap((walk): Step[] => {
      const at = walk.far === undefined ? undefined : between(axes[walk.axis], walk.near, walk.far);
      return at === undefined ? [] : [{ walk, at }];
    })
    .sort((a, b) => abs(a.at) - abs(b.at));
}

const walking = (walks: readonly Walk[]): readonly Step[] =>
  walks
    .filter(({ far, failed, rung, ladder }) => far === undefined && !failed && rung < ladder.length)
    .map((walk) => ({ walk, at: walk.ladder[walk.rung] }))
    .sort((a, b) => abs(a.at) - abs(b.at));

function take(walk: Walk, at: number, share: number, base: number): void {
  if (walk.far === undefined) walk.rung += 1;
  if (Number.isNaN(share)) {
    // Behind a point that cannot be run nothing is known; between two that were run it counts as not turned.
    if (walk.far === undefined) walk.failed = true;
    else walk.near = at;
  } else if (holds(share) === holds(base)) walk.near = at;
  else {
    walk.far = at;
    walk.share = share;
  }
}

function flipOf(
  axes: readonly Axis[],
  { axis, direction, near, far, share, failed, ...walk }: Walk,
): SingleFlip {
  if (far !== undefined) {
    const exact = between(axes[axis], near, far) === undefined;
    return { kind: 'flips', axis, direction, at: far, share, before: near, exact };
  }
  const because = failed ? 'fails' : walk.rung < walk.ladder.length ? 'budget' : 'end';
  return { kind: 'stays', axis, direction, reached: near, because };
}

const pointOn = (size: number, axis: number, at: number): Coordinates =>
  Array.from({ length: size }, (_, i) => (i === axis ? at : 0));
