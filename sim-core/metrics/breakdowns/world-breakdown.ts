import type { Breakdown } from '../../contract/breakdown.ts';
import type { TableName } from '../../contract/mechanism.ts';
import type { Path, World } from '../../contract/vocabulary.ts';

/** What providers, cells and customers can be divided by. */
export type Grouping = 'region' | 'class' | 'cohort';

/** A quantity of the DePIN world, and the ways in which it is broken down. */
export interface WorldBreakdown extends Omit<Breakdown, 'by' | 'groups' | 'read'> {
  readonly by: readonly Grouping[];
  /** Reported only in scenarios in which mechanisms write all of these; absent: always. */
  readonly needs?: readonly Path[];
  /** Writes the number of each group into `out`. */
  read(world: World, by: Grouping, out: Float64Array): void;
}

type Names = Partial<Record<TableName, readonly string[]>>;

/** One breakdown for each way of dividing that has more than one group: a single one would only say what a metric says. */
export function inGroups(quantity: WorldBreakdown, names: Names, ticks: number): readonly Breakdown<World>[] {
  const { needs: _, by, read, ...words } = quantity;
  return by
    .map((grouping) => ({
      ...words,
      by: grouping,
      groups: groupsOf(grouping, names, ticks),
      read: (world: World, out: Float64Array) => read(world, grouping, out),
    }))
    .filter(({ groups }) => groups.length > 1);
}

function groupsOf(grouping: Grouping, names: Names, ticks: number): readonly string[] {
  if (grouping === 'region') return names.regions ?? [];
  if (grouping === 'class') return names.classes ?? [];
  const years = Array.from({ length: cohortAt(ticks - 1) }, (_, i) => `year ${i + 1}`);
  return ['before the start', ...years];
}

/** The cohort of who joined on a tick: 0 before the start, then one a year of 365 days. */
export function cohortAt(joinedAt: number): number {
  return joinedAt < 0 ? 0 : 1 + (joinedAt - (joinedAt % 365)) / 365;
}
