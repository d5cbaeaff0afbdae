/** What came of a candidate. All numbers are to be small. */
export interface Outcome {
  /** One an objective. */
  readonly objectives: readonly number[];
  /** How far constraints are missed, 0 where none is; infinite where the candidate cannot be run. */
  readonly violation: number;
}

/** A point of the unit cube, and what came of it. */
export interface Candidate extends Outcome {
  readonly at: readonly number[];
}

/** Asks for points of the unit cube, and is told what came of each. */
export type Optimisation<Result> = Generator<readonly (readonly number[])[], Result, readonly Outcome[]>;

/**
 * Whether `a` is to be preferred to `b` whatever the objectives are worth (K. Deb 2000): it misses constraints by less, or meets
 * them too and is better in one objective and worse in none.
 */
export function dominates(a: Outcome, b: Outcome): boolean {
  if (a.violation !== b.violation) return a.violation < b.violation;
  if (a.violation > 0) return false;
  let better = false;
  for (let i = 0; i < a.objectives.length; i++) {
    if (a.objectives[i] > b.objectives[i]) return false;
    if (a.objectives[i] < b.objectives[i]) better = true;
  }
  return better;
}
