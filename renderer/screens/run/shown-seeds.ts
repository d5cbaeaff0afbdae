import type { LiveSeed } from '../../sim/live-seed.ts';
import type { RunSnapshot } from '../../sim/run-snapshot.ts';
import type { RunView } from '../../state/studio.ts';

/** The columns of a seed as far as they are known; breakdowns are known once it has finished. */
export interface ShownSeed extends LiveSeed {
  readonly breakdowns?: readonly Float64Array[];
}

/** Every seed there is something of: those that run, those that are done, those that stopped. */
export function allSeeds({ live, results, stopped }: RunSnapshot): ShownSeed[] {
  const done = results.map(({ seed, columns, breakdowns }) => ({
    ...{ seed, columns, breakdowns },
    done: columns[0]?.length ?? 0,
  }));
  return [...live, ...done, ...stopped];
}

/** The seeds that a view is about: one, or all that are done; while none is, those that run. */
export function shownSeeds(snapshot: RunSnapshot, view: RunView): ShownSeed[] {
  const all = allSeeds(snapshot);
  if (view.kind === 'one') {
    const one = all.find(({ seed }) => seed === view.seed) ?? all[0];
    return one === undefined ? [] : [one];
  }
  const done = all.filter(({ breakdowns }) => breakdowns !== undefined);
  return done.length > 0 ? done : all;
}

/** The last day that any of them has come to; -1 where there is none. */
export const lastTickOf = (seeds: readonly ShownSeed[]): number =>
  Math.max(0, ...seeds.map(({ done }) => done)) - 1;

/** The last sample on or before a day; the first where there is none yet. */
export const sampleAt = (sampleTicks: readonly number[], tick: number): number =>
  Math.max(
    0,
    sampleTicks.findLastIndex((each) => each <= tick),
  );
