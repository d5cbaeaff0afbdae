import type { Clock } from '../contract/clock.ts';

/**
 * Several numbers that come from one pass over the rows: `compute` runs once for a world and a day. It keeps no state of a
 * run: a resumed run computes the same anew.
 */
export function onceADay<World extends { readonly clock: Clock }, Result>(
  compute: (world: World) => Result,
): (world: World) => Result {
  let last: { readonly clock: Clock; readonly tick: number; readonly result: Result } | undefined;
  return (world) => {
    if (last?.clock !== world.clock || last.tick !== world.clock.tick) {
      last = { clock: world.clock, tick: world.clock.tick, result: compute(world) };
    }
    return last.result;
  };
}
