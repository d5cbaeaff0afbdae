/**
 * A number for each group of agents, such as each region, on the last day of every 30 and of the run: who gains and who
 * loses. `id` and `by` together name it: one quantity may be broken down in several ways.
 */
export interface Breakdown<World = never> {
  /** Path-like, such as `providers.profit`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Formula or rule in words, for one group. */
  readonly definition: string;
  readonly source: string;
  /** What divides the agents into groups, such as `region`. */
  readonly by: string;
  /** Names of the groups, in the order of the numbers. */
  readonly groups: readonly string[];
  /** When a group has no value (then NaN in samples, an empty cell in files); absent: each always has one. */
  readonly gaps?: string;
  /** Writes the number of each group into `out`, which is as long as `groups`. No allocation. */
  read(world: World, out: Float64Array): void;
}

/** A breakdown without its function: what travels with results. */
export type BreakdownDescription = Omit<Breakdown, 'read'>;
