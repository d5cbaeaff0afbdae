import type { BreakdownDescription } from '../../../../sim-core/contract/breakdown.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { shownSeeds } from '../shown-seeds.ts';

/** Values of a breakdown, samples x groups: of one seed, or the medians over all. Absent until a seed has finished. */
export function breakdownValues(
  snapshot: RunSnapshot,
  view: RunView,
  place: number,
): Float64Array | undefined {
  if (view.kind === 'all') return snapshot.breakdownFanOf(place)?.median;
  return shownSeeds(snapshot, view)[0]?.breakdowns?.[place];
}

/** Breakdowns with their place, by what divides the agents. */
export function breakdownsBy(
  breakdowns: readonly BreakdownDescription[],
  by: string,
): readonly { readonly place: number; readonly described: BreakdownDescription }[] {
  return breakdowns.flatMap((described, place) => (described.by === by ? [{ place, described }] : []));
}

/** What divides the agents of a run, such as region and cohort. */
export const divisionsOf = (breakdowns: readonly BreakdownDescription[]): string[] => [
  ...new Set(breakdowns.map(({ by }) => by)),
];

/** The values of all groups on one sample. */
export const groupsAt = (values: Float64Array, groups: number, sample: number): Float64Array =>
  values.subarray(sample * groups, (sample + 1) * groups);
